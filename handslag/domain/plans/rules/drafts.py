"""What editors hand in, before it is stored."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from handslag.core.periods import Period
from handslag.domain.plans.rules.words import (
    Aim,
    Approach,
    CarriedOut,
    Direction,
    Horizon,
    Measures,
    Reached,
    Strategy,
)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """The words of a plan, without its goals and measures."""

    name: str
    period: Period
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """What is measured. `key` is its public id when it exists already; `followed` is the
    number of the indicator in which it is followed."""

    name: str
    measures: Measures = Measures.EFFECT
    unit: str = ""
    baseline: Decimal | None = None
    baseline_stated: str = ""
    target: Decimal | None = None
    by: date | None = None
    direction: Direction = Direction.DOWN
    direction_why: str = ""
    followed: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """What is to be reached, or held, about one problem."""

    problem: int
    text: str
    kind: Aim = Aim.REACH
    indicators: tuple[IndicatorDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What is to be done, about which causes, towards which goal."""

    title: str
    goal: int | None = None
    causes: tuple[int, ...] = ()
    text: str = ""
    owner: int | None = None
    owner_stated: str = ""
    kind: Approach = Approach.SITUATIONAL
    strategy: Strategy | None = None
    activity: str = ""
    horizon: Horizon = Horizon.SHORT
    starts: date | None = None
    ends: date | None = None
    resources: str = ""
    cost: Decimal | None = None
    implementation: str = ""
    indicators: tuple[IndicatorDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What 31 § förvaltningslagen wants to be seen of a decision."""

    board: str
    decided_on: date
    decider: str
    paragraph: str = ""
    registry_no: str = ""
    rapporteur: str = ""
    participants: str = ""


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """What a follow-up says of one measure, by its number."""

    measure: int
    carried_out: CarriedOut = CarriedOut.UNKNOWN
    output: str = ""
    effect: str = ""
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class GoalResult:
    """What a follow-up says of one goal, by its number."""

    goal: int
    reached: Reached = Reached.UNKNOWN
    said: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """What became of a plan, as one follow-up tells it. `readings`: by indicator."""

    followed_up_on: date
    summary: str = ""
    measures: tuple[MeasureResult, ...] = ()
    goals: tuple[GoalResult, ...] = ()
    readings: tuple[tuple[int, Decimal | None], ...] = ()


@dataclass(frozen=True, slots=True)
class GrantDraft:
    """What an application for a state grant must hold."""

    name: str
    year: int
    description: str
    time_plan: str
    cost: Decimal | None
    cooperating: str
    other_grants: str
    evaluation: str
    measures: tuple[int, ...] = ()


def texts(draft: object) -> tuple[str, ...]:
    """Everything somebody wrote in what was handed in, also in its parts."""
    return tuple(_written(draft))


def _written(thing: object) -> Iterator[str]:
    if isinstance(thing, str) and not isinstance(thing, Enum):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _written(part)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from _written(getattr(thing, one.name))
