"""What became of what was reported: for those who reported it, and added up. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median_low

from handslag.domain.incidents.rules.words import Channel, Deed, Outcome, Phase, Top


class Fate(StrEnum):
    """What became of it. Until it is closed the measures count, after that the outcome
    first: what was closed without being fixed may still have led to a measure."""

    FIXED = "fixed"
    PARTLY = "partly"
    MEASURE = "measure"
    OPEN = "open"
    NOTED = "noted"
    NOT_OURS = "not_ours"
    WILL_NOT = "will_not"


LED = (Fate.FIXED, Fate.PARTLY, Fate.MEASURE)
NOT_LED = (Fate.OPEN, Fate.NOTED, Fate.NOT_OURS, Fate.WILL_NOT)
# What the one who reported can call an answer. That it was handed on is none.
ANSWERS = frozenset({Deed.BEGUN, Deed.MEASURE, Deed.CLOSED})
_OF_OUTCOME = {
    Outcome.FIXED: Fate.FIXED,
    Outcome.PARTLY: Fate.PARTLY,
    Outcome.NOTED: Fate.NOTED,
    Outcome.NOT_OURS: Fate.NOT_OURS,
    Outcome.WILL_NOT: Fate.WILL_NOT,
}


def fate_of(*, phase: Phase, outcome: str, measured: bool) -> Fate:
    """What became of one incident. `measured`: a measure was taken and told."""
    found = _OF_OUTCOME[Outcome(outcome)] if phase is Phase.CLOSED else Fate.OPEN
    return Fate.MEASURE if measured and found in NOT_LED else found


@dataclass(frozen=True, slots=True)
class Told:
    """One incident: in which capacity it was reported, and what became of it."""

    incident: int
    report: int
    channel: Channel
    by: int | None
    person: int | None
    top: Top
    received: date
    answered: date | None
    is_open: bool
    fate: Fate

    @property
    def days(self) -> int | None:
        """Days to the first answer."""
        return None if self.answered is None else (self.answered - self.received).days


@dataclass(frozen=True, slots=True)
class Total:
    """How it went with several: each number stands for itself, they overlap."""

    reported: int
    answered: int
    led: int
    still_open: int
    # Half of those that were answered had their first answer within so many days.
    days: int | None


def total(those: Collection[Told]) -> Total:
    days = [one.days for one in those if one.days is not None]
    return Total(
        reported=len(those),
        answered=len(days),
        led=sum(one.fate in LED for one in those),
        still_open=sum(one.is_open for one in those),
        days=median_low(days) if days else None,
    )


def best_of(fates: Collection[Fate]) -> Fate:
    """What became of a report in which several things were told: the best of it, and
    open as long as one of them may still lead to something."""
    return min(fates, key=tuple(Fate).index)
