"""Is this year different from the years before it, and what could have been seen?"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri, stdtr, stdtrit

from handslag.statistics.conditional import mid_p, mid_p_limits
from handslag.statistics.counts import POWER
from handslag.statistics.intervals import Estimates, Numbers, flagged, single
from handslag.statistics.verdicts import Measured

FEW = 0.5  # a fall by half that could not have been seen: too few to judge
_CLOSE = 1e-2  # of a standard error; the limits then hold to six digits
_VERDICTS = np.array(["none", "increase", "decrease", "too_few"])
Years = Sequence[float] | NDArray[Any]
Rows = Sequence[Sequence[float]] | NDArray[Any]


@dataclass(frozen=True, slots=True)
class Development(Measured):
    """The rate of now against that of the years before. `verdict`: increase, decrease,
    none or too_few; `mde` and `mde_rise`: the smallest fall and rise, as shares, that
    would have been found in four cases of five; `se` is of the logarithm."""

    verdict: str = "too_few"
    p: float = 1.0
    phi: float = 1.0
    mde_rise: float = inf


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Developments(Estimates):
    """Many of them."""

    verdict: NDArray[np.str_]
    p: Numbers
    phi: Numbers
    mde: Numbers
    mde_rise: Numbers


@overload
def change(
    current: float,
    baseline: Years,
    exposure: Years | None = ...,
    *,
    level: float = ...,
) -> Development: ...


@overload
def change(
    current: Years,
    baseline: Rows,
    exposure: Years | Rows | None = ...,
    *,
    level: float = ...,
) -> Developments: ...


def change(
    current: float | Years,
    baseline: Years | Rows,
    exposure: Years | Rows | None = None,
    *,
    level: float = 0.95,
) -> Development | Developments:
    """Whether the count `current` differs from the years of `baseline`, and how much.

    A number and (years,), or (series,) and (series, years). `exposure`, the years of the
    baseline first and the current one last, is what the counts are of (population, days).
    How much years vary is taken from those of the baseline: quasi-Poisson with Student's
    t, on the scale of the conditional mid-p test, so that nought is no exception. Flags:
    `few`, when a fall by half would not have been found and nothing else was; `short`
    with a single year.
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY. McCullagh & Nelder (1989), 6.2.3.
    """
    now, before, units = _shaped(current, baseline, exposure)
    past, of_past = before.sum(axis=-1), units[..., :-1].sum(axis=-1)
    phi = _phi(before, units[..., :-1])
    found = _judged(now, past, units[..., -1] / of_past, phi, before.shape[-1] - 1, level)
    return found if now.ndim else single(Development, found)


def _judged(
    now: Numbers, past: Numbers, odds: Numbers, phi: Numbers, df: int, level: float
) -> Developments:
    """`odds`: what there is now of what the counts are of, to one of it before."""
    hits, total = now / phi, (now + past) / phi
    t = float(stdtrit(df, 0.5 + level / 2)) if df else inf
    low, high = mid_p_limits(hits, total, float(ndtr(-t)), close=_CLOSE)
    with np.errstate(divide="ignore", invalid="ignore"):
        se = np.sqrt(phi / now + phi / past)
        rise, fall = _detectable(past * odds, past, phi, t + _power(df))
        lower, upper = low / (1 - low) / odds, high / (1 - high) / odds
        ratio = now / past / odds
    few = ~(fall <= FEW) & (lower <= 1) & (upper >= 1)
    code = np.where(lower > 1, 1, np.where(upper < 1, 2, np.where(few, 3, 0)))
    return Developments(
        estimate=ratio,
        lower=lower,
        upper=upper,
        level=level,
        n=np.rint(now + past).astype(np.int64),
        method="quasi-Poisson, conditional mid-p, Student's t",
        se=se,
        df=np.full(now.shape, float(df)),
        flags=flagged(now.shape, few=few, short=np.full(now.shape, df < 1)),
        verdict=_VERDICTS[code],
        p=_p(hits, total, odds / (1 + odds), df),
        phi=phi,
        mde=fall,
        mde_rise=rise,
    )


def _shaped(
    current: float | Years, baseline: Years | Rows, exposure: Years | Rows | None
) -> tuple[Numbers, Numbers, Numbers]:
    now, before = np.asarray(current, dtype=float), np.asarray(baseline, dtype=float)
    if now.ndim > 1 or before.ndim != now.ndim + 1 or before.shape[:-1] != now.shape:
        raise ValueError("E_SHAPE")
    if not before.shape[-1]:
        raise ValueError("E_EMPTY")
    shape = (*now.shape, before.shape[-1] + 1)
    units = np.ones(1) if exposure is None else np.asarray(exposure, dtype=float)
    if exposure is not None and units.shape not in (shape, shape[-1:]):
        raise ValueError("E_SHAPE")
    if (now < 0).any() or (before < 0).any():
        raise ValueError("E_NEGATIVE")
    if not (units > 0).all():
        raise ValueError("E_EMPTY")
    return now, before, np.broadcast_to(units, shape)


def _phi(before: Numbers, units: Numbers) -> Numbers:
    """Pearson's dispersion of the years about their common rate, never below one."""
    if not (df := before.shape[-1] - 1):
        return np.ones(before.shape[:-1])
    total = before.sum(axis=-1)
    with np.errstate(invalid="ignore"):
        # The squares less their mean, of which the counts themselves are the middle term.
        of_rate = (before * before / units).sum(axis=-1) * units.sum(axis=-1)
        pearson = np.where(total > 0, of_rate / total - total, 0.0)
    return np.asarray(np.maximum(pearson / df, 1.0))


def _p(hits: Numbers, total: Numbers, share: Numbers, df: int) -> Numbers:
    """The mid-p tail as so many standard deviations, of Student's t instead."""
    if not df:
        return np.ones(hits.shape)
    is_few = hits < total * share
    small = mid_p(
        np.where(is_few, total - hits, hits), total, np.where(is_few, 1 - share, share)
    )
    found: Numbers = 2 * stdtr(df, -np.abs(ndtri(np.minimum(small, 1 - small))))
    return np.minimum(found, 1.0)


def _power(df: int) -> float:
    return float(stdtrit(df, POWER)) if df else inf


def _detectable(
    expected: Numbers, past: Numbers, phi: Numbers, sure: float
) -> tuple[Numbers, Numbers]:
    """By the normal approximation of the logarithm: Armitage et al. (2002), 19.7."""
    with np.errstate(over="ignore", invalid="ignore"):
        log_ratio = sure * np.sqrt(phi / expected + phi / past)
        return np.expm1(log_ratio), -np.expm1(-log_ratio)
