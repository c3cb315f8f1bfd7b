"""Small numbers in tables, changed a little so that nobody can be found in them.

The cell key method: each person has a random key, each cell the sum of the keys of those
who are in it, and that sum says by how much its count is changed. The same people give
the same change wherever they are counted, so that asking in many ways tells nothing more.
Parts need not add up to their total: that is the price, and has to be said.

Fraser & Wooton (2005), A proposed method for confidentialising tabular output to protect
against differencing; Giessing (2016), Privacy in Statistical Databases, 215-227.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.weighting import Codes, Numbers

Marks = NDArray[np.bool_]

_MOST_STEPS = 200
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Noise:
    """How counts are changed: row i of `cumulated` is for the count i (the last row for
    all larger ones), and says how often the change is `changes[j]` or less. No change is
    larger than `most`; the changes of a count have the mean 0 and `variance`."""

    changes: Codes
    cumulated: Numbers
    most: int
    variance: float


def noise_table(most: int, variance: float, *, never: int = 0) -> Noise:
    """Changes from -`most` to `most` with the mean 0 and this variance, as even as can be
    otherwise; no count becomes less than nought, or 1..`never`, and nought stays nought.

    Raises ValueError: E_NEGATIVE, E_VARIANCE when no such changes are possible for some
    count.
    """
    if most < 1 or variance <= 0 or never < 0:
        raise ValueError("E_NEGATIVE")
    changes = np.arange(-most, most + 1)
    rows = [np.where(changes == 0, 1.0, 0.0)]
    for count in range(1, most + never + 2):
        after = count + changes
        allowed = (after >= 0) & ~((after > 0) & (after <= never))
        rows.append(_most_even(changes, allowed, variance))
    return Noise(changes, np.cumsum(rows, axis=1), most, variance)


def _most_even(changes: Codes, allowed: Marks, variance: float) -> Numbers:
    """The distribution of largest entropy with mean 0 and the variance: exp(a v + b v^2).

    By Newton's steps on its convex dual.
    """
    v = changes[allowed].astype(np.float64)
    known, wanted = np.stack([v, v * v]), np.array([0.0, variance])
    if len(v) < known.shape[0] or v.min() >= 0 or v.max() <= 0:
        raise ValueError("E_VARIANCE")
    at = np.zeros(2)
    for _ in range(_MOST_STEPS):
        weight = np.exp(at @ known - (at @ known).max())
        p = weight / weight.sum()
        miss = known @ p - wanted
        if np.abs(miss).max() < _CLOSE * max(variance, 1):
            break
        spread = (known * p) @ known.T - np.outer(known @ p, known @ p)
        step = np.linalg.lstsq(spread, miss, rcond=None)[0]
        at = at - step * min(1.0, 1 / max(float(np.abs(step).max()), 1e-300))
    else:
        raise ValueError("E_VARIANCE")
    found = np.zeros(len(changes))
    found[allowed] = p
    return found


def cell_keys(
    codes: Sequence[Codes], records: Numbers, shape: tuple[int, ...]
) -> tuple[Codes, Numbers]:
    """The counts of a table, and the key of each cell: the sum of the keys of its records
    (each in 0..1), of which the whole part is dropped. `codes`: of each record, from 0,
    for each dimension of the table; with none of them all records are one cell.

    Raises ValueError: E_SHAPE, E_NEGATIVE for keys outside 0..1.
    """
    if any(one.shape != records.shape for one in codes) or len(codes) != len(shape):
        raise ValueError("E_SHAPE")
    if ((records < 0) | (records >= 1)).any():
        raise ValueError("E_NEGATIVE")
    if codes:
        at, cells = np.ravel_multi_index(tuple(codes), shape), int(np.prod(shape))
    else:
        at, cells = np.zeros(len(records), np.intp), 1
    counts = np.bincount(at, minlength=cells).reshape(shape)
    # Whole numbers add up to the same in any order, which fractions do not.
    whole = (records * 2**32).astype(np.uint64)
    sums = np.zeros(cells, np.uint64)
    np.add.at(sums, at, whole)
    return counts, ((sums % 2**32) / 2**32).reshape(shape)


def cell_key(table: Codes, keys: Numbers, ptable: Noise) -> Codes:
    """Counts changed by what their cells' keys say. Same count and key, same change.

    `keys` has the shape of the table, each in 0..1 (`cell_keys`). Totals are changed by
    their own keys, so that parts need not add up to them.
    Raises ValueError: E_SHAPE, E_NEGATIVE.
    """
    counts = np.asarray(table)
    if counts.shape != np.shape(keys):
        raise ValueError("E_SHAPE")
    if counts.size and (counts.min() < 0 or keys.min() < 0 or keys.max() >= 1):
        raise ValueError("E_NEGATIVE")
    rows = ptable.cumulated[np.minimum(counts, len(ptable.cumulated) - 1)]
    at = (rows <= keys[..., None]).sum(axis=-1)
    changed = counts + ptable.changes[np.minimum(at, len(ptable.changes) - 1)]
    return np.where(counts == 0, 0, changed).astype(np.int64)
