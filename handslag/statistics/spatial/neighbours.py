"""Who lies beside whom: neighbour lists, and how alike neighbours are."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, sparray
from scipy.special import ndtr, ndtri

from handslag.statistics.weighting import Numbers

Lists = Sequence[Sequence[int]]
LEAST = 3  # places: with fewer there is nothing to exchange


class Quadrant(IntEnum):
    """A place and its neighbours: above or below what is usual."""

    NONE = 0
    HIGH_HIGH = 1
    LOW_HIGH = 2
    LOW_LOW = 3
    HIGH_LOW = 4


@dataclass(frozen=True, slots=True, eq=False)
class LocalMoran:
    """How alike each place is to its neighbours, one figure a place.

    `estimate` is Moran's I of the place; the interval is that of the normal distribution
    by `se`, what chance alone moves it. `flags` says "alone" of a place without
    neighbours and "same" where all values are one.
    """

    estimate: Numbers
    lower: Numbers
    upper: Numbers
    level: float
    n: int
    method: str
    se: Numbers
    expected: Numbers
    z: Numbers
    p: Numbers
    quadrant: NDArray[np.int8]
    flags: NDArray[np.str_]

    @property
    def I(self) -> Numbers:  # noqa: E743, N802 its name in every book
        return self.estimate


def matrix(neighbours: Lists | sparray) -> csr_array[Any]:
    """Neighbour lists (0 is the first place) as a sparse matrix, 1 for each pair; a
    matrix as it is. Raises ValueError: E_SHAPE for a neighbour that is not there."""
    if isinstance(neighbours, sparray):
        found = csr_array(neighbours).astype(float, copy=False)
        if found.shape[0] != found.shape[1]:
            raise ValueError("E_SHAPE")
        return found
    many = len(neighbours)
    columns = np.fromiter(chain.from_iterable(neighbours), np.int64)
    if len(columns) and not (columns.min() >= 0 and columns.max() < many):
        raise ValueError("E_SHAPE")
    starts = np.concatenate([[0], np.cumsum([len(own) for own in neighbours])])
    return csr_array((np.ones(len(columns)), columns, starts), shape=(many, many))


def local_moran(
    x: Numbers, nb: Lists | sparray, *, standardise: bool = True, level: float = 0.95
) -> LocalMoran:
    """Local Moran's I of each place, on the scale of R's spdep (the variance divided by
    n; esda divides by n - 1).

    `x` has one value a place, `nb` its neighbours as lists or as a sparse matrix; with
    `standardise` the weights of a place add up to one. Expectation, error and z are those
    of exchanging all values but the place's own; p is two-sided and normal, which is
    rough for few neighbours: use `bh` on many places.
    Anselin (1995), Geographical Analysis 27, 93-115; Sokal, Oden & Thomson (1998),
    Geographical Analysis 30, 331-354. Raises ValueError: E_SHAPE, E_NAN, E_EMPTY.
    """
    weights, n = matrix(nb), len(x)
    _checked(x, n=weights.shape[0])
    own = x - x.mean()
    spread = float(own @ own) / n
    lag, sums, squares = _weighed(weights, own, standardise=standardise)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = own / spread * lag
        expected = -(own**2) * sums / ((n - 1) * spread)
        variance = (squares - sums**2 / (n - 1)) * (spread - own**2 / (n - 1)) * n / (n - 2)
        se = np.abs(own) / spread * np.sqrt(np.maximum(variance, 0.0))
        z = (found - expected) / se
    away = ndtri(0.5 + level / 2) * se
    return LocalMoran(
        estimate=found,
        lower=found - away,
        upper=found + away,
        level=level,
        n=n,
        method="local Moran, conditional moments",
        se=se,
        expected=expected,
        z=z,
        p=2 * ndtr(-np.abs(z)),
        quadrant=_quadrants(own, lag, sums),
        flags=np.where(sums == 0, "alone", "same" if spread == 0 else ""),
    )


def _checked(x: Numbers, *, n: int) -> None:
    if x.shape != (n,):
        raise ValueError("E_SHAPE")
    if n < LEAST:
        raise ValueError("E_EMPTY")
    if not np.isfinite(x).all():
        raise ValueError("E_NAN")


def _weighed(
    weights: csr_array[Any], own: Numbers, *, standardise: bool
) -> tuple[Numbers, Numbers, Numbers]:
    """The weighted sum of the neighbours of each place, of its weights, and of their
    squares; with weights that add up to one for each place, if asked."""
    one = np.ones(len(own))
    square = csr_array(
        (weights.data**2, weights.indices, weights.indptr), shape=weights.shape
    )
    lag, sums, squares = weights @ own, weights @ one, square @ one
    if not standardise:
        return lag, sums, squares
    scale = np.divide(1.0, sums, out=np.zeros(len(sums)), where=sums > 0)
    return lag * scale, (sums > 0).astype(float), squares * scale * scale


def _quadrants(own: Numbers, lag: Numbers, sums: Numbers) -> NDArray[np.int8]:
    high = np.where(lag > 0, Quadrant.HIGH_HIGH, Quadrant.HIGH_LOW)
    low = np.where(lag > 0, Quadrant.LOW_HIGH, Quadrant.LOW_LOW)
    found = np.where(own > 0, high, low)
    return np.where((sums > 0) & own.any(), found, Quadrant.NONE).astype(np.int8)
