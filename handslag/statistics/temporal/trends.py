"""How much more or less for each year, with the seasons set aside, for many series."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtr, stdtrit

from handslag.statistics.intervals import Estimate, Estimates, Numbers, flagged, single
from handslag.statistics.temporal.regression import fit

FEW = 20  # events that tell as much as chance alone would; below it no percentage
_AT_ONCE = 512  # series; what stays in the processor's own memory
_NORMAL = 1e9  # degrees of freedom of what has none: the normal distribution
_METHODS = {
    "quasi": "quasi-Poisson regression",
    "poisson": "Poisson regression",
}
Given = Sequence[float] | Sequence[Sequence[float]] | NDArray[Any]


@dataclass(frozen=True, slots=True)
class Trend(Estimate):
    """Per cent for each year. `slope` and its `se` are the logarithm of the same;
    `autocorrelation` of what is left from one period to the next."""

    p: float = 1.0
    phi: float = 1.0
    slope: float = nan
    autocorrelation: float = 0.0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Trends(Estimates):
    """One for each series."""

    p: Numbers
    phi: Numbers
    slope: Numbers
    autocorrelation: Numbers


def trend(
    counts: Given,
    pop: float | Given | None = None,
    *,
    season: bool = True,
    family: str = "quasi",
    period: int = 12,
    harmonics: int = 2,
    level: float = 0.95,
) -> Trend | Trends:
    """The change for each year of counts at even distances, `period` to a year.

    `counts` (times,) gives a Trend, (series, times) Trends; NaN where nothing is known.
    `pop`, what the counts are of, has the same shape or (times,). `season` adds as many
    `harmonics` of the year. `family`: "quasi" (Poisson with Pearson's dispersion and
    Student's t) or "poisson". Flags: `few` below 20 events, or more when they vary more
    than by chance; `serial` when a period resembles the one before it so much that the
    interval is too narrow. Raises ValueError: E_SHAPE, E_NEGATIVE, E_METHOD, E_EMPTY for
    a population of nought, E_TOO_LITTLE_HISTORY for fewer periods than the
    columns and one. McCullagh & Nelder (1989), 6.2; Bhaskaran et al. (2013), 42, 1187.
    """
    y, shift = _shaped(counts, pop)
    x = _columns(y.shape[1], period, harmonics if season and period > 1 else 0)
    if (np.isfinite(y).sum(axis=1) <= x.shape[1]).any():
        raise ValueError("E_TOO_LITTLE_HISTORY")
    if family not in _METHODS:
        raise ValueError("E_METHOD")
    parts = [
        _fitted(y[at : at + _AT_ONCE], x, shift[at : at + _AT_ONCE], family)
        for at in range(0, len(y), _AT_ONCE)
    ]
    shape = np.shape(counts)[:-1]
    found = [np.concatenate(one) for one in zip(*parts, strict=True)]
    result = _told(y, found, family, level, shape)
    return result if shape else single(Trend, result)


def _shaped(counts: Given, pop: float | Given | None) -> tuple[Numbers, Numbers]:
    y = np.asarray(counts, dtype=float)
    of = np.asarray(1.0 if pop is None else pop, dtype=float)
    if y.ndim not in (1, 2) or (of.ndim and of.shape not in (y.shape, y.shape[-1:])):
        raise ValueError("E_SHAPE")
    if (y < 0).any():
        raise ValueError("E_NEGATIVE")
    if not (of > 0).all():
        raise ValueError("E_EMPTY")
    table = np.atleast_2d(y)
    return table, np.broadcast_to(np.log(of), table.shape)


def _columns(times: int, period: int, harmonics: int) -> Numbers:
    """Constant, years from the middle, and pairs of waves."""
    years = (np.arange(times) - (times - 1) / 2) / period
    waves = [
        wave(2 * np.pi * times_a_year * years)
        for times_a_year in range(1, harmonics + 1)
        for wave in (np.cos, np.sin)
    ]
    return np.column_stack([np.ones(times), years, *waves])


def _fitted(
    y: Numbers, x: Numbers, shift: Numbers, family: str
) -> tuple[Numbers, Numbers, Numbers, Numbers, Numbers]:
    """Slope, its standard error, dispersion, degrees of freedom, autocorrelation."""
    is_known = np.isfinite(y)
    weights, known = is_known.astype(float), np.where(is_known, y, 0.0)
    found = fit(known, x, offset=shift, weights=weights)
    phi = found.phi if family == "quasi" else np.ones(len(y))
    residual = weights * (known - found.mean) / np.sqrt(found.mean)
    with np.errstate(divide="ignore", invalid="ignore"):
        products = (residual[:, 1:] * residual[:, :-1]).sum(axis=1)
        serial = np.nan_to_num(products / (residual**2).sum(axis=1))
    return found.beta[:, 1], np.sqrt(phi * found.inverse[:, 1, 1]), phi, found.df, serial


def _told(
    y: Numbers,
    parts: list[Numbers],
    family: str,
    level: float,
    shape: tuple[int, ...],
) -> Trends:
    """From the logarithm to per cent; without a single event nothing is known."""
    events = np.nansum(y, axis=1)
    of, se, phi, df, serial = (one.reshape(shape) for one in parts)
    total, is_known = events.reshape(shape), events.reshape(shape) > 0
    slope = np.where(is_known, of, nan)
    free = df if family == "quasi" else np.full(shape, _NORMAL)
    half = stdtrit(free, 0.5 + level / 2) * se
    few = total < FEW * np.maximum(phi, 1.0)
    resembling = ~few & (serial > ndtri(0.975) / np.sqrt(y.shape[1]))
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return Trends(
            estimate=100 * np.expm1(slope),
            lower=np.where(is_known, 100 * np.expm1(slope - half), -100.0),
            upper=np.where(is_known, 100 * np.expm1(slope + half), inf),
            level=level,
            n=np.rint(total).astype(np.int64),
            method=_METHODS[family],
            se=se,
            df=df,
            flags=flagged(shape, few=few, serial=resembling),
            p=np.where(is_known, 2 * stdtr(free, -np.abs(slope / se)), 1.0),
            phi=phi,
            slope=slope,
            autocorrelation=serial,
        )
