"""When did the level shift? Looking back on a series, with how sure the time is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, pi, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, stdtrit

from handslag.statistics.intervals import Estimates, Numbers, flagged
from handslag.statistics.tails import root

_SHARE = 0.15  # of the series, in each part, as R's strucchange
_LEAST = 2  # values in a part
_MOST = 5
# The least that one shift has to gain in twice the logarithm of the likelihood: found
# by simulation such that at most 6 in 100 series without any shift seem to have one.
_GAIN = 9.6


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Breaks(Estimates):
    """`estimate`: how many values come before each shift, with the interval of Bai; the
    level of each part in `means`, with `means_lower` and `means_upper`."""

    means: Numbers
    means_lower: Numbers
    means_upper: Numbers


def breakpoints(
    y: Sequence[float] | NDArray[Any],
    min_size: int | None = None,
    penalty: float | None = None,
    *,
    most: int = _MOST,
    level: float = 0.95,
) -> Breaks:
    """Where the mean of `y` (n,) shifts, by dynamic programming over all partitions.

    `min_size`: values in a part, 15 per cent of them if not given; `penalty`: what each
    shift has to take off the sum of squares; if not given, the information criterion
    of Schwarz (BIC), and never less than chance alone gives. At most `most` shifts.
    `method` is "none" for what is too short to be divided. Raises ValueError: E_SHAPE,
    E_EMPTY, E_NAN.
    Bai & Perron (2003), Journal of Applied Econometrics 18, 1-22; Bai (1997), Review of
    Economics and Statistics 79, 551-563, for the interval.
    """
    values = np.asarray(y, dtype=float)
    if values.ndim != 1:
        raise ValueError("E_SHAPE")
    if not len(values):
        raise ValueError("E_EMPTY")
    if not np.isfinite(values).all():
        raise ValueError("E_NAN")
    least = max(_LEAST, int(_SHARE * len(values)) if min_size is None else min_size)
    found = _partitions(values, least, max(0, min(most, len(values) // least - 1)))
    chosen = _chosen(found, len(values), penalty)
    return _told(values, chosen, level, is_few=len(values) < 2 * least)


def _partitions(
    values: Numbers, least: int, most: int
) -> list[tuple[float, tuple[int, ...]]]:
    """The best partition with 0, 1, 2 ... shifts: its sum of squares, and the shifts."""
    n = len(values)
    cost = _costs(values - values.mean(), least)
    best = [cost[0]]
    last: list[NDArray[np.int64]] = []
    for _ in range(most):
        # total[i, j]: the best of what comes before i, then one part from i to j.
        total = best[-1][:, None] + cost
        last.append(total.argmin(axis=0))
        best.append(total.min(axis=0))
    return [(float(one[n]), _traced(last[:many], n)) for many, one in enumerate(best)]


def _costs(values: Numbers, least: int) -> Numbers:
    """The sum of squares about their mean of the values from i up to j (n + 1, n + 1);
    infinite for fewer than `least`."""
    n = len(values)
    sums = np.concatenate([[0.0], np.cumsum(values)])
    squares = np.concatenate([[0.0], np.cumsum(values**2)])
    length = np.arange(n + 1)[None, :] - np.arange(n + 1)[:, None]
    total = sums[None, :] - sums[:, None]
    within = squares[None, :] - squares[:, None] - total**2 / np.maximum(length, 1)
    return np.asarray(np.where(length >= least, np.maximum(within, 0.0), inf))


def _traced(last: list[NDArray[np.int64]], n: int) -> tuple[int, ...]:
    shifts: list[int] = []
    for table in reversed(last):
        shifts.append(int(table[shifts[-1] if shifts else n]))
    return tuple(reversed(shifts))


def _chosen(
    found: list[tuple[float, tuple[int, ...]]], n: int, penalty: float | None
) -> tuple[int, ...]:
    if penalty is not None:
        return min(found, key=lambda one: one[0] + penalty * len(one[1]))[1]
    each = max(2 * np.log(n), _GAIN * n / max(n - 3, 1))

    def criterion(one: tuple[float, tuple[int, ...]]) -> float:
        return float(n * np.log(max(one[0], 1e-300) / n) + each * len(one[1]))

    return min(found, key=criterion)[1]


def _told(
    values: Numbers, shifts: tuple[int, ...], level: float, *, is_few: bool
) -> Breaks:
    edges = (0, *shifts, len(values))
    parts = [values[at:to] for at, to in pairwise(edges)]
    means = np.array([part.mean() for part in parts])
    df = len(values) - len(parts)
    left = sum(float(((part - part.mean()) ** 2).sum()) for part in parts)
    half = (
        float(stdtrit(df, 0.5 + level / 2))
        * np.sqrt(left / df / np.array([len(part) for part in parts]))
        if df
        else np.full(len(parts), inf)
    )
    at, reach = np.array(shifts, dtype=float), _reach(means, left / len(values), level)
    return Breaks(
        estimate=at,
        lower=np.maximum(at - reach, 0.0),
        upper=np.minimum(at + reach, float(len(values))),
        level=level,
        n=np.full(at.shape, len(values)),
        method="least squares partition, BIC" if not is_few else "none",
        flags=flagged(at.shape),
        means=means,
        means_lower=means - half,
        means_upper=means + half,
    )


def _reach(means: Numbers, variance: float, level: float) -> Numbers:
    """How far from the shift the true one may lie: the larger the step, the nearer."""
    step = np.diff(means)
    quantile = root(lambda x: _argmax_below(x) - 0.5 - level / 2, 0.0, inf)
    with np.errstate(divide="ignore", invalid="ignore"):
        reach: Numbers = np.floor(quantile * variance / step**2) + 1
    return np.nan_to_num(reach, nan=0.0)


def _argmax_below(x: float) -> float:
    """The distribution of where Brownian motion with a two-sided drift is highest."""
    far = exp(x) * float(ndtr(-3 * sqrt(x) / 2)) if x < 700 else 0.0  # noqa: PLR2004
    near = (x + 5) / 2 * float(ndtr(-sqrt(x) / 2))
    return 1 + sqrt(x / (2 * pi)) * exp(-x / 8) - near + 1.5 * far
