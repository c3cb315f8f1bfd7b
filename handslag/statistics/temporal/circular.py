"""The hour around which it happens, when there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, atan2, exp, nan, pi, sqrt, tau
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from handslag.statistics.intervals import Estimate

FEW = 25  # below it the interval, which is one of large samples, is not to be trusted
_SMALL = 50  # Fisher's correction is for fewer


@dataclass(frozen=True, slots=True)
class MeanHour(Estimate):
    """`estimate`, `lower` and `upper` are hours of the day, and may pass midnight:
    22, 23.5, 1. `R` is how near each other the hours lie, 1 being all at once; `p` of
    Rayleigh: how often hours without any pattern lie as near."""

    R: float = 0.0
    p: float = 1.0


def circular_mean(
    hours: Sequence[float] | NDArray[Any], *, period: float = 24.0, level: float = 0.95
) -> MeanHour:
    """The mean direction of hours (n,), each 0 to below `period`, and Rayleigh's test.

    For patterns with one peak only. Flags: `few`; `flat` when the pattern may be chance:
    no interval. Raises ValueError("E_EMPTY"). Fisher (1993), Statistical Analysis of
    Circular Data, 4.3 and 4.4 (4.17, 4.21-4.22).
    """
    angles = np.asarray(hours, dtype=float) / period * tau
    if not (n := angles.size):
        raise ValueError("E_EMPTY")
    c, s = float(np.cos(angles).mean()), float(np.sin(angles).mean())
    near, mean = min(1.0, sqrt(c * c + s * s)), atan2(s, c) % tau
    p = rayleigh(near, n)
    spread = float(np.cos(2 * (angles - mean)).mean())
    error = sqrt(max(0.0, 1 - spread) / (2 * n)) / near if near > 0 else nan
    reach = float(ndtri(0.5 + level / 2)) * error
    is_flat = not (p <= 1 - level and reach <= 1)
    half = pi if is_flat else asin(reach)
    return MeanHour(
        estimate=mean / tau * period,
        lower=0.0 if is_flat else (mean - half) % tau / tau * period,
        upper=period if is_flat else (mean + half) % tau / tau * period,
        level=level,
        n=n,
        method="mean direction, Rayleigh",
        se=None if is_flat else error / tau * period,
        flags=(*(("few",) if n < FEW else ()), *(("flat",) if is_flat else ())),
        R=near,
        p=p,
    )


def rayleigh(near: float, n: int) -> float:
    """How often `n` hours without a pattern have a mean length of `near` or more."""
    z = n * near * near
    if n >= _SMALL:
        return exp(-z)
    small = (2 * z - z * z) / (4 * n)
    smaller = (24 * z - 132 * z**2 + 76 * z**3 - 9 * z**4) / (288 * n * n)
    return min(1.0, max(0.0, exp(-z) * (1 + small - smaller)))
