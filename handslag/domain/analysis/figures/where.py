"""Where more is reported than chance gives, looked at in squares of two sizes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handslag.core.points.rules import SIDE
from handslag.domain.analysis.queries.sums import Squares, heaps, squares
from handslag.domain.analysis.rules import Question
from handslag.statistics.comparisons import bh
from handslag.statistics.spatial.hot_spots import Windows, poisson_window

SIDES = (SIDE, 2 * SIDE)
SURE = 0.05
MOST = 10
APART = 2  # squares: nearer than that their windows share a square

Map = NDArray[np.int64]
Corners = tuple[Map, Map]


@dataclass(frozen=True, slots=True)
class Hot:
    """A square with more than chance gives in it and around it: its middle in metres, how
    many in the window, how many were expected, and p with all squares looked at."""

    east: int
    north: int
    count: int
    expected: float
    p: float


@dataclass(frozen=True, slots=True)
class Where:
    """The hot squares of the finer map, the clearest first and none beside another; whether
    the coarser map agrees; and the coordinates that come back most, which are no places."""

    hot: Sequence[Hot]
    agrees: bool
    heaps: Sequence[tuple[int, int, int]]
    total: int
    squares: int


def where(question: Question, inhabited: Sequence[tuple[int, int]]) -> Where:
    """`inhabited` are the south-west corners, east and north, of squares of 250 metres
    where people live; without any, only where something has ever been reported is looked
    at. No query.
    """
    found = squares(question)
    if not len(found.n):
        return Where((), agrees=True, heaps=(), total=0, squares=0)
    land = _land(squares(question.of_everything), inhabited)
    fine, coarse = (_hot(found, land, side) for side in SIDES)
    return Where(
        hot=fine[0][:MOST],
        agrees=_same(fine[0], coarse[0]),
        heaps=heaps(question, most=5),
        total=int(found.n.sum()),
        squares=fine[1],
    )


def _land(ever: Squares, inhabited: Sequence[tuple[int, int]]) -> Corners:
    """Where something can happen: where people live, and where it has happened."""
    lived = np.array(inhabited, np.int64).reshape(-1, 2)
    return (
        np.concatenate([ever.east, lived[:, 0]]),
        np.concatenate([ever.north, lived[:, 1]]),
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    """A map of squares of one size, with a square to spare around all that lies on it."""

    side: int
    east: int
    north: int
    shape: tuple[int, int]

    def at(self, corners: Corners) -> tuple[Map, Map]:
        """Rows and columns of what has these south-west corners."""
        east, north = corners
        return (north - self.north) // self.side, (east - self.east) // self.side

    def middle(self, row: int, column: int) -> tuple[int, int]:
        half = self.side // 2
        return self.east + column * self.side + half, self.north + row * self.side + half


def _grid(corners: Corners, side: int) -> _Grid:
    (west, east), (south, north) = (
        (int(axis.min()) // side - 1, int(axis.max()) // side + 1) for axis in corners
    )
    return _Grid(side, west * side, south * side, (north - south + 1, east - west + 1))


def _hot(found: Squares, land: Corners, side: int) -> tuple[list[Hot], int]:
    """The hot squares of one size, and how many squares were looked at."""
    grid = _grid(land, side)
    counts, mask = np.zeros(grid.shape, np.int64), np.zeros(grid.shape, bool)
    np.add.at(counts, grid.at((found.east, found.north)), found.n)
    mask[grid.at(land)] = True
    window = poisson_window(counts, None, mask, 1)
    return _named(window, grid), int(mask.sum())


def _named(window: Windows, grid: _Grid) -> list[Hot]:
    """The clearest first; one that touches one already named is the same place."""
    p, found = bh(window.p), window.is_hot(SURE)
    rows, columns = (axis.tolist() for axis in np.nonzero(found))
    order = sorted(
        zip(rows, columns, strict=True),
        key=lambda at: (float(window.p[at]), -float(window.observed[at])),
    )
    named: list[tuple[int, int]] = []
    for row, column in order:
        if all(max(abs(row - r), abs(column - c)) > APART for r, c in named):
            named.append((row, column))
    return [
        Hot(
            *grid.middle(*at),
            count=int(window.observed[at]),
            expected=float(window.expected[at]),
            p=float(p[at]),
        )
        for at in named
    ]


def _same(fine: Sequence[Hot], coarse: Sequence[Hot]) -> bool:
    """Whether each place of the one map lies near a place of the other."""
    near = 2 * SIDES[1]
    return all(
        any(max(abs(a.east - b.east), abs(a.north - b.north)) <= near for b in others)
        for ones, others in ((fine[:MOST], coarse), (coarse[:MOST], fine))
        for a in ones
    )
