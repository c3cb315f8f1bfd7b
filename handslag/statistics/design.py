"""How a sample was drawn, and how sure that makes a figure of it.

Variances by linearisation, between the units that were drawn inside each stratum, with
the residuals of the calibration when the weights were calibrated. Särndal, Swensson &
Wretman (1992), Model Assisted Survey Sampling, 5.5 and 6.6; Deville & Särndal (1992).
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.weighting import Codes, Numbers, Weights, summed

Lonely = Literal["refuse", "adjust"]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """A drawn sample: `units` are what was drawn (persons, or whole clusters), `strata`
    where they were drawn, both of each answer; by stratum `drawn` is how many units
    and `left` the share of the population that was not drawn."""

    weights: Numbers
    strata: Codes
    units: Codes
    stratum_of: Codes
    drawn: Codes
    left: Numbers
    calibrated: Weights | None
    is_clustered: bool

    def residuals(self, u: Numbers) -> Numbers:
        """What calibration leaves of `u`: regression with the weights before it."""
        made = self.calibrated
        if made is None:
            return u
        sums = summed(made.cells, made.initial * u, len(made.rows))
        fitted: Numbers = made.rows @ multipliers(made, sums[:, None])[:, 0]
        return u - fitted[made.cells]

    def variance(self, u: Numbers) -> float:
        """The variance of the weighted sum of `u`, over the whole sample always."""
        sums = self.weights * self.residuals(u)
        if self.is_clustered:
            sums = summed(self.units, sums, len(self.stratum_of))
        # Of a small part most are nought, and add nothing.
        some = np.flatnonzero(sums != 0)
        own, strata = sums[some], self.stratum_of[some]
        whole = summed(strata, own, len(self.drawn))
        squares = summed(strata, own * own, len(self.drawn))
        return float(self.between(whole, squares))

    def between(self, whole: Numbers, squares: Numbers) -> Any:
        """The variance from each stratum's sum and sum of squares of its units, which
        come first by stratum and then by whatever else there is."""
        tail = (1,) * (whole.ndim - 1)
        drawn = self.drawn.reshape(-1, *tail).astype(np.float64)
        left = self.left.reshape(-1, *tail)
        centre = whole.sum(axis=0) / drawn.sum()
        is_alone = drawn == 1
        many = np.where(is_alone, 2.0, drawn)
        inside = (squares - whole * whole / many) * many / (many - 1)
        alone = squares - 2 * centre * whole + centre * centre
        # Rounding may make a variance that is nought a little less.
        spread = np.maximum(np.where(is_alone, alone, inside), 0.0)
        return (left * spread).sum(axis=0)

    def freedom(self, where: Marks) -> float:
        """Degrees of freedom: units less strata, of those that are looked at."""
        is_there = where
        if self.is_clustered:
            is_there = np.zeros(len(self.stratum_of), np.bool_)
            is_there[self.units[where]] = True
        units = self.stratum_of[is_there]
        return float(max(1, len(units) - int(np.count_nonzero(np.bincount(units)))))


def multipliers(made: Weights, sums: Numbers) -> Numbers:
    """Coefficients of the regression on what was known, from the sums by cell."""
    mass = summed(made.cells, made.initial, len(made.rows))
    moments = made.rows.T @ (mass[:, None] * made.rows)
    found = np.linalg.lstsq(moments, made.rows.T @ sums, rcond=None)[0]
    return found.astype(np.float64, copy=False)


def design(
    weights: Numbers | Weights,
    *,
    strata: Codes | None = None,
    psu: Codes | None = None,
    fpc: Numbers | None = None,
    lonely: Lonely = "refuse",
) -> Design:
    """A design from the columns of a sample. `psu` are clusters, told apart inside their
    stratum; `fpc` the units that each answer's stratum has in the population.

    A stratum with one unit says nothing of its variance: it is refused, or with
    `lonely="adjust"` measured from the mean of all units. Raises ValueError: E_EMPTY,
    E_SHAPE, E_NEGATIVE, E_SINGLE_PSU, E_FPC.
    """
    made = weights if isinstance(weights, Weights) else None
    own = np.asarray(made.weights if made else weights, np.float64)
    n = len(own)
    if n == 0:
        raise ValueError("E_EMPTY")
    if any(one is not None and one.shape != (n,) for one in (own, strata, psu, fpc)):
        raise ValueError("E_SHAPE")
    if not np.isfinite(own).all() or (made is None and (own < 0).any()):
        raise ValueError("E_NEGATIVE")
    layer = np.zeros(n, np.intp) if strata is None else _compact(strata)
    units, stratum_of = _units(layer, psu)
    drawn = np.bincount(stratum_of)
    left = _left(layer, drawn, fpc)
    if lonely == "refuse" and ((drawn == 1) & (left > 0)).any():
        raise ValueError("E_SINGLE_PSU")
    return Design(
        weights=own,
        strata=layer,
        units=units,
        stratum_of=stratum_of,
        drawn=drawn,
        left=left,
        calibrated=made,
        is_clustered=psu is not None,
    )


def _compact(codes: Codes) -> Codes:
    found: Codes = np.unique(codes, return_inverse=True)[1]
    return found


def _units(layer: Codes, psu: Codes | None) -> tuple[Codes, Codes]:
    if psu is None:
        return np.arange(len(layer)), layer
    inside = _compact(psu)
    both = layer * (int(inside.max()) + 1) + inside
    _, first, units = np.unique(both, return_index=True, return_inverse=True)
    return units, layer[first]


def _left(layer: Codes, drawn: Codes, fpc: Numbers | None) -> Numbers:
    if fpc is None:
        return np.ones(len(drawn))
    _, first = np.unique(layer, return_index=True)
    there = np.asarray(fpc, np.float64)[first]
    if not (there[layer] == fpc).all() or not (there >= drawn).all():
        raise ValueError("E_FPC")
    left: Numbers = 1 - drawn / there
    return left
