"""When a goal can be followed up, and how far it has come. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.domain.plans.rules.words import Aim, Direction, Reached, Status
from handslag.domain.series.rules import GoalValue


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a goal is measured with, as the rules read it."""

    baseline: Decimal | None = None
    baseline_stated: str = ""
    target: Decimal | None = None
    by: date | None = None


def is_bounded(aim: Aim, yardsticks: Iterable[Yardstick]) -> bool:
    """To reach: a value by a day. To hold: a level to hold."""
    if aim is Aim.REACH:
        return any(one.target is not None and one.by is not None for one in yardsticks)
    return any(
        one.baseline is not None or one.baseline_stated.strip() for one in yardsticks
    )


def goal_of_period(
    goals: Iterable[GoalValue], *, starts: date | None, ends: date | None
) -> GoalValue | None:
    """The last goal value by a day of the period; where there is none, the next after."""
    ahead = sorted(
        (one for one in goals if starts is None or one.by >= starts),
        key=lambda one: one.by,
    )
    within = [one for one in ahead if ends is None or one.by <= ends]
    return within[-1] if within else next(iter(ahead), None)


def reading(
    direction: Direction, *, target: Decimal | None, amount: Decimal | None
) -> Reached:
    """What a number says of its goal value. To hold is to be no worse, either way."""
    if target is None or amount is None:
        return Reached.UNKNOWN
    if direction is Direction.UP:
        return Reached.YES if amount >= target else Reached.NO
    return Reached.YES if amount <= target else Reached.NO


@dataclass(frozen=True, slots=True)
class Progress:
    """How many measures have come how far."""

    planned: int = 0
    under_way: int = 0
    done: int = 0
    stopped: int = 0

    @property
    def total(self) -> int:
        return self.planned + self.under_way + self.done + self.stopped


def progress(statuses: Iterable[Status]) -> Progress:
    """Count measures by how far they have come."""
    counts = Counter(statuses)
    return Progress(
        planned=counts[Status.PLANNED],
        under_way=counts[Status.UNDER_WAY],
        done=counts[Status.DONE],
        stopped=counts[Status.STOPPED],
    )


@dataclass(frozen=True, slots=True)
class Results:
    """How many goals were reached. The unknown stand apart, in no share."""

    reached: int
    partly: int
    missed: int
    unknown: int

    @property
    def known(self) -> int:
        return self.reached + self.partly + self.missed


def results(said: Sequence[Reached]) -> Results:
    """Count what a follow-up says of the goals."""
    counts = Counter(said)
    return Results(
        reached=counts[Reached.YES],
        partly=counts[Reached.PARTLY],
        missed=counts[Reached.NO],
        unknown=counts[Reached.UNKNOWN],
    )
