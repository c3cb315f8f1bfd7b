"""The versions of a set that have been public, who approved each, and one of them read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from handslag.core.approvals.models import Version
from handslag.core.approvals.rules import Outcome
from handslag.domain.promises.models import Amendment, PromiseSet, SetSlug
from handslag.domain.promises.published.addresses import Moved
from handslag.domain.promises.published.wording import PublishedWording, read
from handslag.domain.promises.rules.words import Origin


@dataclass(frozen=True, slots=True)
class PublishedApproval:
    """Who said yes to this exact text, when, and how."""

    party: str
    name: str
    function: str
    at: datetime
    channel: str
    code_channel: str


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """One version in the history of a set. The latest is what holds."""

    number: int
    fingerprint: str
    on: datetime
    kind: str  # first, or the kind of amendment
    reason: str
    decided_on: date | None
    approvals: tuple[PublishedApproval, ...]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version, and the one it replaced."""

    address: Moved
    version: PublishedVersion
    wording: PublishedWording
    before: PublishedWording | None
    before_number: int
    present_number: int
    may_be_indexed: bool


def history(set_: PromiseSet) -> tuple[PublishedVersion, ...]:
    """Every version that has been public, the latest first. One query."""
    rows = _version_rows().filter(_public(set_))
    return tuple(
        _version(list(group)) for _, group in groupby(rows, key=lambda row: row["number"])
    )


@cache
def _version_rows() -> QuerySet[Version, dict[str, Any]]:
    """Put together once: naming the columns takes longer than the answer."""
    rows: QuerySet[Version, dict[str, Any]] = Version.objects.order_by(
        "-number", "rounds__pk", "rounds__parties__position"
    ).values(
        *("number", "fingerprint", "created_at"),
        *("amendment__kind", "amendment__reason", "amendment__decided_on"),
        *("rounds__outcome", "rounds__closed_at", *_VOTE.values()),
    )
    return rows


_VOTE = {
    "party": "rounds__parties__name",
    "name": "rounds__parties__vote__voter_name",
    "function": "rounds__parties__vote__voter_function",
    "at": "rounds__parties__vote__cast_at",
    "channel": "rounds__parties__vote__channel",
    "code_channel": "rounds__parties__vote__code_channel",
}


def _public(set_: PromiseSet) -> Q:
    """The present version, and those that it or another one replaced."""
    replaced = Amendment.objects.filter(set=set_, after__isnull=False).values("before")
    return Q(pk=set_.version_id or 0) | Q(pk__in=replaced)


def _version(rows: list[dict[str, Any]]) -> PublishedVersion:
    first = rows[0]
    approved = [row for row in rows if row["rounds__outcome"] == Outcome.APPROVED]
    return PublishedVersion(
        number=first["number"],
        fingerprint=first["fingerprint"],
        on=approved[0]["rounds__closed_at"] if approved else first["created_at"],
        kind=first["amendment__kind"] or "first",
        reason=first["amendment__reason"] or "",
        decided_on=first["amendment__decided_on"],
        approvals=tuple(_approvals(approved)),
    )


def _approvals(rows: Iterable[dict[str, Any]]) -> Iterable[PublishedApproval]:
    for row in rows:
        if row[_VOTE["at"]] is not None:
            yield PublishedApproval(**{name: row[at] for name, at in _VOTE.items()})


def version_page(municipality: str, period: str, number: int) -> VersionPage | None:
    """One version of the set at this address, if it has been public."""
    found = (
        SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            municipality__slugs__current=True,
            slug=period,
            current=True,
            set__version__isnull=False,
        )
        .select_related("set__version")
        .first()
    )
    if found is None:
        return None
    versions = history(found.set)
    at = next((n for n, one in enumerate(versions) if one.number == number), None)
    if at is None:
        return None
    before = versions[at + 1].number if at + 1 < len(versions) else 0
    texts = dict(
        Version.objects.filter(_public(found.set), number__in=[number, before]).values_list(
            "number", "content"
        )
    )
    return VersionPage(
        address=Moved(municipality, period),
        version=versions[at],
        wording=read(texts[number]),
        before=read(texts[before]) if before else None,
        before_number=before,
        present_number=versions[0].number,
        may_be_indexed=may_be_indexed(found.set),
    )


def present(set_id: UUID) -> PublishedWording | None:
    """What the public reads now of a set. None: nothing yet."""
    content = (
        PromiseSet.objects.filter(public_id=set_id, version__isnull=False)
        .values_list("version__content", flat=True)
        .first()
    )
    return read(content) if content else None


def was_taken_down(municipality: str, period: str) -> bool:
    """Was there a summary at this address, that somebody asked us to take away?"""
    return PromiseSet.objects.filter(
        slugs__municipality__slugs__slug=municipality,
        slugs__slug=period,
        taken_down_at__isnull=False,
    ).exists()


def may_be_indexed(set_: PromiseSet) -> bool:
    """Search engines get what the parties stand behind: no summaries, no made-up sets."""
    own = set_.origin == Origin.DECIDED or set_.taken_over_at is not None
    return own and not set_.is_example
