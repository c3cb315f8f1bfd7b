"""From two counts to what may be said of them. Pure.

A number of reports is what happened times how many tell of it. So a difference is only
called more or fewer events when those who reported in both spans see it as well.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

from handslag.statistics.counts import Ratio, least_rise, rate_ratio

CHANCE = 0.05
SAME = 0.1  # as good as unchanged: at most a tenth either way
TOO_COARSE = 0.5  # what could only have shown a rise by half says nothing of smaller ones


class Verdict(StrEnum):
    """What can be said of a count beside that of the span before."""

    UP = "up"
    DOWN = "down"
    MORE_TOLD = "more_told"  # more reports, but perhaps only more who report
    LESS_TOLD = "less_told"
    SAME = "same"
    NONE = "none"  # the difference may be chance
    FEW = "few"
    SHORT = "short"  # how much weeks vary is not known yet
    NOTHING = "nothing"  # nothing reported in either
    MISSING = "missing"  # the span before is not known: that is not nought


class Missing(StrEnum):
    """Why the span before cannot be counted."""

    NOT_BEGUN = "not_begun"  # nobody received reports then
    NOT_KEPT = "not_kept"  # reports of then have been deleted


@dataclass(frozen=True, slots=True)
class Pair:
    """How many in a span, and how many in the one before; and the same of those
    organisations that reported in both."""

    now: int
    before: int
    both_now: int = 0
    both_before: int = 0


@dataclass(frozen=True, slots=True)
class Lengths:
    """Days of a span and of the one before."""

    now: int
    before: int


@dataclass(frozen=True, slots=True)
class Compared:
    """The pair, its ratio for each day with an interval, and the smallest rise that
    could have been found. `None` is unknown or without end."""

    pair: Pair
    verdict: Verdict
    ratio: float | None = None
    lower: float | None = None
    upper: float | None = None
    least: float | None = None
    p: float = 1.0


def compared(pair: Pair, days: Lengths, *, phi: float | None) -> Compared:
    """Judge one count by itself. `phi`: how much weeks vary; None while unknown."""
    if not pair.now + pair.before:
        return Compared(pair, Verdict.NOTHING)
    if phi is None:
        return Compared(pair, Verdict.SHORT)
    found = rate_ratio(pair.now, days.now, pair.before, days.before, phi=phi)
    least = least_rise(pair.before, times=days.now / days.before, phi=phi)
    return Compared(
        pair,
        _verdict(found, least, _matched(pair, days, phi)),
        _finite(found.estimate),
        found.lower,
        _finite(found.upper),
        _finite(least),
        found.p,
    )


def missing(now: int) -> Compared:
    """A count whose span before is not known."""
    return Compared(Pair(now, 0), Verdict.MISSING)


def together(one: Compared, p: float) -> Compared:
    """The same when many were looked at: a difference that no longer holds is chance."""
    claims = {Verdict.UP, Verdict.DOWN, Verdict.MORE_TOLD, Verdict.LESS_TOLD}
    if one.verdict not in claims or p <= CHANCE:
        return one
    return replace(one, verdict=_unsure(one.least))


def _verdict(found: Ratio, least: float, matched: Ratio | None) -> Verdict:
    if found.lower > 1:
        sees = matched is not None and matched.lower > 1
        return Verdict.UP if sees else Verdict.MORE_TOLD
    if found.upper < 1:
        sees = matched is not None and matched.upper < 1
        return Verdict.DOWN if sees else Verdict.LESS_TOLD
    if found.lower >= 1 - SAME and found.upper <= 1 + SAME:
        return Verdict.SAME
    return _unsure(_finite(least))


def _unsure(least: float | None) -> Verdict:
    return Verdict.FEW if least is None or least > TOO_COARSE else Verdict.NONE


def _matched(pair: Pair, days: Lengths, phi: float) -> Ratio | None:
    """The ratio among those who reported both times; nothing when nobody did."""
    if not pair.both_now + pair.both_before:
        return None
    return rate_ratio(pair.both_now, days.now, pair.both_before, days.before, phi=phi)


def _finite(value: float) -> float | None:
    return None if value == inf else value
