"""Rates made comparable between places whose people differ in age or otherwise."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import gammainccinv, gammaincinv

from handslag.statistics.weighting import Codes, Numbers

Method = Literal["direct", "indirect"]

_FEW = 20
_PLACES_BY_PARTS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Standardised:
    """For each place `estimate` with its interval: by the direct method the rate it would
    have with the standard's people, by the indirect one its cases by those expected.
    `crude`: cases by people; `expected`: cases by the standard's rates (indirect)."""

    estimate: Numbers
    lower: Numbers
    upper: Numbers
    se: Numbers
    crude: Numbers
    expected: Numbers
    n: Codes
    level: float
    method: str
    flags: tuple[str, ...] = ()


def standardise(
    cases: Numbers | Codes,
    pop: Numbers,
    std: Numbers,
    *,
    method: Method = "direct",
    level: float = 0.95,
) -> Standardised:
    """Cases and people of each place (rows) by part of the people (columns), or of one.

    `std`: direct, how many people of each part the standard has; indirect, the
    standard's rate of each part (cases per person). Intervals: direct by gamma (Fay &
    Feuer 1997, Statistics in Medicine 16, 791-801), indirect exact (Garwood 1936). Flag
    few: some place has fewer than twenty cases.
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY for parts without people.
    Breslow & Day (1987), Statistical Methods in Cancer Research II, 2.3.
    """
    d, people = (
        np.atleast_2d(np.asarray(cases, float)),
        np.atleast_2d(np.asarray(pop, float)),
    )
    weights = np.asarray(std, np.float64)
    if (
        d.ndim != _PLACES_BY_PARTS
        or d.shape != people.shape
        or weights.shape != d.shape[1:]
    ):
        raise ValueError("E_SHAPE")
    if not np.isfinite(d).all() or min(d.min(), weights.min()) < 0:
        raise ValueError("E_NEGATIVE")
    if not (people > 0).all() or weights.sum() == 0:
        raise ValueError("E_EMPTY")
    if method == "direct":
        return _direct(d, people, weights / weights.sum(), level)
    return _indirect(d, people, weights, level)


def _direct(d: Numbers, people: Numbers, weights: Numbers, level: float) -> Standardised:
    each = weights / people
    rate, variance, most = (d * each).sum(1), (d * each**2).sum(1), each.max(1)
    tail = (1 - level) / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        lower = gammaincinv(rate**2 / variance, tail) * variance / rate
    wide, above = variance + most**2, rate + most
    return Standardised(
        estimate=rate,
        lower=np.where(rate > 0, lower, 0.0),
        upper=gammainccinv(above**2 / wide, tail) * wide / above,
        se=np.sqrt(variance),
        crude=d.sum(1) / people.sum(1),
        expected=rate * people.sum(1),
        n=d.sum(1).round().astype(np.int64),
        level=level,
        method="direct, gamma interval",
        flags=_flags(d),
    )


def _indirect(d: Numbers, people: Numbers, rates: Numbers, level: float) -> Standardised:
    expected, hits, tail = people @ rates, d.sum(1), (1 - level) / 2
    if not (expected > 0).all():
        raise ValueError("E_EMPTY")
    lower = np.where(hits > 0, gammaincinv(np.maximum(hits, 1), tail), 0.0)
    return Standardised(
        estimate=hits / expected,
        lower=lower / expected,
        upper=gammainccinv(hits + 1, tail) / expected,
        se=np.sqrt(hits) / expected,
        crude=hits / people.sum(1),
        expected=expected,
        n=hits.round().astype(np.int64),
        level=level,
        method="indirect, exact interval",
        flags=_flags(d),
    )


def _flags(d: Numbers) -> tuple[str, ...]:
    return ("few",) if (d.sum(1) < _FEW).any() else ()
