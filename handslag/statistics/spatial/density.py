"""A smooth surface of where points lie: a picture, never a test."""

from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.spatial.binning import (
    CHUNK,
    BBox,
    Cells,
    Plain,
    frame,
    shape_of,
)
from handslag.statistics.weighting import Numbers

_REACH = 4.5  # bandwidths: beyond it the kernel is less than 0.005 % of its peak
_FINE = 3.0  # squares in a bandwidth, for the error to keep below 0.2 % of the peak
_MANY = 3_000_000  # points: beyond it each is shared between four squares, not nine
_ROWS = 64  # smoothed at a time
_KM2 = 1e6
_HALF = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """Points for each square kilometre at the middle of each square (rows from the
    south); not a number outside the mask. `n`: the points that are in it."""

    density: NDArray[np.float32]
    origin: tuple[float, float]
    cell: float
    bw: float
    n: int


def kde_grid(
    x: Plain,
    y: Plain,
    cell: float,
    bw: float,
    mask: NDArray[np.bool_] | None = None,
    edge: bool = True,  # noqa: FBT001, FBT002 as in the table of functions
    bbox: BBox | None = None,
) -> Density:
    """The density of points by a Gaussian kernel with the standard deviation `bw`, in
    metres, at the middles of squares of `cell` metres. For show only: no density is
    "significant".

    `bbox` (west, south, east, north) is the area that was looked at, and `mask` the
    squares of it; without a box it is whole squares around all points and what they
    reach. With `edge` only points inside count, and each figure is divided by the part
    of the kernel that lies inside (Diggle 1985), when a box says what inside is; without
    `edge` points beyond it reach in. Within 0.2 % of the peak of direct summation: each
    point is shared between nine squares, so that its spread is the same wherever it
    lies, and that is taken from the kernel; the squares are split when a bandwidth is
    less than three of them. More than 3,000,000 points are shared between four squares,
    where that holds unless many of them lie at one address. Silverman (1986), 4.2-4.3.
    Raises ValueError: E_SHAPE, E_SIZE, E_EMPTY (no box, no points).
    """
    if not bw > 0:
        raise ValueError("E_SIZE")
    box = frame(x, y, cell, around=_REACH * bw) if bbox is None else bbox
    if mask is not None and mask.shape != shape_of(box, cell):
        raise ValueError("E_SHAPE")
    is_cut = edge and not (bbox is None and mask is None)
    if is_cut:
        x, y = _within(x, y, cell, box, mask)
    found = _surface(x, y, cell, bw, box, 0 if is_cut or bbox is None else _REACH)
    if is_cut:
        found /= _inside(np.ones(found.shape, bool) if mask is None else mask, bw / cell)
    if mask is not None:
        found[~mask] = np.nan
    return Density(found, box[:2], cell, bw, len(x))


def _surface(
    x: Plain, y: Plain, cell: float, bw: float, box: BBox, beyond: float
) -> NDArray[np.float32]:
    """The density in the box, of the points up to `beyond` bandwidths away too."""
    rows, columns = shape_of(box, cell)
    split = 1 if bw >= _FINE * cell else 2 * ceil((_FINE * cell / bw - 1) / 2) + 1
    margin = split * (2 + ceil(beyond * bw / cell))
    side = cell / split
    shape = (rows * split + 2 * margin, columns * split + 2 * margin)
    corner = (box[0] - side * margin, box[1] - side * margin)
    fine, own = _shared(x, y, side, corner, shape)
    sigma, reach = sqrt((bw / side) ** 2 - own), _REACH * bw / side
    first = margin + split // 2
    to_row, to_column = (first + split * np.arange(n) for n in (rows, columns))
    half = _smoothed(fine, to_row, sigma, reach)
    return _smoothed(half.T, to_column, sigma, reach).T * np.float32(_KM2 / side**2)


def _smoothed(fine: Plain, to: Cells, sigma: float, reach: float) -> NDArray[np.float32]:
    """The rows at `to` of what a Gaussian kernel makes of the rows; nothing lies beyond
    them. Products with parts of the kernel's matrix are several times as fast as a
    filter that slides."""
    far = int(reach + 0.5)
    found = np.empty((len(to), fine.shape[1]), np.float32)
    weights = np.exp(-0.5 * (np.arange(-far, far + 1) / sigma) ** 2)
    weights = np.append(weights / weights.sum(), 0.0)  # the last: what is too far away
    for at in range(0, len(to), _ROWS):
        own = to[at : at + _ROWS]
        first, last = max(0, own[0] - far), min(len(fine), own[-1] + far + 1)
        apart = np.arange(first, last) - own[:, None] + far
        apart[(apart < 0) | (apart > 2 * far)] = 2 * far + 1
        part = weights[apart].astype(np.float32)
        np.matmul(part, fine[first:last].astype(np.float32), out=found[at : at + _ROWS])
    return found


def _within(
    x: Plain, y: Plain, cell: float, box: BBox, mask: NDArray[np.bool_] | None
) -> tuple[Plain, Plain]:
    """The points in the box, and in squares of the mask."""
    kept = (x >= box[0]) & (x < box[2]) & (y >= box[1]) & (y < box[3])
    if not kept.all():
        x, y = x[kept], y[kept]
    if mask is None:
        return x, y
    row, column = ((y - box[1]) // cell).astype(np.intp), ((x - box[0]) // cell)
    there = mask[row, column.astype(np.intp)]
    return x[there], y[there]


def _shared(
    x: Plain, y: Plain, side: float, corner: tuple[float, float], shape: tuple[int, int]
) -> tuple[Numbers, float]:
    """Points shared between the squares around them, and the variance which that adds
    to each, in squares."""
    grid = np.zeros(shape[0] * shape[1])
    share, own = (_nine, 1 / 4) if len(x) <= _MANY else (_four, 1 / 6)
    room, whole = np.empty((3, CHUNK)), np.empty((2, CHUNK), np.intp)
    for at in range(0, len(x), CHUNK):
        many = len(x[at : at + CHUNK])
        across, along = room[0, :many], room[1, :many]
        for values, place, start in ((x, across, corner[0]), (y, along, corner[1])):
            np.subtract(values[at : at + many], start + side / 2, out=place)
            np.multiply(place, 1 / side, out=place)
        if not (_fits(across, shape[1]) and _fits(along, shape[0])):
            kept = (across >= _HALF) & (across < shape[1] - 1 - _HALF)
            kept &= (along >= _HALF) & (along < shape[0] - 1 - _HALF)
            across, along = across[kept], along[kept]
        many = len(across)
        share(grid, across, along, shape[1], room[2, :many], whole[:, :many])
    return grid.reshape(shape), own


def _fits(values: Numbers, many: int) -> bool:
    return bool(values.min() >= _HALF and values.max() < many - 1 - _HALF)


def _four(
    grid: Numbers, x: Numbers, y: Numbers, columns: int, room: Numbers, whole: Cells
) -> None:
    """Linear sharing. Worked in the arrays that are given: with millions of points, what
    is not asked of the memory is half of the time."""
    cells, across = whole
    np.copyto(across, x, casting="unsafe")
    np.copyto(cells, y, casting="unsafe")
    x -= across
    y -= cells
    cells *= columns
    cells += across
    both = np.multiply(x, y, out=room)
    x -= both
    rest = across.view(np.float64)
    np.subtract(1.0, x, out=rest)
    rest -= y
    y -= both
    for beyond, part in ((0, rest), (1, x), (columns, y), (columns + 1, both)):
        np.add.at(grid[beyond:], cells, part)


def _nine(
    grid: Numbers, x: Numbers, y: Numbers, columns: int, room: Numbers, whole: Cells
) -> None:
    """Quadratic sharing."""
    column, cells = whole
    wide, high = _three(x, column), _three(y, cells)
    cells *= columns
    cells += column
    for up, tall in enumerate(high):
        for right, part in enumerate(wide):
            both = np.multiply(tall, part, out=room)
            np.add.at(grid[up * columns + right :], cells, both)


def _three(at: Numbers, first: Cells) -> tuple[Numbers, Numbers, Numbers]:
    """What each of three squares gets; the first of them is written into `first`."""
    at += 0.5
    np.copyto(first, at, casting="unsafe")
    at -= first  # from the side of the middle one: 0 to 1
    first -= 1
    right = 0.5 * at * at
    middle = at - 2.0 * right
    middle += 0.5
    left = 0.5 - at
    left += right
    return left, middle, right


def _inside(mask: NDArray[np.bool_], bw: float) -> Plain:
    """How much of a kernel in the middle of each square lies in squares of the mask."""
    across = sqrt(bw * bw + 1 / 12)
    rows, columns = (np.arange(n) for n in mask.shape)
    half = _smoothed(mask, rows, across, _REACH * across)
    part = _smoothed(half.T, columns, across, _REACH * across).T
    return np.where(mask, part, 1.0)
