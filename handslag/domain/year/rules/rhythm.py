"""What comes back each year, or every second: when it happens, and the usual ones."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handslag.core.refusals import NotAllowedError
from handslag.domain.year.rules.words import RhythmKind

_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Span:
    """From a day of a month to another, both inclusive, whatever the year."""

    starts_month: int
    starts_day: int
    ends_month: int
    ends_day: int
    every_years: int = 1
    in_year: int | None = None  # a year in which it happens

    @property
    def passes_new_year(self) -> bool:
        return (self.ends_month, self.ends_day) < (self.starts_month, self.starts_day)


@dataclass(frozen=True, slots=True)
class RhythmDraft:
    """What an editor hands in about something that comes back."""

    what: str
    kind: RhythmKind
    span: Span
    function: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that it happens."""

    starts: date
    ends: date


def check(draft: RhythmDraft) -> None:
    """Refuse a day that its month never has, and years that nobody has named."""
    span = draft.span
    for month, day in (
        (span.starts_month, span.starts_day),
        (span.ends_month, span.ends_day),
    ):
        if not 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
            raise NotAllowedError("year.no_such_day", day=day, month=month)
    if span.every_years > 1 and span.in_year is None:
        raise NotAllowedError("year.which_years")


def occasion(span: Span, year: int) -> Occasion | None:
    """The time that begins in this year, if there is one."""
    if span.every_years > 1 and (year - (span.in_year or 0)) % span.every_years:
        return None
    starts = _day(year, span.starts_month, span.starts_day)
    ends = _day(year + span.passes_new_year, span.ends_month, span.ends_day)
    return Occasion(starts, ends)


def occasions(span: Span, first: date, last: date) -> Iterator[Occasion]:
    """Every time that touches the days from the first to the last, in order."""
    for year in range(first.year - 1, last.year + 1):
        found = occasion(span, year)
        if found and found.starts <= last and found.ends >= first:
            yield found


def _day(year: int, month: int, day: int) -> date:
    """29 February is the last of February in most years."""
    return date(year, month, min(day, monthrange(year, month)[1]))


_COORDINATOR = "trygghetssamordnaren"
_BOTH = "trygghetssamordnaren och kommunpolisen"
_CHAIR = "rådets ordförande"

_Day = tuple[int, int]


def _usual(
    what: str, kind: RhythmKind, starts: _Day, ends: _Day, function: str = ""
) -> RhythmDraft:
    return RhythmDraft(what, kind, Span(*starts, *ends), function)


_K = RhythmKind
# The usual year of Swedish municipalities and police, month by month. A municipality
# takes it over with one press and makes it its own.
USUAL: tuple[RhythmDraft, ...] = (
    _usual("NTU: invånare får frågorna", _K.KNOWLEDGE, (1, 7), (4, 30)),
    _usual("Uppföljning av tredje tertialet", _K.FOLLOW_UP, (1, 10), (1, 31), _BOTH),
    _usual("Rådet möts: förra året och det nya", _K.COUNCIL, (1, 20), (1, 31), _CHAIR),
    _usual("Förra årets löften redovisas", _K.PUBLICATION, (1, 20), (1, 31), _BOTH),
    _usual("Brås enkät till kommunerna", _K.KNOWLEDGE, (2, 1), (2, 28), _COORDINATOR),
    _usual("Utvärdering till kommunstyrelsen", _K.DECISION, (2, 1), (2, 28), _COORDINATOR),
    _usual("Nya löften undertecknas", _K.DECISION, (2, 10), (2, 28), _BOTH),
    _usual("Slutlig brottsstatistik för förra året", _K.KNOWLEDGE, (3, 25), (4, 15)),
    _usual("Brås årsrapport", _K.KNOWLEDGE, (4, 1), (4, 30)),
    _usual("Rådet möts: dialogerna planeras", _K.COUNCIL, (4, 10), (4, 20), _CHAIR),
    _usual("Medborgardialoger", _K.DIALOGUE, (4, 20), (5, 31), _BOTH),
    _usual("Medarbetardialoger", _K.DIALOGUE, (5, 1), (5, 31), _BOTH),
    _usual("Uppföljning av första tertialet", _K.FOLLOW_UP, (5, 5), (5, 25), _BOTH),
    _usual("Lägesbilden ses över", _K.KNOWLEDGE, (6, 1), (6, 20), _BOTH),
    _usual("Rapport till kommunfullmäktige", _K.DECISION, (6, 10), (6, 25), _COORDINATOR),
    _usual("Polisens trygghetsmätning är ute", _K.KNOWLEDGE, (8, 15), (10, 31)),
    _usual("Uppföljning av andra tertialet", _K.FOLLOW_UP, (9, 5), (9, 25), _BOTH),
    _usual("Rådet möts: läget efter sommaren", _K.COUNCIL, (9, 10), (9, 25), _CHAIR),
    _usual("Kommunens enkät och torgdialoger", _K.DIALOGUE, (10, 7), (11, 2), _BOTH),
    _usual("Trygghetsmätningens resultat", _K.KNOWLEDGE, (11, 15), (12, 10)),
    _usual("Rådet möts: nästa års prioriteringar", _K.COUNCIL, (11, 15), (11, 30), _CHAIR),
    _usual("Kommunstyrelsen beslutar om löften", _K.DECISION, (12, 1), (12, 15), _BOTH),
)
