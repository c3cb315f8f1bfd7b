"""The sets of a municipality, and one set, as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from handslag.core.approvals.models import Version
from handslag.domain.promises.models import (
    Amendment,
    Document,
    Promise,
    PromiseSet,
    SetSlug,
)
from handslag.domain.promises.published.standing import (
    SetStanding,
    standing_of,
)
from handslag.domain.promises.published.wording import PublishedWording, read
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.verdicts import Tally, tally
from handslag.domain.promises.rules.words import Origin


@dataclass(frozen=True, slots=True)
class Moved:
    """The set is found at another address now."""

    municipality: str
    period: str


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
    """One version in the history of a set."""

    number: int
    fingerprint: str
    on: datetime
    kind: str  # first, or the kind of amendment
    reason: str


@dataclass(frozen=True, slots=True)
class OtherWording:
    """The same set as another page published it."""

    publisher: str
    url: str
    retrieved_on: date | None
    period: str
    promises: tuple[tuple[str, str], ...]  # our wording (or empty) and theirs


@dataclass(frozen=True, slots=True)
class SetPage:
    """All that the page of one set shows."""

    municipality: str  # slug of the address that was asked for
    canonical: Moved  # the address that counts, for a joint set
    period: str
    wording: PublishedWording
    standing: SetStanding
    version: int
    fingerprint: str
    approvals: tuple[PublishedApproval, ...]
    history: tuple[PublishedVersion, ...]
    other_wordings: tuple[OtherWording, ...]
    changed_at: datetime | None
    is_withdrawn: bool
    may_be_indexed: bool

    @property
    def tally(self) -> Tally:
        return tally(one.verdict for one in self.standing.promises)


@dataclass(frozen=True, slots=True)
class SetSummary:
    """One set in a list."""

    period: str
    name: str
    stated: str
    starts: date | None
    ends: date | None
    district: str
    origin: str
    is_example: bool
    is_withdrawn: bool
    wording: PublishedWording
    standing: SetStanding

    @property
    def tally(self) -> Tally:
        return tally(one.verdict for one in self.standing.promises)


def set_page(municipality: str, period: str, *, today: date) -> SetPage | Moved | None:
    """The set at this address, where it has moved, or None. At most eight queries."""
    found = (
        SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            slug=period,
            set__version__isnull=False,
        )
        .select_related("set__version", "set__home", "municipality")
        .first()
    )
    if found is None:
        return None
    addresses = _addresses(found.set)
    here = addresses[found.municipality_id]
    if (here.municipality, here.period) != (municipality, period):
        return here
    return _page(found.set, here, addresses.get(found.set.home_id, here), today=today)


def version_page(municipality: str, period: str, number: int) -> PublishedWording | None:
    """An earlier version of the set at this address, if it has been public."""
    slug = SetSlug.objects.filter(
        municipality__slugs__slug=municipality, slug=period, set__version__isnull=False
    )
    set_ = PromiseSet.objects.filter(slugs__in=slug).select_related("version").first()
    if set_ is None:
        return None
    version = next((one for one in _public_versions(set_) if one.number == number), None)
    return read(version.content) if version else None


def summaries(municipality: str, *, today: date) -> list[SetSummary]:
    """The published sets of a municipality, the latest first."""
    return [_summary(slug, today=today) for slug in _sets_of(municipality)]


def _sets_of(municipality: str) -> QuerySet[SetSlug]:
    return (
        SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            current=True,
            set__version__isnull=False,
        )
        .select_related("set__version", "set__home")
        .order_by("-set__starts", "-set__pk")
    )


def _summary(slug: SetSlug, *, today: date) -> SetSummary:
    wording = _wording(slug.set)
    return SetSummary(
        period=slug.slug,
        name=wording.name,
        stated=wording.period.stated,
        starts=wording.period.starts,
        ends=wording.period.ends,
        district=wording.district,
        origin=wording.origin,
        is_example=wording.is_example,
        is_withdrawn=slug.set.state == State.WITHDRAWN,
        wording=wording,
        standing=standing_of(slug.set, wording, today=today),
    )


def _wording(set_: PromiseSet) -> PublishedWording:
    if set_.version is None:
        raise ValueError("The set is not published.")
    return read(set_.version.content)


def _addresses(set_: PromiseSet) -> dict[int, Moved]:
    """The present address of a set in each of its municipalities."""
    rows = set_.slugs.filter(current=True, municipality__slugs__current=True)
    return {
        pk: Moved(municipality, period)
        for pk, municipality, period in rows.values_list(
            "municipality_id", "municipality__slugs__slug", "slug"
        )
    }


def _page(set_: PromiseSet, here: Moved, canonical: Moved, *, today: date) -> SetPage:
    wording = _wording(set_)
    versions = _public_versions(set_)
    amendments = {row.after_id: row for row in set_.amendments.exclude(after=None)}
    return SetPage(
        municipality=here.municipality,
        canonical=canonical,
        period=here.period,
        wording=wording,
        standing=standing_of(set_, wording, today=today),
        version=set_.version.number if set_.version else 0,
        fingerprint=set_.version.fingerprint if set_.version else "",
        approvals=_approvals(set_),
        history=tuple(_version(one, amendments.get(one.pk)) for one in versions),
        other_wordings=_other_wordings(set_, wording),
        changed_at=set_.changed_at,
        is_withdrawn=set_.state == State.WITHDRAWN,
        may_be_indexed=set_.origin == Origin.DECIDED or set_.taken_over_at is not None,
    )


def _public_versions(set_: PromiseSet) -> list[Version]:
    """The versions that have been public: the present one and those it replaced."""
    replaced = Amendment.objects.filter(set=set_).exclude(after=None).values("before")
    shown = Version.objects.filter(pk=set_.version_id or 0) | Version.objects.filter(
        pk__in=replaced
    )
    return list(shown.distinct().order_by("-number"))


def _version(version: Version, amendment: Amendment | None) -> PublishedVersion:
    return PublishedVersion(
        number=version.number,
        fingerprint=version.fingerprint,
        on=version.created_at,
        kind=amendment.kind if amendment else "first",
        reason=amendment.reason if amendment else "",
    )


def _approvals(set_: PromiseSet) -> tuple[PublishedApproval, ...]:
    """The answers that made the present version public. Imported sets have none."""
    rounds = Version.objects.filter(pk=set_.version_id or 0, rounds__outcome="approved")
    rows = rounds.order_by("rounds__parties__position").values_list(
        "rounds__parties__name",
        "rounds__parties__vote__voter_name",
        "rounds__parties__vote__voter_function",
        "rounds__parties__vote__cast_at",
        "rounds__parties__vote__channel",
        "rounds__parties__vote__code_channel",
    )
    return tuple(PublishedApproval(*row) for row in rows)


def _other_wordings(
    set_: PromiseSet, wording: PublishedWording
) -> tuple[OtherWording, ...]:
    """Other publications of the same promises, promise by promise beside ours."""
    documents = Document.objects.filter(set=set_, leading=False, kind="promise")
    ours = {promise.id: promise.text for promise in wording.promises}
    return tuple(
        OtherWording(
            publisher=document.publisher,
            url=document.url or "",
            retrieved_on=document.retrieved_on,
            period=document.period_stated or "",
            promises=tuple(_pairs(document.promises.select_related("same_as"), ours)),
        )
        for document in documents.prefetch_related("promises__same_as")
    )


def _pairs(theirs: Iterable[Promise], ours: dict[str, str]) -> Iterable[tuple[str, str]]:
    for promise in theirs:
        same = str(promise.same_as.public_id) if promise.same_as else ""
        yield ours.get(same, ""), promise.text
