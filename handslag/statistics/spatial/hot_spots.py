"""Where more happens than chance explains."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import sparray
from scipy.special import gammaincinv, pdtrc

from handslag.statistics.comparisons import bh
from handslag.statistics.spatial.neighbours import Lists, matrix
from handslag.statistics.spatial.windows import Array, Form, window_sums
from handslag.statistics.weighting import Numbers

Mask = NDArray[np.bool_]

LEAST_EVENTS = 5  # in a window: with fewer it is not called a hot spot


@dataclass(frozen=True, slots=True, eq=False)
class GiStar:
    """`z` of each place, as sums around it stray from what is usual; not a number outside
    the mask. `n`, `mean` and `sd` are of the places that count."""

    z: Numbers
    n: int
    mean: float
    sd: float
    method: str


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """What happened around each square, against what was expected there.

    `p`: how often chance alone gives as many or more; one window at a time, so that
    `bh(p)` is needed before anything is called a hot spot: see `is_hot`. Outside the mask
    nothing is a number. The interval of the ratio is Garwood's.
    """

    observed: Numbers
    expected: Numbers
    ratio: Numbers
    p: Numbers
    level: float
    n: int
    method: str

    @property
    def estimate(self) -> Numbers:
        """The same as `ratio`."""
        return self.ratio

    @property
    def lower(self) -> Numbers:
        """The lower end of the interval of the ratio."""
        with np.errstate(invalid="ignore"):
            low = gammaincinv(self.observed, (1 - self.level) / 2)
            found: Numbers = np.where(self.observed > 0, low, 0.0) / self.expected
        return found

    @property
    def upper(self) -> Numbers:
        """The upper end of the interval of the ratio."""
        found: Numbers = gammaincinv(self.observed + 1, (1 + self.level) / 2)
        return found / self.expected

    @property
    def flags(self) -> NDArray[np.str_]:
        """ "few" where too little happened to call it a hot spot, "outside" the mask."""
        few = np.where(self.observed < LEAST_EVENTS, "few", "")
        return np.where(np.isnan(self.p), "outside", few)

    def is_hot(self, share: float = 0.05, least: int = LEAST_EVENTS) -> Mask:
        """Squares with more around them than chance gives, one in twenty of them wrongly
        at most, and with so many events at least."""
        with np.errstate(invalid="ignore"):
            found: Mask = (bh(self.p) <= share) & (self.observed >= least)
        return found


def gi_star(
    counts: Array,
    mask: Mask | None = None,
    radius: float = 1,
    neighbours: Lists | sparray | None = None,
    *,
    form: Form = "square",
) -> GiStar:
    """Getis and Ord's Gi* of each square of a map, or of each place with neighbours.

    `counts` is a map (rows, columns) and `radius` a number of squares (1: 3 x 3), the
    same weight for each; or a line of values with `neighbours` (lists or a sparse
    matrix; each place is its own neighbour too, added where it lacks). Only places in
    `mask` (inhabited land) count, in sums, mean and spread. Only z is handed back: on
    sparse counts the normal distribution says "hot" far too often, and the decision is
    that of `poisson_window`. Ord & Getis (1995), Geographical Analysis 27, 286-306,
    equation 14. Raises ValueError: E_SHAPE, E_EMPTY, E_NAN.
    """
    kept = _kept(counts, mask, 1 if neighbours is not None else 2)
    values = counts if mask is None else np.where(kept, counts, 0)
    n = counts.size if mask is None else int(kept.sum())
    flat = values.ravel().astype(float)
    if not np.isfinite(flat).all():
        raise ValueError("E_NAN")
    mean = float(flat.sum()) / n
    sd = float(np.sqrt(max(flat @ flat / n - mean * mean, 0.0)))
    if neighbours is None:
        sums = window_sums(values, radius, form)
        many = squares = window_sums(kept.astype(np.int32), radius, form)
    else:
        sums, many, squares = _by_lists(flat, kept, neighbours)
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = sd * np.sqrt(np.maximum(n * squares - many * many, 0) / (n - 1))
        z = (sums - mean * many) / spread
    if mask is not None:
        z[~kept] = np.nan
    return GiStar(z, n, mean, sd, "Gi*")


def _kept(counts: Array, mask: Mask | None, dimensions: int) -> Mask:
    if counts.ndim != dimensions or (mask is not None and mask.shape != counts.shape):
        raise ValueError("E_SHAPE")
    kept = np.ones(counts.shape, bool) if mask is None else mask
    if not kept.any():
        raise ValueError("E_EMPTY")
    return kept


def _by_lists(
    values: Numbers, kept: Mask, neighbours: Lists | sparray
) -> tuple[Numbers, Numbers, Numbers]:
    """Sums of values, weights and squared weights over each place's neighbours."""
    weights: Any = matrix(neighbours)
    if weights.shape[0] != len(values):
        raise ValueError("E_SHAPE")
    lacks = (weights.diagonal() == 0).astype(float)
    own = kept.astype(float)
    return (
        weights @ values + lacks * values,
        weights @ own + lacks * own,
        weights.power(2) @ own + lacks * own,
    )


def poisson_window(
    counts: Array,
    expected: Array | float | None = None,
    mask: Mask | None = None,
    radius: float = 1,
    *,
    form: Form = "square",
    level: float = 0.95,
) -> Windows:
    """How often chance alone gives as many events as lie around each square.

    `counts` and `expected` are maps (rows, columns); `expected` may be one figure, and
    without it all squares of the mask share what happened alike. What lies outside
    `mask` does not count. `radius` is in squares, as for `gi_star`. The exact upper tail
    of Poisson's distribution. Raises ValueError: E_SHAPE, E_EMPTY, E_NEGATIVE.
    """
    kept = _kept(counts, mask, 2)
    usual = _usual(counts, expected, kept)
    if (counts < 0).any() or not (usual >= 0).all():
        raise ValueError("E_NEGATIVE")
    values = counts if mask is None else np.where(kept, counts, 0)
    observed = window_sums(values, radius, form).astype(float)
    awaited = window_sums(usual, radius, form)
    # Running sums leave crumbs where nothing is expected.
    awaited[awaited < 1e-12 * (usual.sum() + 1)] = 0.0
    p = np.ones(counts.shape)
    some = kept & (observed > 0)
    p[some] = pdtrc(observed[some] - 1, awaited[some])
    p[~kept] = np.nan
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.where(kept, observed / awaited, np.nan)
    n = int(values.sum())
    return Windows(observed, awaited, ratio, p, level, n, "exact Poisson window")


def _usual(counts: Array, expected: Array | float | None, kept: Mask) -> Numbers:
    if expected is None:
        expected = float(counts[kept].sum()) / int(kept.sum())
    usual = np.asarray(expected, float)
    if usual.ndim and usual.shape != counts.shape:
        raise ValueError("E_SHAPE")
    return np.where(kept, usual, 0.0)
