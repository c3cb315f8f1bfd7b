"""Counts of what happened, and whether they changed: never one without its uncertainty."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, sqrt
from statistics import NormalDist
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, gammaincinv

from handslag.statistics.conditional import exact_limits, exact_p, mid_p, mid_p_limits
from handslag.statistics.intervals import Estimate, Estimates, Numbers, flagged, single

POWER = 0.8
_LEAST = 1e-300  # in the place of nought where nought has no tail
_METHODS = {"midp": "conditional mid-p", "exact": "conditional exact"}
Many = Sequence[float] | NDArray[Any]
Count = float | Many
_BEYOND = 100.0  # the logarithm of a ratio that no count reaches


@dataclass(frozen=True, slots=True)
class Ratio(Estimate):
    """One rate against another. `p`: how often chance alone gives as large a difference."""

    p: float = 1.0
    phi: float = 1.0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Ratios(Estimates):
    """Rates against others, each with its `p`."""

    p: Numbers
    phi: Numbers


@overload
def poisson_ci(k: float, exposure: float = ..., *, level: float = ...) -> Estimate: ...


@overload
def poisson_ci(k: Many, exposure: Count = ..., *, level: float = ...) -> Estimates: ...


def poisson_ci(
    k: Count, exposure: Count = 1.0, *, level: float = 0.95
) -> Estimate | Estimates:
    """A count for each unit of exposure, with the exact interval of Garwood.

    Numbers give an Estimate, arrays of shapes that go together Estimates.
    Garwood (1936), Biometrika 28, 437-442. Raises ValueError: E_NEGATIVE, E_EMPTY.
    """
    counts, units = _together(k, exposure)
    if (counts < 0).any():
        raise ValueError("E_NEGATIVE")
    if (units <= 0).any():
        raise ValueError("E_EMPTY")
    tail = (1 - level) / 2
    lower = np.where(counts > 0, gammaincinv(np.maximum(counts, _LEAST), tail), 0.0)
    found = Estimates(
        estimate=counts / units,
        lower=lower / units,
        upper=gammaincinv(counts + 1, 1 - tail) / units,
        level=level,
        n=np.rint(counts).astype(np.int64),
        method="garwood",
        flags=flagged(counts.shape),
    )
    return found if counts.ndim else single(Estimate, found)


def _together(*given: Count) -> list[Numbers]:
    """Arrays of one shape. Raises ValueError: E_SHAPE."""
    arrays = [np.asarray(one, dtype=float) for one in given]
    try:
        return list(np.broadcast_arrays(*arrays))
    except ValueError as error:
        raise ValueError("E_SHAPE") from error


def dispersion(counts: Sequence[float], expected: Sequence[float]) -> tuple[float, int]:
    """How much more counts vary than chance alone makes them (1), and on how many degrees
    of freedom that is said; one mean was estimated. Pearson's statistic.

    Raises ValueError: E_SHAPE for different lengths, E_EMPTY without anything to compare.
    """
    if len(counts) != len(expected):
        raise ValueError("E_SHAPE")
    df = len(counts) - 1
    if df < 1 or min(expected) <= 0:
        raise ValueError("E_EMPTY")
    pearson = sum((k - e) ** 2 / e for k, e in zip(counts, expected, strict=True))
    return pearson / df, df


@overload
def rate_ratio(
    k1: float,
    n1: float,
    k2: float,
    n2: float,
    *,
    phi: float = ...,
    method: str = ...,
    level: float = ...,
) -> Ratio: ...


@overload
def rate_ratio(
    k1: Many,
    n1: Count,
    k2: Count,
    n2: Count,
    *,
    phi: Count = ...,
    method: str = ...,
    level: float = ...,
) -> Ratios: ...


def rate_ratio(
    k1: Count,
    n1: Count,
    k2: Count,
    n2: Count,
    *,
    phi: Count = 1.0,
    method: str = "midp",
    level: float = 0.95,
) -> Ratio | Ratios:
    """The rate k1/n1 against k2/n2, with the interval of the conditional test.

    Numbers give a Ratio, arrays of shapes that go together Ratios. `method`: "midp", or
    "exact" as R's poisson.test has it. `phi`, when larger than 1, says how much more the
    counts vary than chance alone makes them: each then tells as much as 1/phi of it. The
    interval may reach from nought, and to infinity. Raises ValueError: E_NEGATIVE,
    E_EMPTY, also for two counts of nought; E_SHAPE, E_METHOD.
    Agresti (2002), Categorical Data Analysis, 1.4.4; Krishnamoorthy & Thomson (2004).
    """
    if method not in _METHODS:
        raise ValueError("E_METHOD")
    one, of, other, than, more = _together(k1, n1, k2, n2, phi)
    if (one < 0).any() or (other < 0).any():
        raise ValueError("E_NEGATIVE")
    if (of <= 0).any() or (than <= 0).any() or (one + other <= 0).any():
        raise ValueError("E_EMPTY")
    found = _compared(one, of, other, than, np.maximum(more, 1.0), method, level)
    return found if one.ndim else single(Ratio, found)


def _compared(
    one: Numbers,
    of: Numbers,
    other: Numbers,
    than: Numbers,
    phi: Numbers,
    method: str,
    level: float,
) -> Ratios:
    hits, total, expected = one / phi, (one + other) / phi, of / (of + than)
    test = _mid_p_test if method == "midp" else _exact_test
    p, low, high = test(hits, total, expected, (1 - level) / 2, phi)
    with np.errstate(divide="ignore"):
        return Ratios(
            estimate=(one / of) / (other / than),
            lower=low / (1 - low) * than / of,
            upper=high / (1 - high) * than / of,
            level=level,
            n=np.rint(one + other).astype(np.int64),
            method=_METHODS[method] + (", overdispersed" if (phi > 1).any() else ""),
            flags=flagged(one.shape),
            p=p,
            phi=phi,
        )


def _mid_p_test(
    hits: Numbers, total: Numbers, expected: Numbers, tail: float, _more: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    # Of the two tails the small one is counted: the other has lost its digits.
    is_few = hits < total * expected
    small = mid_p(
        np.where(is_few, total - hits, hits),
        total,
        np.where(is_few, 1 - expected, expected),
    )
    p: Numbers = np.minimum(1.0, 2 * np.minimum(small, 1 - small))
    return p, *mid_p_limits(hits, total, tail)


def _exact_test(
    hits: Numbers, total: Numbers, expected: Numbers, tail: float, more: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """What is no whole number has no cases to compare: the smaller tail is doubled."""
    whole = exact_p(np.rint(hits), np.rint(total), expected)
    rest = np.maximum(total - hits, 0.0)
    above = np.where(hits > 0, betainc(np.maximum(hits, _LEAST), rest + 1, expected), 1.0)
    below = np.where(
        rest > 0, betainc(np.maximum(rest, _LEAST), hits + 1, 1 - expected), 1.0
    )
    doubled = np.minimum(1.0, 2 * np.minimum(above, below))
    return np.where(more > 1, doubled, whole), *exact_limits(hits, total, tail)


def least_rise(
    k: float, *, times: float = 1.0, phi: float = 1.0, level: float = 0.95
) -> float:
    """The smallest rise that would have been found in four cases of five, as a share,
    after a span with `k` events; the next span is `times` as long.

    By the normal approximation of the logarithm of the ratio. Infinite after nothing.
    Raises ValueError: E_NEGATIVE, E_EMPTY. Armitage et al. (2002), 19.7.
    """
    if k < 0:
        raise ValueError("E_NEGATIVE")
    if times <= 0:
        raise ValueError("E_EMPTY")
    if k == 0:
        return inf
    sure = NormalDist().inv_cdf(0.5 + level / 2) + NormalDist().inv_cdf(POWER)
    log_ratio = sure * sqrt(max(phi, 1.0) / k * (1 + 1 / times))
    return exp(log_ratio) - 1 if log_ratio < _BEYOND else inf
