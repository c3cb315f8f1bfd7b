"""A series as its trend, its seasons and the rest: for the picture, not for a verdict.

Cleveland, Cleveland, McRae & Terpenning (1990), STL, Journal of Official Statistics 6,
3-73, with the settings that R's stl has unless told otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.intervals import Numbers

_NEAR, _FAR = 0.001, 0.999  # of the distance at which a weight is nought
_INNER, _INNER_ROBUST, _OUTER = 2, 1, 15
_LEAST = 2  # years


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Parts:
    """`trend` + `season` + `rest` is the series; `weights` what each value counted."""

    trend: Numbers
    season: Numbers
    rest: Numbers
    weights: Numbers
    n: int
    method: str = "STL"


@dataclass(frozen=True, slots=True)
class _Loess:
    """How wide, of which degree, and at every how many points it is worked out."""

    window: int
    degree: int

    @property
    def jump(self) -> int:
        return ceil(self.window / 10)


def stl_like(
    counts: Sequence[float] | NDArray[Any],
    period: int,
    *,
    season_window: int | None = None,
    trend_window: int | None = None,
    robust: bool = False,
) -> Parts:
    """Trend, season and rest of a series (times,) with `period` values in a year.

    `season_window` years, odd, over which the seasons may change; without it they stay
    the same. `robust` lets values that stand out weigh less. Raises ValueError: E_SHAPE,
    also for a window that is even or shorter than 3; E_NAN;
    E_TOO_LITTLE_HISTORY for less than two whole periods.
    """
    y = np.asarray(counts, dtype=float)
    windows = [one for one in (season_window, trend_window) if one is not None]
    if y.ndim != 1 or period < _LEAST or any(one % 2 == 0 or one <= 1 for one in windows):
        raise ValueError("E_SHAPE")
    if not np.isfinite(y).all():
        raise ValueError("E_NAN")
    if len(y) < _LEAST * period:
        raise ValueError("E_TOO_LITTLE_HISTORY")
    seasons = _Loess(season_window or 10 * len(y) + 1, 0)
    wide = trend_window or _odd(1.5 * period / (1 - 1.5 / seasons.window))
    season, trend, weights = _decomposed(y, period, seasons, _Loess(wide, 1), robust)
    if season_window is None:
        means = [season[at::period].mean() for at in range(period)]
        season = np.resize(np.array(means), len(y))
    return Parts(
        trend=trend, season=season, rest=y - season - trend, weights=weights, n=len(y)
    )


def _odd(least: float) -> int:
    whole = ceil(least)
    return whole + 1 - whole % 2


def _decomposed(
    y: Numbers,
    period: int,
    seasons: _Loess,
    trends: _Loess,
    robust: bool,  # noqa: FBT001
) -> tuple[Numbers, Numbers, Numbers]:
    season, trend, weights = np.zeros(len(y)), np.zeros(len(y)), np.ones(len(y))
    low = _Loess(_odd(period), 1)
    for outer in range(_OUTER + 1 if robust else 1):
        if outer:
            weights = _weights(np.abs(y - season - trend))
        for _ in range(_INNER_ROBUST if robust else _INNER):
            cycle = _by_season(y - trend, weights, period, seasons)
            passed = _average(_average(_average(cycle, period), period), 3)
            season = cycle[period:-period] - _smooth(passed, np.ones(len(y)), low)
            trend = _smooth(y - season, weights, trends)
    return season, trend, weights


def _weights(off: Numbers) -> Numbers:
    """What lies six medians away counts nothing."""
    far = 6 * float(np.median(off))
    if far == 0:
        return np.where(off > 0, 0.0, 1.0)
    share = off / far
    found = np.where(share <= _NEAR, 1.0, (1 - share**2) ** 2)
    return np.asarray(np.where(share <= _FAR, found, 0.0))


def _by_season(y: Numbers, weights: Numbers, period: int, loess: _Loess) -> Numbers:
    """Each season smoothed by itself over the years, and one year more at both ends."""
    found = np.empty(len(y) + 2 * period)
    for at in range(period):
        own, of = y[at::period], weights[at::period]
        n, reach = len(own), loess.window - 1
        inside = _smooth(own, of, loess)
        before = _at(own, of, loess, [-1], [0], [min(reach, n - 1)])
        after = _at(own, of, loess, [n], [max(0, n - 1 - reach)], [n - 1])
        whole = np.concatenate([before, inside, after])
        whole[0] = whole[1] if np.isnan(whole[0]) else whole[0]
        whole[-1] = whole[-2] if np.isnan(whole[-1]) else whole[-1]
        found[at::period] = whole
    return found


def _average(values: Numbers, length: int) -> Numbers:
    sums = np.concatenate([[0.0], np.cumsum(values)])
    found: Numbers = (sums[length:] - sums[:-length]) / length
    return found


def _smooth(y: Numbers, weights: Numbers, loess: _Loess) -> Numbers:
    """At every so many points, and straight lines between."""
    n, half = len(y), (loess.window + 1) // 2
    jump = max(1, min(loess.jump, n - 1))
    points = np.unique(np.append(np.arange(0, n, jump), n - 1))
    left = np.clip(points - half + 1, 0, max(0, n - loess.window))
    right = np.minimum(left + loess.window - 1, n - 1)
    found = _at(y, weights, loess, points, left, right)
    found = np.where(np.isnan(found), y[points], found)
    return np.interp(np.arange(n), points, found)


def _at(
    y: Numbers,
    weights: Numbers,
    loess: _Loess,
    points: Sequence[int] | NDArray[np.int64],
    left: Sequence[int] | NDArray[np.int64],
    right: Sequence[int] | NDArray[np.int64],
) -> Numbers:
    """The local mean or line at some points, each from its own neighbours; NaN where
    none of them weighs anything."""
    n, x = len(y), np.arange(len(y))
    at, first, last = (np.asarray(one)[:, None] for one in (points, left, right))
    reach = np.maximum(at - first, last - at) + max(0, (loess.window - n) // 2)
    share = np.abs(at - x) / reach
    weight = np.where(share <= _NEAR, 1.0, (1 - share**3) ** 3)
    weight = np.where((share <= _FAR) & (x >= first) & (x <= last), weight, 0.0) * weights
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = weight / weight.sum(axis=1, keepdims=True)
    if loess.degree:
        middle = (weight * x).sum(axis=1, keepdims=True)
        spread = (weight * (x - middle) ** 2).sum(axis=1, keepdims=True)
        is_line = np.sqrt(spread) > _NEAR * (n - 1)
        tilt = (at - middle) / np.where(is_line, spread, 1.0)
        weight = np.where(is_line, weight * (tilt * (x - middle) + 1), weight)
    found: Numbers = weight @ y
    return found
