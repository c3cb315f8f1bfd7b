"""The index 0-6 of the police surveys, of what has been counted of a survey."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from handslag.domain.surveys.figures.document import Figures, GroupNamed, Line, Part
from handslag.domain.surveys.rules import Questionnaire
from handslag.domain.surveys.rules.counting import FEWEST_IN_PUBLIC
from handslag.domain.surveys.rules.police_index import (
    Indicator,
    indicators,
    points,
    total,
)

SHIPPED = Path(__file__).parent.parent / "shipped" / "police_index.csv"


@dataclass(frozen=True, slots=True)
class Scored:
    """A share in percent, and its points."""

    percent: Decimal
    points: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One indicator in the whole and in each area; nothing where too few answered."""

    indicator: Indicator
    whole: Scored
    areas: tuple[Scored | None, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """All indicators that the survey asks about, and their totals; or why there is no
    index: `refused` is "", "self_selected" or "below_base"."""

    refused: str = ""
    measured: tuple[Measured, ...] = ()
    areas: tuple[GroupNamed, ...] = ()
    whole: Decimal | None = None
    totals: tuple[Decimal | None, ...] = ()

    @property
    def is_example(self) -> bool:
        return any(one.indicator.is_example for one in self.measured)


@lru_cache(maxsize=4)
def bands(path: Path) -> tuple[Indicator, ...]:
    """The bands of a file. Raises OSError, UnicodeDecodeError, BandsError."""
    return indicators(path.read_text(encoding="utf-8-sig").splitlines())


def index_of(
    asked: Questionnaire, figures: Figures, known: Sequence[Indicator]
) -> Index | None:
    """Nothing when no question is tied to an indicator."""
    tied = [
        (one, part) for one in known if (part := _part(asked, figures, one)) is not None
    ]
    if not tied:
        return None
    if not figures.is_sample:
        return Index("self_selected")
    if any(_scored(one, part, part.whole) is None for one, part in tied):
        return Index("below_base")
    grouped = figures.grouping("area")
    areas = grouped.groups if grouped else ()
    measured = tuple(_measured(one, part, len(areas)) for one, part in tied)
    by_area = zip(*(one.areas for one in measured), strict=True)
    return Index(
        measured=measured,
        areas=areas,
        whole=total([one.whole.points for one in measured]),
        totals=tuple(_total(column) for column in by_area),
    )


def _part(asked: Questionnaire, figures: Figures, one: Indicator) -> Part | None:
    """What was counted of the question, if it has the answers that are counted."""
    question = next((q for q in asked.questions() if q.bank == one.question), None)
    part = figures.part(question.key, one.row) if question else None
    return part if part and set(one.answers) <= set(part.answers) else None


def _measured(one: Indicator, part: Part, many: int) -> Measured:
    lines = part.by.get("area", (None,) * many)
    whole = _scored(one, part, part.whole)
    assert whole is not None  # noqa: S101 - the caller has looked
    return Measured(one, whole, tuple(_scored(one, part, line) for line in lines))


def _scored(one: Indicator, part: Part, line: Line | None) -> Scored | None:
    if line is None or line.n < FEWEST_IN_PUBLIC:
        return None
    shares = dict(zip(part.answers, line.values, strict=True))
    percent = sum((Decimal(str(shares[key])) for key in one.answers), Decimal(0)) * 100
    return Scored(percent, points(percent, one.bands))


def _total(column: Sequence[Scored | None]) -> Decimal | None:
    there = [one.points for one in column if one is not None]
    return total(there) if len(there) == len(column) else None
