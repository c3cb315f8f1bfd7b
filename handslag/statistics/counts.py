"""Counts of what happened, and whether they changed: never one without its uncertainty."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, sqrt
from statistics import NormalDist

from handslag.statistics.intervals import Estimate
from handslag.statistics.tails import beta_below, gamma_below, root

POWER = 0.8
_BEYOND = 100.0  # the logarithm of a ratio that no count reaches


@dataclass(frozen=True, slots=True)
class Ratio(Estimate):
    """One rate against another. `p`: how often chance alone gives as large a difference."""

    p: float = 1.0
    phi: float = 1.0


def poisson_ci(k: int, exposure: float = 1.0, *, level: float = 0.95) -> Estimate:
    """A count for each unit of exposure, with the exact interval of Garwood.

    Garwood (1936), Biometrika 28, 437-442. Raises ValueError: E_NEGATIVE, E_EMPTY.
    """
    if k < 0:
        raise ValueError("E_NEGATIVE")
    if exposure <= 0:
        raise ValueError("E_EMPTY")
    tail = (1 - level) / 2
    lower = root(lambda m: gamma_below(m, k) - tail, 0.0, inf) if k else 0.0
    upper = root(lambda m: gamma_below(m, k + 1) - (1 - tail), 0.0, inf)
    return Estimate(
        k / exposure, lower / exposure, upper / exposure, level, k, method="garwood"
    )


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


def rate_ratio(
    k1: float, n1: float, k2: float, n2: float, *, phi: float = 1.0, level: float = 0.95
) -> Ratio:
    """The rate k1/n1 against k2/n2, with the mid-p interval of the conditional test.

    `phi`, when larger than 1, says how much more the counts vary than chance alone makes
    them: each then tells as much as 1/phi of it. The interval may reach from nought, and
    to infinity. Raises ValueError: E_NEGATIVE, E_EMPTY.
    Agresti (2002), Categorical Data Analysis, 1.4.4; Krishnamoorthy & Thomson (2004).
    """
    if min(k1, k2) < 0:
        raise ValueError("E_NEGATIVE")
    if min(n1, n2) <= 0 or k1 + k2 <= 0:
        raise ValueError("E_EMPTY")
    phi = max(phi, 1.0)
    hits, all_ = k1 / phi, (k1 + k2) / phi
    tail = (1 - level) / 2
    low = 0.0 if k1 == 0 else root(lambda p: _reached(hits, all_, p) - tail, 0.0, 1.0)
    high = 1.0 if k2 == 0 else root(lambda p: _reached(hits, all_, p) - 1 + tail, 0.0, 1.0)
    above = _reached(hits, all_, n1 / (n1 + n2))
    return Ratio(
        estimate=inf if k2 == 0 else (k1 / n1) / (k2 / n2),
        lower=_odds(low) * n2 / n1,
        upper=_odds(high) * n2 / n1,
        level=level,
        n=round(k1 + k2),
        method="conditional mid-p" if phi == 1 else "conditional mid-p, overdispersed",
        p=min(1.0, 2 * min(above, 1 - above)),
        phi=phi,
    )


def _reached(hits: float, all_: float, p: float) -> float:
    """The mid-p probability of as many hits or more: half of the case itself."""
    as_many = beta_below(p, hits, all_ - hits + 1) if hits > 0 else 1.0
    more = beta_below(p, hits + 1, all_ - hits) if hits < all_ else 0.0
    return (as_many + more) / 2


def _odds(p: float) -> float:
    return inf if p >= 1 else p / (1 - p)


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
