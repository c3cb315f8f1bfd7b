"""Was a target met? One pure rule for all thirteen ways of putting a number on a promise.

`judged(target, log)` answers met, not met or cannot be said, and never guesses:
a target without a number, or a count that is still running, cannot be said.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from handslag.domain.promises.rules.words import Op

SEVERAL = 2  # "flera" is at least two


class Judgement(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, slots=True)
class Target:
    """A target as it is judged. `low` and `high` are in `unit`, per `per`."""

    op: Op
    low: Decimal | None = None
    high: Decimal | None = None
    per: str = ""
    starts: date | None = None
    ends: date | None = None
    out_of: Decimal | None = None  # how many there are in all, for "all"
    least_share: Decimal | None = None  # 0..1, for time limits; None means every case


@dataclass(frozen=True, slots=True)
class Count:
    """One row of the log: how much, when, at which occasion."""

    day: date
    amount: Decimal
    within: Decimal | None = None  # cases inside the time limit
    occasion: str = ""
    in_part: bool = False  # belongs to the sub-quota


@dataclass(frozen=True, slots=True)
class Log:
    """All that is counted towards a target. `closed`: nothing more is to come."""

    counts: tuple[Count, ...] = ()
    closed: bool = False

    @property
    def total(self) -> Decimal:
        return sum((row.amount for row in self.counts), Decimal(0))

    @property
    def in_part(self) -> Decimal:
        return sum((row.amount for row in self.counts if row.in_part), Decimal(0))

    @property
    def within(self) -> Decimal | None:
        """Cases inside the limit. None while that is not stated of every row of cases."""
        stated = [row.within for row in self.counts if row.within is not None]
        silent = any(row.within is None and row.amount for row in self.counts)
        return None if silent or not stated else sum(stated, Decimal(0))

    def by_occasion(self) -> dict[str, Decimal]:
        sums: defaultdict[str, Decimal] = defaultdict(Decimal)
        for row in self.counts:
            if row.occasion:
                sums[row.occasion] += row.amount
        return dict(sums)


WHOLE_PERIOD = frozenset({"", "period", "löftesperiod"})  # what `per` says of it
_UNIT_DAYS = {
    "dygn": Decimal(1),
    "dag": Decimal(1),
    "vecka": Decimal(7),
    "månad": Decimal("30.4375"),
    "varannan månad": Decimal("60.875"),
    "kvartal": Decimal("91.3125"),
    "tertial": Decimal("121.75"),
    "termin": Decimal("182.625"),
    "halvår": Decimal("182.625"),
    "år": Decimal("365.25"),
}


def times(per: str, starts: date | None, ends: date | None) -> Decimal | None:
    """How many whole times `per` fits in the period: 52 weeks, 2 terms. None: unknown."""
    if per in WHOLE_PERIOD:
        return Decimal(1)
    if per not in _UNIT_DAYS or starts is None or ends is None:
        return None
    days = Decimal((ends - starts + timedelta(days=1)).days)
    # A calendar year is 52 weeks and 12 months, though it is a day or so off.
    return max(Decimal(1), (days / _UNIT_DAYS[per] + Decimal("0.05")) // 1)


def needed(target: Target) -> Decimal | None:
    """The number that the whole period asks for: one control a week is 52 in a year.

    "All six classes" asks for six, whatever share stands in the promise.
    """
    if target.op is Op.ALL:
        share = (target.low if target.low is not None else Decimal(100)) / 100
        return None if target.out_of is None else target.out_of * share
    count = times(target.per, target.starts, target.ends)
    return None if target.low is None or count is None else target.low * count


def judged(target: Target, log: Log) -> Judgement:
    """Met, not met, or cannot be said, from what is promised and what is counted."""
    return _RULES[target.op](target, log)


def _at_least(goal: Decimal | None, done: Decimal, log: Log) -> Judgement:
    if goal is None:
        return Judgement.CANNOT_SAY
    if done >= goal:
        return Judgement.MET
    return Judgement.NOT_MET if log.closed else Judgement.CANNOT_SAY


def _is_time(per: str) -> bool:
    return per in _UNIT_DAYS or per in WHOLE_PERIOD


def _min(target: Target, log: Log) -> Judgement:
    if not _is_time(target.per):
        return _each(target, log)
    return _at_least(needed(target), log.total, log)


def _bounded(low: Decimal | None, high: Decimal, done: Decimal, log: Log) -> Judgement:
    """Over the ceiling is over at once; under it is said when nothing more is to come."""
    if done > high:
        return Judgement.NOT_MET
    if not log.closed:
        return Judgement.CANNOT_SAY
    return Judgement.MET if low is None or done >= low else Judgement.NOT_MET


def _each_bounded(low: Decimal | None, high: Decimal, log: Log) -> Judgement:
    """Per family, per case: every one must be within the bounds."""
    each = [_bounded(low, high, done, log) for done in log.by_occasion().values()]
    for said in (Judgement.NOT_MET, Judgement.CANNOT_SAY):
        if said in each:
            return said
    return Judgement.MET if each else Judgement.CANNOT_SAY


def _max(target: Target, log: Log) -> Judgement:
    ceiling = target.low if target.high is None else target.high
    if ceiling is None:
        return Judgement.CANNOT_SAY
    if not _is_time(target.per):
        return _each_bounded(None, ceiling, log)
    count = times(target.per, target.starts, target.ends)
    if count is None:
        return Judgement.CANNOT_SAY
    return _bounded(None, ceiling * count, log.total, log)


def _range(target: Target, log: Log) -> Judgement:
    if target.low is None or target.high is None:
        return Judgement.CANNOT_SAY
    if not _is_time(target.per):
        return _each_bounded(target.low, target.high, log)
    count = times(target.per, target.starts, target.ends)
    if count is None:
        return Judgement.CANNOT_SAY
    return _bounded(target.low * count, target.high * count, log.total, log)


def _subset(target: Target, log: Log) -> Judgement:
    return _at_least(needed(target), log.in_part, log)


def _each(target: Target, log: Log) -> Judgement:
    occasions = log.by_occasion()
    if target.low is None or not occasions or not log.closed:
        return Judgement.CANNOT_SAY
    enough = all(done >= target.low for done in occasions.values())
    return Judgement.MET if enough else Judgement.NOT_MET


def _all(target: Target, log: Log) -> Judgement:
    if target.out_of is None or target.out_of <= 0:
        return Judgement.CANNOT_SAY
    return _at_least(needed(target), log.total, log)


def _within(target: Target, log: Log) -> Judgement:
    if log.within is None or log.total <= 0 or not log.closed:
        return Judgement.CANNOT_SAY
    least = Decimal(1) if target.least_share is None else target.least_share
    return Judgement.MET if log.within >= least * log.total else Judgement.NOT_MET


def _several(target: Target, log: Log) -> Judgement:
    return _at_least(Decimal(SEVERAL), log.total, log)


def _always(target: Target, log: Log) -> Judgement:
    occasions = log.by_occasion()
    if any(done < 1 for done in occasions.values()):
        return Judgement.NOT_MET
    return Judgement.MET if occasions and log.closed else Judgement.CANNOT_SAY


def _cannot(target: Target, log: Log) -> Judgement:
    return Judgement.CANNOT_SAY


_RULES: dict[Op, Callable[[Target, Log], Judgement]] = {
    Op.MIN: _min,
    # Two actions promised and three done is more than promised, as real follow-ups say.
    Op.EXACT: _min,
    Op.AVG_MIN: _min,
    Op.MAX: _max,
    Op.RANGE: _range,
    Op.SUBSET: _subset,
    Op.EACH: _each,
    Op.ALL: _all,
    Op.WITHIN: _within,
    Op.PROMPT: _cannot,
    Op.SEVERAL: _several,
    Op.ALWAYS: _always,
    Op.ON_REQUEST: _always,
}
