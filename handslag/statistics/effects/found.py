"""What an evaluation found, and how small an effect it could have found."""

from dataclasses import dataclass
from math import exp, inf, nan, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtr, stdtrit

from handslag.statistics.intervals import Estimate

Numbers = NDArray[np.float64]

FEW = 20  # events in all, from where a percentage may be said
_BEYOND = 700.0  # the logarithm of a ratio that no count reaches


@dataclass(frozen=True, slots=True)
class Effect(Estimate):
    """How many times as many there were as there would have been anyway.

    `mde`: the smallest fall, as a share, that would have been found in four cases of
    five. `expected`: how many were to be expected, and `observed` how many came.
    """

    se: float = nan
    df: float = nan
    p: float = 1.0
    phi: float = 1.0
    mde: float = nan
    observed: float = nan
    expected: float = nan


@dataclass(frozen=True, slots=True)
class Detectable:
    """The smallest changes that would be found with this `power`, as shares: `rise` may
    be infinite, `fall` is at most 1."""

    rise: float
    fall: float
    power: float
    level: float
    se: float


def mde(
    before: float,
    exposure: float = 1.0,
    phi: float = 1.0,
    *,
    comparison: float | None = None,
    power: float = 0.8,
    level: float = 0.95,
) -> Detectable:
    """The smallest rise and fall that would be found after a span with `before` events.

    `exposure`: how many times as long (or as populous) the span after is. `phi`: how much
    more counts vary than chance alone makes them. `comparison`: the events before of an
    area held beside it. By the normal approximation of the logarithm of the ratio, with
    the spread that there is when nothing has changed: with 150 events the fall is found
    in 73 cases of 100 and the rise in 87, for a `power` of 80.
    Raises ValueError: E_NEGATIVE, E_EMPTY. Armitage et al. (2002), Statistical Methods in
    Medical Research, 19.7.
    """
    counts = [before] if comparison is None else [before, comparison]
    if min(counts) < 0:
        raise ValueError("E_NEGATIVE")
    if exposure <= 0 or not 0 < power < 1 or not 0 < level < 1:
        raise ValueError("E_EMPTY")
    if min(counts) == 0:
        return Detectable(inf, 1.0, power, level, inf)
    one_way = sum(1 / count for count in counts)
    se = sqrt(max(phi, 1.0) * one_way * (1 + 1 / exposure))
    return detectable(se, power=power, level=level)


def detectable(
    se: float, *, power: float = 0.8, level: float = 0.95, df: float = inf
) -> Detectable:
    """The same from the standard error of the logarithm of a ratio."""
    far = (_quantile(0.5 + level / 2, df) + _quantile(power, df)) * se
    rise = exp(far) - 1 if far < _BEYOND else inf
    return Detectable(rise, 1 - exp(-far), power, level, se)


def _quantile(p: float, df: float) -> float:
    return float(ndtri(p) if df == inf else stdtrit(df, p))


def effect(log_ratio: float, se: float, *, df: float, level: float, **rest: Any) -> Effect:
    """An effect from the logarithm of its ratio, with t on `df` degrees of freedom."""
    half = _quantile(0.5 + level / 2, df) * se
    tail = float(stdtr(df if df < inf else 1e9, -abs(log_ratio) / se))
    return Effect(
        estimate=exp(log_ratio),
        lower=exp(log_ratio - half),
        upper=exp(log_ratio + half) if log_ratio + half < _BEYOND else inf,
        level=level,
        se=se,
        df=df,
        **{"p": 2 * tail, "mde": detectable(se, level=level, df=df).fall} | rest,
    )
