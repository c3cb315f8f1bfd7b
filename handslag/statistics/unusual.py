"""Is this week unlike the usual? A count against the same weekdays of earlier weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import NormalDist

from handslag.statistics.intervals import Estimate
from handslag.statistics.tails import negative_binomial_above, student_quantile

MOST_WEEKS = 26
LEAST_WINDOWS = 13  # fewer say too little of what is usual
LEAST_EVENTS = 5  # in this window and the three before it (Noufaily et al. 2013)
_WEEK = 7


class Flag(StrEnum):
    """Why nothing can be said of a count. Never an error: few is good news."""

    FEW = "few"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Unusual(Estimate):
    """A count against the usual: `estimate` is what is usual, `upper` the most that is
    not unusual, `observed` what came, `p` how often chance alone gives as many."""

    observed: int = 0
    p: float = 1.0
    phi: float = 1.0

    @property
    def can_be_judged(self) -> bool:
        return not self.flags


Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is weighed against what: `now`, which is `times` as long as each `earlier`."""

    now: Window
    earlier: tuple[Window, ...]
    times: int = 1


def windows(starts: date, ends: date, *, earliest: date) -> Weighing:
    """Earlier windows of the same weekdays, the latest first, none of them touching
    another; at most 26 weeks back and not before `earliest`. Both days belong.

    From two weeks on whole weeks are weighed, the last ones, against single weeks.
    Raises ValueError("E_EMPTY") for a window that ends before it starts.
    """
    days = (ends - starts).days + 1
    if days < 1:
        raise ValueError("E_EMPTY")
    times = max(1, days // _WEEK)
    if times > 1:
        starts = ends - timedelta(days=times * _WEEK - 1)
    step = 1 if times > 1 else -(-days // _WEEK)
    length = timedelta(days=(_WEEK if times > 1 else days) - 1)
    found = []
    for back in range(step, MOST_WEEKS + 1, step):
        began = starts - timedelta(weeks=back)
        if began < earliest:
            break
        found.append((began, began + length))
    return Weighing((starts, ends), tuple(found), times)


def unusual(
    observed: int, usual: Sequence[int], *, times: int = 1, level: float = 0.95
) -> Unusual:
    """Whether `observed` is more than chance gives, by what the windows of `usual` held,
    the latest first; it spans `times` such windows.

    A negative binomial tail with the dispersion of the windows themselves, never less
    than Poisson; wider for a mean and a dispersion that few windows tell of. What has
    come as often before is never unlikelier than its rank says. Among counts without any
    change at most 6 in 100 fall under 0.05 (tests/statistics). ValueError("E_NEGATIVE").
    """
    if observed < 0 or min(usual, default=0) < 0:
        raise ValueError("E_NEGATIVE")
    n = len(usual)
    mean = sum(usual) / n if n else 0.0
    if n < LEAST_WINDOWS:
        return _unjudged(observed, mean * times, n, level, Flag.SHORT)
    if observed + sum(usual[:3]) < LEAST_EVENTS:
        return _unjudged(observed, mean * times, n, level, Flag.FEW)
    # Half an event: none in half a year does not make the first one impossible.
    expected = max(mean, 0.5 / n)
    phi = max(1.0, _phi(usual, expected))
    variance = times * expected * phi * (1 + times / n) * _unsure(n, level)
    tail = negative_binomial_above(observed, times * expected, variance)
    return Unusual(
        estimate=mean * times,
        lower=0.0,
        upper=float(_most(times * expected, variance, 1 - level)),
        level=level,
        n=n,
        method="negative binomial",
        df=n - 1,
        observed=observed,
        p=max(tail, _rank(observed, usual)) if times == 1 else tail,
        phi=phi,
    )


def _rank(observed: int, usual: Sequence[int]) -> float:
    """How often the last of so many like ones is as large as this; nought beyond all."""
    as_large = sum(one >= observed for one in usual)
    return (1 + as_large) / (1 + len(usual)) if as_large else 0.0


def _unjudged(observed: int, mean: float, n: int, level: float, flag: Flag) -> Unusual:
    return Unusual(
        estimate=mean,
        lower=0.0,
        upper=0.0,
        level=level,
        n=n,
        method="none",
        flags=(flag.value,),
        observed=observed,
    )


def _phi(usual: Sequence[int], mean: float) -> float:
    return sum((one - mean) ** 2 for one in usual) / mean / (len(usual) - 1)


def _unsure(windows_: int, level: float) -> float:
    """How much wider it must be because the dispersion is itself an estimate, of counts
    that are not normal: by Student's t, and by the share that was found in simulation."""
    known = NormalDist().inv_cdf(level)
    return (student_quantile(level, windows_ - 1) / known) ** 2 * (1 + 2 / windows_)


def _most(mean: float, variance: float, tail: float) -> int:
    """The largest count that is not unusual."""
    most = int(mean)
    while negative_binomial_above(most + 1, mean, variance) > tail:
        most += 1
    return most


def adjusted(ps: Sequence[float]) -> list[float]:
    """The same p-values when so many were looked at together, in the same order.

    Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
    """
    order = sorted(range(len(ps)), key=lambda i: ps[i], reverse=True)
    found, least = [1.0] * len(ps), 1.0
    for rank, i in zip(range(len(ps), 0, -1), order, strict=True):
        least = min(least, ps[i] * (len(ps) / rank))
        found[i] = least
    return found
