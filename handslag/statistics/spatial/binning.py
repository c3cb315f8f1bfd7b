"""Points counted in squares and hexagons."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.weighting import Numbers

Counts = NDArray[np.int64]
Cells = NDArray[np.intp]
Plain = NDArray[Any]
BBox = tuple[float, float, float, float]

CHUNK = 65_536  # points at a time: what is worked on stays near the processor
_HALF = 2**31  # added to the row of a hexagon, so that its number is never negative


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Points in squares. `counts` has a row for each y from `origin` (west, south)
    northwards; `outside` is how many of the points lie in none of them."""

    counts: Counts
    origin: tuple[float, float]
    cell: float
    outside: int


@dataclass(frozen=True, slots=True, eq=False)
class Hexagons:
    """Points in hexagons: the number of each that has any, how many, and its centre."""

    ids: Counts
    counts: Counts
    x: Numbers
    y: Numbers


def frame(x: Plain, y: Plain, cell: float, *, around: float = 0.0) -> BBox:
    """West, south, east and north of whole squares that hold all points, and `around`
    metres more. The sides are multiples of `cell`, as those of the national squares.

    Raises ValueError: E_SIZE, E_SHAPE, E_EMPTY without points, E_NAN.
    """
    _checked(x, y, cell)
    if not len(x):
        raise ValueError("E_EMPTY")
    sides = [float(side) for side in (x.min(), y.min(), x.max(), y.max())]
    if not np.isfinite(sides).all():
        raise ValueError("E_NAN")
    return (
        floor((sides[0] - around) / cell) * cell,
        floor((sides[1] - around) / cell) * cell,
        (floor((sides[2] + around) / cell) + 1) * cell,
        (floor((sides[3] + around) / cell) + 1) * cell,
    )


def shape_of(bbox: BBox, cell: float) -> tuple[int, int]:
    """Rows and columns of the squares from the south-west corner of a box on.

    Raises ValueError: E_SIZE, E_EMPTY for a box without area.
    """
    west, south, east, north = bbox
    if not cell > 0:
        raise ValueError("E_SIZE")
    if not (east > west and north > south):
        raise ValueError("E_EMPTY")
    close = 1e-9  # of a square: a side that is a multiple but for rounding
    return ceil((north - south) / cell - close), ceil((east - west) / cell - close)


def grid_counts(x: Plain, y: Plain, cell: float, bbox: BBox | None = None) -> Grid:
    """How many points lie in each square of `cell` metres, from the south-west corner of
    `bbox` (west, south, east, north); without a box in whole squares around the points.

    A square has its west and south sides; the last ones have their far sides too, as
    those of numpy.histogram2d, with which the counts agree. Points outside, or not a
    number, are in none. Raises ValueError: E_SHAPE, E_SIZE, E_EMPTY (no box, no points).
    """
    _checked(x, y, cell)
    box = frame(x, y, cell) if bbox is None else bbox
    rows, columns = shape_of(box, cell)
    counts = np.zeros(rows * columns, np.int64)
    inside = 0
    for cells in cells_of(x, y, cell, box):
        np.add.at(counts, cells, 1)
        inside += len(cells)
    return Grid(counts.reshape(rows, columns), box[:2], cell, len(x) - inside)


def cells_of(x: Plain, y: Plain, cell: float, bbox: BBox) -> Iterator[Cells]:
    """The numbers (row by row) of the squares that points lie in, some at a time."""
    rows, columns = shape_of(bbox, cell)
    for at in range(0, len(x), CHUNK):
        across = (x[at : at + CHUNK] - bbox[0]) / cell
        along = (y[at : at + CHUNK] - bbox[1]) / cell
        if not (_is_within(across, columns) and _is_within(along, rows)):
            kept = (across >= 0) & (across <= columns) & (along >= 0) & (along <= rows)
            across = np.minimum(across[kept], columns - 0.5)
            along = np.minimum(along[kept], rows - 0.5)
        yield along.astype(np.intp) * columns + across.astype(np.intp)


def _is_within(values: Numbers, many: int) -> bool:
    return bool(values.min() >= 0 and values.max() < many)


def hex_counts(x: Plain, y: Plain, size: float) -> Hexagons:
    """How many points lie in each hexagon whose sides are `size` metres, a corner to the
    north. For show: what is tested is counted in squares.

    The nearest centre, by axial coordinates rounded so that they add up. The number of a
    hexagon is the same for all data of one size. Raises ValueError: E_SHAPE, E_SIZE,
    E_NAN.
    """
    _checked(x, y, size)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise ValueError("E_NAN")
    parts = [
        _axial(x[at : at + CHUNK] / size, y[at : at + CHUNK] / size)
        for at in range(0, len(x), CHUNK)
    ]
    ids, counts = _counted(np.concatenate(parts) if parts else np.empty(0, np.int64))
    q, r = (ids >> 32).astype(float), (ids & 0xFFFFFFFF).astype(float) - _HALF
    return Hexagons(ids, counts, size * sqrt(3) * (q + r / 2), size * 1.5 * r)


def _axial(x: Numbers, y: Numbers) -> Counts:
    r = y * (2 / 3)
    q = x / sqrt(3) - r / 2
    rounded_q, rounded_r, rounded_s = np.rint(q), np.rint(r), np.rint(-q - r)
    off_q, off_r = np.abs(rounded_q - q), np.abs(rounded_r - r)
    off_s = np.abs(rounded_s + q + r)
    q_is_worst = (off_q > off_r) & (off_q > off_s)
    r_is_worst = ~q_is_worst & (off_r > off_s)
    rounded = np.where(r_is_worst, -rounded_q - rounded_s, rounded_r).astype(np.int64)
    column = np.where(q_is_worst, -rounded_r - rounded_s, rounded_q).astype(np.int64)
    return (column << 32) + rounded + _HALF


def _counted(ids: Counts) -> tuple[Counts, Counts]:
    """The different numbers in order; counted in a table where that is not too large."""
    if not len(ids):
        return ids, ids
    columns, rows = ids >> 32, ids & 0xFFFFFFFF
    first, low = int(columns.min()), int(rows.min())
    wide, high = int(columns.max()) - first + 1, int(rows.max()) - low + 1
    if wide * high > 4 * len(ids) + CHUNK:
        found, counts = np.unique(ids, return_counts=True)
        return found, counts.astype(np.int64)
    table = np.bincount((columns - first) * high + rows - low, minlength=wide * high)
    taken = np.flatnonzero(table)
    return ((taken // high + first) << 32) + taken % high + low, table[taken]


def _checked(x: Plain, y: Plain, size: float) -> None:
    if x.ndim != 1 or x.shape != y.shape:
        raise ValueError("E_SHAPE")
    if not size > 0:
        raise ValueError("E_SIZE")
