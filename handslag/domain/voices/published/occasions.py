"""The occasions of a municipality, as anyone may know them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from handslag.core.periods import stockholm_day
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Considered, Visibility
from handslag.domain.voices.models import Occasion, OccasionFinding, Told, Voice
from handslag.domain.voices.queries import previewed_by, theme_counts
from handslag.domain.voices.queries.places import place_counts
from handslag.domain.voices.rules import FEWEST, Meant, Phase, VoiceState, Way


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """One occasion in a list. `is_told`: those who spoke have had an answer."""

    slug: str
    title: str
    way: Way
    starts: date
    ends: date
    people: int | None
    phase: Phase
    is_told: bool
    is_example: bool

    @property
    def is_heard(self) -> bool:
        """All has been said, so an answer can be asked for."""
        return self.phase in {Phase.HEARD, Phase.CLOSED}


@dataclass(frozen=True, slots=True)
class PublishedSum:
    """How many voices are about something: a theme by its code, a place by its name."""

    about: str
    voices: int


@dataclass(frozen=True, slots=True)
class PublishedTold:
    """What those who spoke were told, when and how."""

    told_on: date
    channel: str
    said: str


@dataclass(frozen=True, slots=True)
class PublishedOccasion:
    """What was said at an occasion, and what became of it.

    Numbers under five are not here. `evidence`: every public version of what it showed,
    by the key under which pictures and promises cite it.
    """

    line: PublishedLine
    home: str
    said: str
    became: str
    how_to_read: str
    voices: int | None
    themes: tuple[PublishedSum, ...]
    places: tuple[PublishedSum, ...]
    has_hidden_sums: bool
    quotes: tuple[str, ...]
    told: tuple[PublishedTold, ...]
    meant: tuple[tuple[Meant, int], ...]
    findings: tuple[tuple[UUID, str], ...]
    evidence: frozenset[str]
    published_on: date | None
    closed_on: date | None
    no_feedback_why: str

    @property
    def takes_addresses(self) -> bool:
        """Whoever wants to hear what becomes of it can still say so."""
        return self.line.phase is not Phase.CLOSED


@dataclass(frozen=True, slots=True)
class TakenBack:
    """There was a page here, and it was taken back."""

    on: date


@dataclass(frozen=True, slots=True)
class SaidAt:
    """An occasion that a finding comes from, and where one reads of it."""

    municipality: str
    slug: str
    title: str


def way_at(municipality: str, slug: str) -> Way | None:
    """How people are heard at this address, whether or not it is open. One query.

    The part that shows it decides what anyone may see of it."""
    found = _of(municipality).filter(slug=slug).values_list("way", flat=True).first()
    return Way(found) if found else None


def lines(municipality: str) -> list[PublishedLine]:
    """Every occasion that anyone may read of, the latest first. One query."""
    answered = Exists(Told.objects.filter(occasion=OuterRef("pk")))
    rows = _public(municipality).annotate(is_told=answered)
    return [_line(one, is_told=one.is_told) for one in rows]


def occasion_at(municipality: str, slug: str) -> PublishedOccasion | TakenBack | None:
    """One of them, or that it was taken back."""
    row = _of(municipality).filter(slug=slug).select_related("home").first()
    if row is None:
        return None
    if row.published_at is not None:
        return _occasion(row)
    return TakenBack(row.taken_back_on) if row.taken_back_on else None


def preview(municipality: str, token: str) -> PublishedOccasion | None:
    """One as anyone will read it, for whoever has the short-lived link to look."""
    key = previewed_by(token)
    if key is None:
        return None
    row = _of(municipality).filter(public_id=key).select_related("home").first()
    return _occasion(row) if row else None


def said_at(keys: Collection[str]) -> list[SaidAt]:
    """The public occasions that any of these findings come from. One query."""
    if not keys:
        return []
    chains = Evidence.objects.filter(public_id__in=keys).values("chain")
    shown = OccasionFinding.objects.filter(
        occasion=OuterRef("pk"), evidence__chain__in=chains
    )
    rows = Occasion.objects.filter(
        Exists(shown), published_at__isnull=False, home__slugs__current=True
    )
    return [SaidAt(*one) for one in rows.values_list("home__slugs__slug", "slug", "title")]


def _of(municipality: str) -> QuerySet[Occasion]:
    return Occasion.objects.filter(home__slugs__slug=municipality)


def _public(municipality: str) -> QuerySet[Occasion]:
    return _of(municipality).filter(published_at__isnull=False)


def _line(row: Occasion, *, is_told: bool) -> PublishedLine:
    return PublishedLine(
        slug=row.slug,
        title=row.title,
        way=Way(row.way),
        starts=row.starts,
        ends=row.ends,
        people=row.people,
        phase=Phase(row.phase),
        is_told=is_told,
        is_example=row.is_example,
    )


def _occasion(row: Occasion) -> PublishedOccasion:
    told = tuple(
        PublishedTold(one.told_on, one.channel, one.said) for one in row.told.all()
    )
    themes = [PublishedSum(one.theme, one.voices) for one in theme_counts(row)]
    places = [PublishedSum(one.name, one.voices) for one in place_counts(row)]
    spoken, quotes = _spoken(row)
    findings = list(_findings(row))
    return PublishedOccasion(
        line=_line(row, is_told=bool(told)),
        home=row.home.name,
        said=row.said,
        became=row.became,
        how_to_read=row.how_to_read,
        voices=spoken if spoken >= FEWEST else None,
        themes=_many(themes),
        places=_many(places),
        has_hidden_sums=any(one.voices < FEWEST for one in (*themes, *places)),
        quotes=quotes,
        told=told,
        meant=_meant(row),
        findings=tuple(
            (one.public_id, one.statement)
            for one in findings
            if getattr(one, "corrected_by", None) is None and one.statement
        ),
        evidence=frozenset(str(one.public_id) for one in findings),
        published_on=stockholm_day(row.published_at) if row.published_at else None,
        closed_on=row.closed_on,
        no_feedback_why=row.no_feedback_why,
    )


def _spoken(row: Occasion) -> tuple[int, tuple[str, ...]]:
    """How many voices there are, and the words that anyone may read."""
    counted = Voice.objects.filter(occasion=row).aggregate(n=Count("pk"))
    quoted = Voice.objects.filter(occasion=row, is_quote=True, state=VoiceState.OPEN)
    return counted["n"], tuple(quoted.order_by("pk").values_list("text", flat=True))


def _many(sums: Iterable[PublishedSum]) -> tuple[PublishedSum, ...]:
    return tuple(one for one in sums if one.voices >= FEWEST)


def _meant(row: Occasion) -> tuple[tuple[Meant, int], ...]:
    """What they answered to "was this what you meant?", when they are not just a few."""
    answers = (
        (Meant.YES, row.meant_yes),
        (Meant.PARTLY, row.meant_partly),
        (Meant.NO, row.meant_no),
    )
    return answers if sum(n for _, n in answers) >= FEWEST else ()


def _findings(row: Occasion) -> QuerySet[Evidence]:
    """Every public version of what the occasion showed."""
    return (
        Evidence.objects.filter(
            chain__in=row.findings.values("evidence__chain"),
            visibility=Visibility.PUBLIC,
            considered=Considered.USED,
        )
        .select_related("corrected_by")
        .order_by("recorded_at", "pk")
    )
