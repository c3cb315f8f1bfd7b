"""How dense reports lie: a picture to find one's way in, never an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handslag.core.points.rules import SIDE
from handslag.domain.analysis.queries.sums import squares
from handslag.domain.analysis.rules import Question
from handslag.statistics.spatial.density import kde_grid

FINEST, SPREAD = 125, 500  # metres: a square of the picture, and how far a report spreads
MOST_ACROSS = 160  # squares of the picture
FAINTEST = 0.05  # of the densest: beneath it nothing is drawn
STEPS = 5
AROUND = 6  # squares of ground around what is drawn
MOST_PEAKS = 5
AMONG_PEAKS = 0.2  # of the densest


@dataclass(frozen=True, slots=True)
class Peak:
    """Where it is denser than around: metres east and north, reports a square kilometre."""

    east: int
    north: int
    density: float


@dataclass(frozen=True, slots=True, eq=False)
class Heat:
    """`steps` says how dense each square of `side` metres is, in fifths of the densest,
    a row for each from `south`, 0 where next to nothing is; `spread` is the standard
    deviation of what each report was spread by, in metres."""

    steps: NDArray[np.int8]
    west: int
    south: int
    side: int
    spread: int
    peaks: Sequence[Peak]


def heat(question: Question) -> Heat | None:
    """Each report spread around the middle of its square of 250 metres. None: there are
    no reports. No query."""
    found = squares(question)
    if not len(found.n):
        return None
    x, y = (np.repeat(side + SIDE // 2, found.n) for side in (found.east, found.north))
    longest = max(np.ptp(x), np.ptp(y)) + 4 * SPREAD
    side = FINEST * max(1, -(-int(longest) // (FINEST * MOST_ACROSS)))
    spread = max(SPREAD, 2 * side)
    surface = kde_grid(x, y, side, spread)
    density = surface.density.astype(float)
    steps = np.ceil(STEPS * density / density.max()).astype(np.int8)
    steps[density < FAINTEST * density.max()] = 0
    rows, columns = (np.flatnonzero(steps.any(axis=axis)) for axis in (1, 0))
    down, left = (max(0, int(axis[0]) - AROUND) for axis in (rows, columns))
    inside = np.s_[down : rows[-1] + 1 + AROUND, left : columns[-1] + 1 + AROUND]
    west, south = (
        int(at) + side * n for at, n in zip(surface.origin, (left, down), strict=True)
    )
    peaks = _peaks(density[inside], (west, south), side, spread)
    return Heat(steps[inside], west, south, side, spread, peaks)


def _peaks(
    density: NDArray[np.float64], corner: tuple[int, int], side: int, spread: int
) -> list[Peak]:
    """The densest, then the densest of what is not near it, and so on."""
    left = density.copy()
    found: list[Peak] = []
    row, column = np.indices(density.shape)
    highest = float(density.max())
    while len(found) < MOST_PEAKS and left.max() >= AMONG_PEAKS * highest:
        at = divmod(int(np.argmax(left)), left.shape[1])
        is_top = left[at] >= density[_around(at)].max()
        if is_top:
            east, north = (
                c + side * n + side // 2 for c, n in zip(corner, at[::-1], strict=True)
            )
            found.append(Peak(east, north, float(left[at])))
        near = (row - at[0]) ** 2 + (column - at[1]) ** 2 <= (2 * spread / side) ** 2
        left[near] = 0.0
    return found


def _around(at: tuple[int, int]) -> tuple[slice, ...]:
    return tuple(slice(max(0, n - 1), n + 2) for n in at)
