"""What of the reports a map shows, and how coarsely, by how close one looks. Pure.

Far out lie rings of many together, then squares of the national grid of 1000, 500, 250
and 100 metres, and within a small box each report for itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor, isfinite

from handslag.statistics.grid import SIZES, corner, to_sweref, to_wgs84

POINTS_WITHIN = 2000  # metres: the widest box in which each report is shown for itself
MOST_POINTS = 500
PIXELS = 30  # a square that is narrower on the screen has no room for its number
RING = 64  # pixels: many together are this far apart
RINGS = (2000, 4000, 8000, 16000, 32000, 64000)  # metres
_FEW = 50  # one of so many lies to the side and does not decide where the map begins
_FARTHEST = 180  # what is larger is metres and not degrees


@dataclass(frozen=True, slots=True)
class Box:
    """Whole metres in SWEREF 99 TM. West and south belong to it, east and north do not."""

    west: int
    south: int
    east: int
    north: int

    @property
    def width(self) -> int:
        """The longer of its sides."""
        return max(self.east - self.west, self.north - self.south)

    def holds(self, east: float, north: float) -> bool:
        return self.west <= east < self.east and self.south <= north < self.north

    def wider(self, by: int) -> "Box":
        return Box(self.west - by, self.south - by, self.east + by, self.north + by)

    def __str__(self) -> str:
        """As an address has it; `box_in` reads it."""
        return f"{self.west},{self.south},{self.east},{self.north}"


@dataclass(frozen=True, slots=True)
class Ring:
    """Many together: where the middle of them lies, how many, and what they lie in."""

    east: int
    north: int
    n: int
    box: Box


def box_in(text: str) -> Box | None:
    """West, south, east and north, in metres or in degrees. Nothing for what is none."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    if not all(map(isfinite, (west, south, east, north))) or west >= east or south >= north:
        return None
    if north > _FARTHEST:
        return Box(floor(west), floor(south), floor(east), floor(north))
    try:
        found = [to_sweref(x, y) for x in (west, east) for y in (south, north)]
    except ValueError:
        return None
    easts, norths = zip(*found, strict=True)
    return Box(
        floor(min(easts)), floor(min(norths)), floor(max(easts)) + 1, floor(max(norths)) + 1
    )


def are_points(box: Box) -> bool:
    """Whether one looks so closely that each report may be shown for itself."""
    return box.width <= POINTS_WITHIN


def size_at(metres: float) -> int:
    """The smallest square that can be read when a pixel is so many metres; 0: none can."""
    return next((size for size in SIZES if size >= PIXELS * metres), 0)


def rings(cells: Mapping[int, int], metres: float, *, of: int) -> list[Ring]:
    """Squares of `of` metres put together to rings that lie apart on the screen."""
    size = next((one for one in RINGS if one >= RING * metres), RINGS[-1])
    found: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for cell, n in cells.items():
        east, north = corner(cell)
        found[east // size, north // size].append((east, north, n))
    return [_ring(rows, of) for rows in found.values()]


def _ring(rows: Sequence[tuple[int, int, int]], size: int) -> Ring:
    total = sum(n for _, _, n in rows)
    easts, norths = [one[0] for one in rows], [one[1] for one in rows]
    return Ring(
        east=sum(east * n for east, _, n in rows) // total + size // 2,
        north=sum(north * n for _, north, n in rows) // total + size // 2,
        n=total,
        box=Box(min(easts), min(norths), max(easts) + size, max(norths) + size),
    )


def box_of(cell: int, size: int) -> Box:
    """The square itself."""
    east, north = corner(cell)
    return Box(east, north, east + size, north + size)


def around(cells: Mapping[int, int], *, of: int) -> Box | None:
    """The box in which nearly all lie: what lies far to the side is left out of it."""
    if not cells:
        return None
    easts = _middle((corner(cell)[0], n) for cell, n in cells.items())
    norths = _middle((corner(cell)[1], n) for cell, n in cells.items())
    return Box(easts[0], norths[0], easts[1] + of, norths[1] + of)


def _middle(rows: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """From where to where, without the outermost on either side."""
    ordered = sorted(rows)
    spare = sum(n for _, n in ordered) // _FEW

    def first(row: Sequence[tuple[int, int]]) -> int:
        passed = accumulate(n for _, n in row)
        return next(at for (at, _), n in zip(row, passed, strict=True) if n > spare)

    return first(ordered), first(ordered[::-1])


def in_degrees(box: Box) -> tuple[float, float, float, float]:
    """West, south, east and north in degrees, for a map that is drawn in them."""
    found = [to_wgs84(x, y) for x in (box.west, box.east) for y in (box.south, box.north)]
    lons, lats = zip(*found, strict=True)
    return min(lons), min(lats), max(lons), max(lats)
