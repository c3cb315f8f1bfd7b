"""How sure are we? Intervals for shares."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its uncertainty. Never show one without the other.

    `estimate`, `lower` and `upper` are on the figure's own scale (a share: 0..1),
    `level` is the confidence level, `n` the number of cases behind it.
    """

    estimate: float
    lower: float
    upper: float
    level: float
    n: int
    method: str
    se: float | None = None
    df: float | None = None
    flags: tuple[str, ...] = ()


def share(hits: int, n: int, *, level: float = 0.95) -> Estimate:
    """A share of cases with Wilson's score interval, which holds for few cases too.

    Raises ValueError("E_EMPTY") for no cases, ("E_NEGATIVE") for an impossible count.
    Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    if n <= 0:
        raise ValueError("E_EMPTY")
    if not 0 <= hits <= n:
        raise ValueError("E_NEGATIVE")
    z = NormalDist().inv_cdf(0.5 + level / 2)
    p = hits / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    # At the ends the formula is exact, but floating point is not.
    lower = 0.0 if hits == 0 else max(0.0, centre - half)
    upper = 1.0 if hits == n else min(1.0, centre + half)
    return Estimate(p, lower, upper, level, n, method="wilson")
