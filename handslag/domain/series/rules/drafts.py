"""What must be said of a series and of an indicator."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from handslag.core.refusals import NotAllowedError
from handslag.domain.series.rules.rates import PER
from handslag.domain.series.rules.words import (
    BreakKind,
    Direction,
    Measured,
    Origin,
    Purpose,
    Rhythm,
    Source,
    Theme,
)

LONGEST_NAME, LONGEST_TEXT = 200, 1000


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From a day on something else was counted."""

    on: date
    kind: BreakKind
    why: str


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """What a series is."""

    source: Source
    external_id: str
    name: str
    unit: str
    rhythm: Rhythm = Rhythm.YEAR
    measured: Measured = Measured.NUMBER
    measures: str = ""
    areas: str = ""
    attribution: str = ""
    caveats: str = ""
    breaks: tuple[SeriesBreak, ...] = ()
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class GoalValue:
    """Where we want to be by a day."""

    by: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """What is followed, from where, to where, and which way is good."""

    name: str
    shows: str
    direction: Direction
    direction_why: str = ""
    purpose: Purpose = Purpose.EFFECT
    theme: Theme = Theme.CRIME
    origin: Origin = Origin.TYPED
    series: UUID | None = None
    per: int = 0
    unit: str = ""
    rhythm: Rhythm = Rhythm.YEAR
    responsible: str = ""
    baseline: Decimal | None = None
    baseline_on: date | None = None
    baseline_stated: str = ""
    paired: UUID | None = None
    goals: tuple[GoalValue, ...] = field(default=())
    is_example: bool = False


def check_series(draft: SeriesDraft) -> None:
    """Refuse a series that nobody could read."""
    _named(draft.name)
    if not draft.external_id.strip() or not draft.unit.strip():
        raise NotAllowedError("series.no_unit_or_id")
    if any(not one.why.strip() for one in draft.breaks):
        raise NotAllowedError("series.break_without_why")


def check_indicator(draft: IndicatorDraft) -> None:
    """Refuse an indicator that could not be followed, or whose direction says nothing."""
    _named(draft.name)
    if not draft.shows.strip():
        raise NotAllowedError("series.shows_nothing")
    if draft.direction is Direction.DEPENDS and not draft.direction_why.strip():
        raise NotAllowedError("series.depends_on_what")
    if not draft.responsible.strip():
        raise NotAllowedError("series.nobody_responsible")
    if draft.origin is Origin.SERIES and draft.series is None:
        raise NotAllowedError("series.which_series")
    if draft.origin is Origin.TYPED and not draft.unit.strip():
        raise NotAllowedError("series.no_unit_or_id")
    if draft.per not in PER:
        raise NotAllowedError("series.per_how_many")
    _check_goals(draft)


def _check_goals(draft: IndicatorDraft) -> None:
    days = [one.by for one in draft.goals]
    if len(set(days)) < len(days):
        raise NotAllowedError("series.two_goals_on_a_day")
    if draft.baseline_on and any(day <= draft.baseline_on for day in days):
        raise NotAllowedError("series.goal_before_the_baseline")


def _named(name: str) -> None:
    if not name.strip():
        raise NotAllowedError("series.no_name")
    if len(name) > LONGEST_NAME:
        raise NotAllowedError("series.name_too_long", most=LONGEST_NAME)
