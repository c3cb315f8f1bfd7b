"""How sure are we? Intervals for shares."""

from dataclasses import dataclass, fields
from math import sqrt
from statistics import NormalDist
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
T = TypeVar("T", bound="Estimate")


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


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Estimates:
    """Many such figures at once: arrays of one shape. `flags` holds a tuple in each."""

    estimate: Numbers
    lower: Numbers
    upper: Numbers
    level: float
    n: NDArray[np.int64]
    method: str
    se: Numbers | None = None
    df: Numbers | None = None
    flags: NDArray[np.object_]


def single(made: type[T], many: Estimates) -> T:
    """The one figure of arrays without dimensions."""
    of = {field.name: getattr(many, field.name) for field in fields(many)}
    return made(**{name: _item(value) for name, value in of.items()})


def _item(value: Any) -> Any:
    return value.item() if isinstance(value, np.ndarray | np.generic) else value


def flagged(shape: tuple[int, ...], **where: NDArray[np.bool_]) -> NDArray[np.object_]:
    """For each place the names of those that are true there."""
    codes = np.zeros(shape, np.int64)
    for bit, one in enumerate(where.values()):
        codes |= one.astype(np.int64) << bit
    table = np.empty(1 << len(where), np.object_)
    for code in range(len(table)):
        table[code] = tuple(name for bit, name in enumerate(where) if code >> bit & 1)
    found = np.empty(shape, np.object_)
    found[...] = table[codes]
    return found


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
