"""What everyone may see of figures, and how a figure stands against its goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from handslag.domain.series.rules.cells import State
from handslag.domain.series.rules.drafts import GoalValue
from handslag.domain.series.rules.words import Direction, Origin

FEWEST = 5  # as the public map: no fewer reports are ever told
STEP = 5  # what is told of reports is rounded to whole fives


class Reached(StrEnum):
    """How the latest figure stands against a goal value."""

    REACHED = "reached"
    NOT_YET = "not_yet"
    NOT_IN_TIME = "not_in_time"
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """The goal value that counts on a day, and whether the figure is there."""

    goal: GoalValue
    fate: Reached


def is_of_reports(origin: Origin) -> bool:
    """Whether it counts what residents and staff have reported here."""
    return origin is Origin.INCIDENTS


def released(amount: Decimal) -> tuple[State, Decimal | None]:
    """A number of reports as everyone may see it: few are suppressed, others rounded."""
    if amount == 0:
        return State.ZERO, amount
    if amount < FEWEST:
        return State.SUPPRESSED, None
    fives = (amount / STEP).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return State.VALUE, fives * STEP


def against_goal(
    direction: Direction, amount: Decimal, goals: Sequence[GoalValue], *, today: date
) -> GoalStanding | None:
    """The next goal value, or the last one where its day has passed. What is to be held,
    or depends, is shown beside its goal and not judged by a machine."""
    if not goals:
        return None
    ahead = [one for one in goals if one.by >= today]
    goal = min(ahead, key=_by) if ahead else max(goals, key=_by)
    return GoalStanding(goal, _fate(direction, amount, goal, today))


def _by(goal: GoalValue) -> date:
    return goal.by


def _fate(direction: Direction, amount: Decimal, goal: GoalValue, today: date) -> Reached:
    if direction in {Direction.HOLD, Direction.DEPENDS}:
        return Reached.NOT_JUDGED
    is_up = direction is Direction.UP
    if amount >= goal.value if is_up else amount <= goal.value:
        return Reached.REACHED
    return Reached.NOT_YET if goal.by >= today else Reached.NOT_IN_TIME
