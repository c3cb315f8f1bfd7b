"""The likelihood ratio of the scan statistics, and the largest of very many windows."""

from dataclasses import dataclass
from math import pi, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

from handslag.statistics.weighting import Numbers

Floats = NDArray[Any]  # single or double precision

_EULER = 0.5772156649015329
_SLACK = 1 + 1e-4  # of single precision: what may be the largest is looked at exactly
EXACT_SINGLE = 2**23  # cases up to which sums in single precision are exact


def ratio(c: Any, e: Any, total: float) -> Numbers:
    """The logarithm of the likelihood ratio of `c` cases where `e` were expected, of
    `total` both; nought where there are no more than expected. Kulldorff (1997)."""
    c, e = np.asarray(c, float), np.asarray(e, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = xlogy(c, c / e) + xlogy(total - c, (total - c) / (total - e))
    return np.where((c > e) & (e > 0), found, 0.0)


def screen(e: Floats, total: float) -> Floats:
    """What (c - e)^2 is multiplied by to be no less than the likelihood ratio.

    By Jensen's inequality that is at most total times ln(1 + chi-square / total), and so
    at most chi-square: (c - e)^2 / (e (1 - e / total)).
    """
    usable = (e > 0) & (e < total)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(usable, 1 / (e * (1 - e / total)), 0.0)
    return found


def raise_best(best: Numbers, c: Floats, e: Floats, by: Floats, total: float) -> None:
    """Raise each run's largest ratio to that of its windows in `c` (windows, runs), where
    one is larger. Exact: only windows that cannot be larger are left out."""
    over = c - e
    np.maximum(over, 0, out=over)
    over *= over
    over *= by
    most = over.max(axis=0) * _SLACK
    runs = np.flatnonzero(total * np.log1p(most / total) > best)
    if not len(runs):
        return
    bound = over if len(runs) == over.shape[1] else over[:, runs]
    least = total * np.expm1(best[runs] / total) / _SLACK
    window, run = np.nonzero(bound > least)
    run = runs[run]
    exact_e = np.broadcast_to(e, c.shape)[window, run]
    np.maximum.at(best, run, ratio(c[window, run], exact_e, total))


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """The largest ratio of each run in which nothing gathers anywhere."""

    largest: Numbers

    def p_rank(self, found: float) -> float:
        """The share of all runs, this one too, with one as large."""
        return float(1 + (self.largest >= found).sum()) / (1 + len(self.largest))

    def p_gumbel(self, found: float) -> float:
        """By the Gumbel distribution with the mean and spread of the runs: smaller values
        than the rank can tell. Abrams, Kleinman & Kulldorff (2010), IJHG 9:61."""
        scale = float(self.largest.std(ddof=1)) * sqrt(6) / pi
        if not scale > 0:
            return self.p_rank(found)
        at = (found - float(self.largest.mean())) / scale + _EULER
        return float(-np.expm1(-np.exp(-at)))
