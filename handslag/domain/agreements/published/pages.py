"""The agreements of a municipality, for anyone: those that hold, and all earlier ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Prefetch, QuerySet

from handslag.core.approvals.models import Vote
from handslag.core.approvals.rules import Outcome
from handslag.core.approvals.translations import APPROVED_IN, Texts
from handslag.domain.agreements.models import Agreement as Row
from handslag.domain.agreements.models import (
    AgreementAttachment,
    AgreementFollowUp,
    AgreementSlug,
)
from handslag.domain.agreements.published.translations import texts_in
from handslag.domain.agreements.published.wording import (
    NamedFile,
    PublishedAgreement,
    PublishedFollowUp,
    read,
    read_follow_up,
)
from handslag.domain.agreements.queries import follow_up_day, term_of, with_days
from handslag.domain.agreements.rules.force import Force, Standing, Term, standing
from handslag.domain.agreements.rules.words import Level, Origin


@dataclass(frozen=True, slots=True)
class Listed:
    """One agreement in a list, and how it stands."""

    period: str  # its address within the municipality
    wording: PublishedAgreement
    standing: Standing
    term: Term
    changed_at: datetime

    @property
    def id(self) -> str:
        return self.wording.id

    @property
    def may_be_indexed(self) -> bool:
        """Search engines get what the parties stand behind: nothing made up."""
        return self.wording.origin == Origin.DECIDED and not self.wording.is_example


@dataclass(frozen=True, slots=True)
class Signature:
    """Who said yes to this exact text, when, and how. In the order they did."""

    party: str
    name: str
    function: str
    at: datetime
    channel: str
    code_channel: str


@dataclass(frozen=True, slots=True)
class AddedFile:
    """The signed original, added after the text was settled."""

    file: NamedFile
    on: date


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """One agreement with all that its page shows. `texts`: what of it is translated."""

    listed: Listed
    texts: Texts
    number: int
    fingerprint: str
    settled_at: datetime
    signatures: tuple[Signature, ...]
    added: tuple[AddedFile, ...]
    follow_ups: tuple[PublishedFollowUp, ...]
    follow_up_due: date | None
    ended_why: str
    annexes: tuple[Listed, ...]
    parent: Listed | None
    before: Listed | None
    after: tuple[Listed, ...]

    @property
    def wording(self) -> PublishedAgreement:
        return self.listed.wording


@dataclass(frozen=True, slots=True)
class Agreements:
    """All agreements of a municipality, the latest first; and one of them in full."""

    shown: AgreementPage | None
    others: tuple[Listed, ...]  # hold too
    earlier: tuple[Listed, ...]
    coming: tuple[Listed, ...]


def agreements_of(
    municipality: str, *, today: date, period: str = "", language: str = APPROVED_IN
) -> Agreements | None:
    """The agreements at a municipality: the one of this address, else the one that holds.

    None: there is no agreement at the address. Five questions, however many there are,
    and one for a language that nothing is approved in.
    """
    rows = list(_rows(municipality))
    listed = {row.pk: _listed(row, today) for row in rows}
    chosen = next((row for row in rows if _slug(row) == period), None)
    if period and chosen is None:
        return None
    if not period:
        chosen = _foremost(rows, listed)
    strategic = [
        listed[row.pk] for row in rows if row.parent_id is None and row is not chosen
    ]
    return Agreements(
        shown=_page(chosen, rows, listed, today, language) if chosen else None,
        others=tuple(one for one in strategic if one.standing.holds),
        earlier=tuple(one for one in strategic if one.standing.is_over),
        coming=tuple(one for one in strategic if one.standing.force is Force.NOT_BEGUN),
    )


def _rows(municipality: str) -> QuerySet[Row]:
    """Those that the public reads here, the latest first, with their addresses."""
    here = Row.objects.filter(
        version__isnull=False,
        slugs__current=True,
        slugs__municipality__slugs__slug=municipality,
    )
    at = AgreementSlug.objects.filter(municipality__slugs__slug=municipality, current=True)
    slugs = Prefetch("slugs", at, to_attr="here")
    found = with_days(here).select_related("version", "ending").prefetch_related(slugs)
    return found.order_by(F("starts").desc(nulls_last=True), "-pk")


def _slug(row: Row) -> str:
    slugs: Sequence[AgreementSlug] = vars(row)["here"]
    return slugs[0].slug if slugs else ""


def _foremost(rows: Iterable[Row], listed: dict[int, Listed]) -> Row | None:
    """The one people ask about: it holds and the police are in it; else the latest."""
    strategic = [row for row in rows if row.level == Level.STRATEGIC]

    def rank(row: Row) -> tuple[bool, bool]:
        one = listed[row.pk]
        police = any(party.side == "police" for party in one.wording.parties)
        return one.standing.holds, police

    return max(strategic, key=rank, default=None)


def _listed(row: Row, today: date) -> Listed:
    assert row.version is not None  # noqa: S101 - asked for
    term = term_of(row)
    return Listed(
        period=_slug(row),
        wording=read(row.version.content),
        standing=standing(term, today),
        term=term,
        changed_at=row.changed_at or row.made_at,
    )


def _page(
    row: Row, rows: Sequence[Row], listed: dict[int, Listed], today: date, language: str
) -> AgreementPage:
    version = row.version
    assert version is not None  # noqa: S101 - asked for
    signatures = _signatures(row)
    approved = {file.sha256 for file in listed[row.pk].wording.attachments}
    return AgreementPage(
        listed=listed[row.pk],
        texts=texts_in(language, version.pk, listed[row.pk].wording),
        number=version.number,
        fingerprint=version.fingerprint,
        settled_at=max((one.at for one in signatures), default=version.created_at),
        signatures=signatures,
        added=tuple(
            AddedFile(
                NamedFile(one.file.sha256, one.title, one.file.media_type), one.added_on
            )
            for one in AgreementAttachment.objects.filter(agreement=row).select_related(
                "file"
            )
            if one.file.sha256 not in approved
        ),
        follow_ups=_follow_ups(row),
        follow_up_due=follow_up_day(row, today),
        ended_why=row.ending.reason if hasattr(row, "ending") else "",
        annexes=tuple(listed[one.pk] for one in rows if one.parent_id == row.pk),
        parent=listed.get(row.parent_id or 0),
        before=listed.get(row.predecessor_id or 0),
        after=tuple(listed[one.pk] for one in rows if one.predecessor_id == row.pk),
    )


def _signatures(row: Row) -> tuple[Signature, ...]:
    votes = Vote.objects.filter(
        agrees=True,
        round_party__round__version=row.version_id or 0,
        round_party__round__outcome=Outcome.APPROVED,
    )
    return tuple(
        Signature(
            party=vote.round_party.name,
            name=vote.voter_name,
            function=vote.voter_function,
            at=vote.cast_at,
            channel=vote.channel,
            code_channel=vote.code_channel,
        )
        for vote in votes.select_related("round_party").order_by("cast_at", "pk")
    )


def _follow_ups(row: Row) -> tuple[PublishedFollowUp, ...]:
    """What has been told, the latest first."""
    rows = AgreementFollowUp.objects.filter(agreement=row, version__isnull=False)
    contents = rows.order_by("-followed_on", "-pk").values_list(
        "version__content", flat=True
    )
    return tuple(read_follow_up(content) for content in contents if content)
