"""Which hours of which weekdays have more than their day and their hour explain?"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammainc, gammaincinv

from handslag.statistics.comparisons import bh
from handslag.statistics.intervals import Estimates, Numbers, flagged

FEW = 3.0  # expected; below it blocks of hours are better
_LEAST = 1e-300
_MOST, _CLOSE = 200, 1e-12


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class UnusualCells(Estimates):
    """For each cell: `estimate`, the count against the expected one, `p`, and `p_fdr`
    for all cells looked at together; `phi`, how much the table varies as a whole."""

    expected: Numbers
    p: Numbers
    p_fdr: Numbers
    phi: float


def unusual_cells(
    table: NDArray[Any], exposure: NDArray[Any] | None = None, *, level: float = 0.95
) -> UnusualCells:
    """Each cell of `table` (weekdays, hours) against its row and its column.

    `exposure`, of the same shape, is how often each cell came in the period. Expected
    are the rates of the row times those of the column; p by the exact Poisson tail,
    doubled, with the false discovery rate of Benjamini & Hochberg. Flags: `few` where
    less than three are expected. Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY.
    """
    counts = np.asarray(table, dtype=float)
    times = np.ones(counts.shape) if exposure is None else np.asarray(exposure, float)
    if counts.ndim != 2 or counts.shape != times.shape:  # noqa: PLR2004
        raise ValueError("E_SHAPE")
    if (counts < 0).any() or (times < 0).any():
        raise ValueError("E_NEGATIVE")
    if not counts.sum() or (counts[times == 0] > 0).any():
        raise ValueError("E_EMPTY")
    expected = _expected(counts, times)
    tail = (1 - level) / 2
    p = _p(counts, expected)
    df = (counts.shape[0] - 1) * (counts.shape[1] - 1)
    is_there = expected > 0
    lower = np.where(counts > 0, gammaincinv(np.maximum(counts, _LEAST), tail), 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        pearson = np.nansum((counts - expected) ** 2 / expected)
        return UnusualCells(
            estimate=np.where(is_there, counts / expected, np.nan),
            lower=np.where(is_there, lower / expected, np.nan),
            upper=np.where(is_there, gammaincinv(counts + 1, 1 - tail) / expected, np.nan),
            level=level,
            n=np.rint(counts).astype(np.int64),
            method="exact Poisson against rows and columns",
            flags=flagged(counts.shape, few=expected < FEW),
            expected=expected,
            p=p,
            p_fdr=bh(p),
            phi=float(pearson / df) if df else 1.0,
        )


def _expected(counts: Numbers, times: Numbers) -> Numbers:
    """Rows and columns are fitted in turn: Deming & Stephan (1940)."""
    expected, rows, columns = times, counts.sum(axis=1), counts.sum(axis=0)
    for _ in range(_MOST):
        before = expected
        expected = expected * _share(rows, expected.sum(axis=1))[:, None]
        expected = expected * _share(columns, expected.sum(axis=0))
        if np.abs(expected - before).max() <= _CLOSE * counts.sum():
            break
    return expected


def _share(wanted: Numbers, found: Numbers) -> Numbers:
    return np.divide(wanted, found, out=np.zeros(wanted.shape), where=found > 0)


def _p(counts: Numbers, expected: Numbers) -> Numbers:
    """Twice the smaller tail; a cell that cannot hold anything has none."""
    above = np.where(counts > 0, gammainc(np.maximum(counts, _LEAST), expected), 1.0)
    below = 1 - gammainc(counts + 1, expected)
    return np.asarray(np.minimum(1.0, 2 * np.minimum(above, below)))
