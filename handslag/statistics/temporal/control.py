"""Slow drifts, found by adding up what comes week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from handslag.statistics.intervals import Estimates, Numbers, flagged

Given = Sequence[float] | NDArray[Any]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Cusum:
    """`statistic` after each count, `alarm` where it reaches `h`; `k` is what each
    count is allowed."""

    statistic: Numbers
    alarm: Marks
    k: float
    h: float
    n: int
    method: str = "Poisson CUSUM"


def cusum_poisson(
    counts: Given, usual: float, unusual: float, h: float, *, head_start: float = 0.0
) -> Cusum:
    """Whether counts (times,) have gone from the mean `usual` to `unusual`, up or down.

    After an alarm the sum begins again. `head_start`, a share of `h`, finds at once
    what is wrong from the beginning. Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY
    for means that are nought or the same. Lucas (1985), Technometrics 27, 129-144.
    """
    y = np.asarray(counts, dtype=float)
    if y.ndim != 1:
        raise ValueError("E_SHAPE")
    if (y < 0).any():
        raise ValueError("E_NEGATIVE")
    if min(usual, unusual, h) <= 0 or usual == unusual:
        raise ValueError("E_EMPTY")
    k = (unusual - usual) / (log(unusual) - log(usual))
    steps = y - k if unusual > usual else k - y
    sums, total = np.empty(len(y)), head_start * h
    for at, step in enumerate(steps):
        total = max(0.0, total + float(step))
        sums[at] = total
        total = 0.0 if total >= h else total
    return Cusum(statistic=sums, alarm=sums >= h, k=k, h=h, n=len(y))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Smoothed(Estimates):
    """`estimate` is the weighted mean so far; `lower` and `upper` are the limits within
    which it stays by chance, and `alarm` where it does not."""

    alarm: Marks


def ewma(
    values: Given,
    target: float,
    sd: float | None = None,
    *,
    weight: float = 0.2,
    width: float = 3.0,
) -> Smoothed:
    """The exponentially weighted moving average of values (times,), around `target`.

    `sd` of one value; of a count it is the root of the target if nothing is said.
    `weight` of the latest value; limits at `width` standard deviations, exact from the
    first value on. Raises ValueError: E_SHAPE for a weight outside 0 to 1, E_EMPTY
    without a standard deviation. Montgomery (2009), Introduction to Statistical Quality
    Control, 6th edition, 9.2.
    """
    y = np.asarray(values, dtype=float)
    spread = sqrt(max(target, 0.0)) if sd is None else sd
    if y.ndim != 1 or not 0 < weight <= 1:
        raise ValueError("E_SHAPE")
    if spread <= 0:
        raise ValueError("E_EMPTY")
    means, mean = np.empty(len(y)), target
    for at, value in enumerate(y):
        mean += weight * (float(value) - mean)
        means[at] = mean
    times = np.arange(1, len(y) + 1)
    share = weight / (2 - weight) * (1 - (1 - weight) ** (2 * times))
    half = width * spread * np.sqrt(share)
    return Smoothed(
        estimate=means,
        lower=target - half,
        upper=target + half,
        level=float(1 - 2 * ndtr(-width)),
        n=times,
        method="EWMA",
        se=spread * np.sqrt(share),
        flags=flagged(means.shape),
        alarm=np.abs(means - target) > half,
    )
