"""The outlines of municipalities, projected and rounded for a drawing. Pure.

The boundaries are shipped as TopoJSON in WGS 84, each line once. They are drawn
in SWEREF 99 TM, the projection of Swedish maps, so that the country looks as
people know it. Neighbours share their lines, so what is rounded on one side is
rounded on the other, and no gap opens between them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, pairwise, starmap
from math import hypot
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from handslag.statistics.grid import to_sweref

_BOUNDARIES = Path(__file__).parent / "shipped" / "boundaries.topojson"

_METRES_IN_THE_COUNTRY, _METRES_IN_A_COUNTY, _METRES_CLOSE_UP = 1000, 200, 50
_NEAR_DEGREES = 0.02  # one to two kilometres
_METRES_UNSURE = 500  # on either side of a simplified outline

Point = tuple[int, int]
_Place = tuple[float, float]  # east and north in metres
_Side = tuple[_Place, _Place]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shape:
    """One municipality, by its official code, as the path of an SVG."""

    code: str
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: the window to look through, the shapes, and the lines between counties."""

    view_box: str
    shapes: tuple[Shape, ...]
    county_lines: str


@cache
def drawing(county_code: str = "") -> Drawing:
    """The country or, twice as fine or more, one county."""
    step = _METRES_IN_A_COUNTY if county_code else _METRES_IN_THE_COUNTRY
    topology = _topology()
    lines = [_rounded(starmap(to_sweref, line), step) for line in topology.lines]
    chosen = {
        code: [_joined(ring, lines) for ring in rings]
        for code, rings in topology.rings.items()
        if code.startswith(county_code)
    }
    corner, view_box = _window(ring for rings in chosen.values() for ring in rings)
    shapes = tuple(
        Shape(code, "".join(_path(ring, corner, close=True) for ring in rings))
        for code, rings in chosen.items()
    )
    between = "".join(
        _path(lines[number], corner, close=False)
        for number in topology.between_counties
        if not county_code
    )
    return Drawing(view_box, shapes, between)


@dataclass(frozen=True, slots=True)
class CloseUp:
    """One municipality alone, drawn finely, and where in the drawing things lie."""

    view_box: str
    path: str
    longest: int  # the longer side of the drawing, in its units
    _corner: Point

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a position in WGS 84 lies in the drawing."""
        east, north = to_sweref(lon, lat)
        (left, top), step = self._corner, _METRES_CLOSE_UP
        return round(east / step - left, 1), round(-north / step - top, 1)

    def drawn(self, geometry: Mapping[str, Any]) -> str:
        """The lines of a GeoJSON geometry as a path; empty for what has no lines."""
        close = geometry["type"] in {"Polygon", "MultiPolygon"}
        lines = [
            _rounded((to_sweref(lon, lat) for lon, lat, *_ in line), _METRES_CLOSE_UP)
            for line in lines_of(geometry)
        ]
        return "".join(_path(line, self._corner, close=close) for line in lines)


@cache
def close_up(code: str) -> CloseUp | None:
    """The municipality with this official code. None: there is no such one."""
    topology = _topology()
    if code not in topology.rings:
        return None
    lines = [_joined(ring, topology.lines) for ring in topology.rings[code]]
    rings = [_rounded(starmap(to_sweref, line), _METRES_CLOSE_UP) for line in lines]
    corner, view_box = _window(rings)
    width, height = view_box.split()[2:]
    path = "".join(_path(ring, corner, close=True) for ring in rings)
    return CloseUp(view_box, path, max(int(width), int(height)), corner)


def is_near(code: str, lon: float, lat: float) -> bool:
    """Whether a position lies in the municipality or a stone's throw outside it.

    The outlines are simplified, so this asks for the box around it, and a little more.
    """
    topology = _topology()
    points = [
        point
        for ring in topology.rings.get(code, ())
        for point in _joined(ring, topology.lines)
    ]
    return bool(points) and all(
        min(side) - _NEAR_DEGREES <= here <= max(side) + _NEAR_DEGREES
        for side, here in zip(zip(*points, strict=True), (lon, lat), strict=True)
    )


def holds(code: str, lon: float, lat: float) -> bool:
    """Whether a position lies within the outline, or so near it that the outline, which
    is simplified, cannot tell. Without an outline it is not known, and none is outside."""
    rings = _rings_in_metres(code)
    if not rings:
        return True
    try:
        here = to_sweref(lon, lat)
    except ValueError:
        return False
    crossed = sum(_crosses(one, other, here) for ring in rings for one, other in ring)
    near = (_metres_from(one, other, here) for ring in rings for one, other in ring)
    return crossed % 2 == 1 or min(near) <= _METRES_UNSURE


def hold_all(code: str, places: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The same of many at once: east and north in metres, a row each."""
    whole = _whole(code)
    if whole is None:
        return np.ones(len(places), bool)
    found: NDArray[np.bool_] = shapely.contains_xy(whole, places[:, 0], places[:, 1])
    return found


@cache
def _whole(code: str) -> shapely.Geometry | None:
    """All of a municipality with what its simplified outline may have left out. A ring
    within another is a hole, whichever comes first."""
    found: shapely.Geometry | None = None
    for sides in _rings_in_metres(code):
        one = shapely.make_valid(shapely.Polygon([start for start, _end in sides]))
        found = one if found is None else shapely.symmetric_difference(found, one)
    if found is None:
        return None
    wide: shapely.Geometry = shapely.buffer(found, _METRES_UNSURE)
    shapely.prepare(wide)
    return wide


@cache
def _rings_in_metres(code: str) -> tuple[tuple[_Side, ...], ...]:
    topology = _topology()
    return tuple(
        tuple(pairwise(starmap(to_sweref, _joined(ring, topology.lines))))
        for ring in topology.rings.get(code, ())
    )


def _crosses(one: _Place, other: _Place, here: _Place) -> bool:
    """Whether a line straight east from here meets this side."""
    (x, y), (x0, y0), (east, north) = one, other, here
    if (y > north) == (y0 > north):
        return False
    return east < (x0 - x) * (north - y) / (y0 - y) + x


def _metres_from(one: _Place, other: _Place, here: _Place) -> float:
    """How far it is to the nearest point of this side."""
    (x, y), (x0, y0), (east, north) = one, other, here
    length = (x0 - x) ** 2 + (y0 - y) ** 2
    along = ((east - x) * (x0 - x) + (north - y) * (y0 - y)) / length if length else 0.0
    at = min(1.0, max(0.0, along))
    return hypot(east - x - at * (x0 - x), north - y - at * (y0 - y))


def lines_of(geometry: Mapping[str, Any]) -> list[list[list[float]]]:
    """The lines and rings of a GeoJSON geometry, however deep they lie in it."""
    coordinates = geometry["coordinates"]
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
    lines = [coordinates] if geometry["type"] in depth else []
    for _ in range(depth.get(geometry["type"], 0)):
        lines = [line for part in lines for line in part]
    return lines


def outline(code: str) -> dict[str, object] | None:
    """The outline of one municipality as a GeoJSON geometry in WGS 84."""
    topology = _topology()
    if code not in topology.rings:
        return None
    rings = [_joined(ring, topology.lines) for ring in topology.rings[code]]
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}


def beside(code: str) -> list[str]:
    """The municipalities that share a border with this one, by code."""
    topology = _topology()
    own = {_forwards(line) for ring in topology.rings.get(code, ()) for line in ring}
    return sorted(
        other
        for other, rings in topology.rings.items()
        if other != code and own.intersection(_forwards(n) for ring in rings for n in ring)
    )


@dataclass(frozen=True, slots=True)
class _Topology:
    """The shipped file: lines in WGS 84, and which of them go round a municipality."""

    lines: tuple[tuple[tuple[float, float], ...], ...]
    rings: Mapping[str, tuple[tuple[int, ...], ...]]
    between_counties: tuple[int, ...]


@cache
def _topology() -> _Topology:
    topology = json.loads(_BOUNDARIES.read_text())
    scale_x, scale_y = topology["transform"]["scale"]
    lines = []
    for steps in topology["arcs"]:
        x = accumulate(step[0] for step in steps)
        y = accumulate(step[1] for step in steps)
        lines.append(tuple((a * scale_x, b * scale_y) for a, b in zip(x, y, strict=True)))
    rings: dict[str, tuple[tuple[int, ...], ...]] = {}
    counties: dict[int, set[str]] = defaultdict(set)
    for shape in topology["objects"]["municipalities"]["geometries"]:
        code = shape["id"]
        rings[code] = tuple(tuple(ring) for polygon in shape["arcs"] for ring in polygon)
        for number in chain.from_iterable(rings[code]):
            counties[_forwards(number)].add(code[:2])
    between = tuple(sorted(number for number, of in counties.items() if len(of) > 1))
    return _Topology(tuple(lines), rings, between)


def _forwards(number: int) -> int:
    """Which line it is. TopoJSON writes -1 - n for line n walked backwards."""
    return number if number >= 0 else -1 - number


def _joined(ring: Sequence[int], lines: Sequence[Sequence[T]]) -> list[T]:
    """The points all the way round, the first one again at the end."""
    points: list[T] = []
    for number in ring:
        line = lines[_forwards(number)]
        points.extend(line[:-1] if number >= 0 else line[:0:-1])
    return [*points, points[0]]


def _rounded(points: Iterable[tuple[float, float]], step: int) -> list[Point]:
    """On a grid of `step` metres, y downwards, without points that fell together."""
    snapped: list[Point] = []
    for east, north in points:
        point = (round(east / step), -round(north / step))
        if not snapped or snapped[-1] != point:
            snapped.append(point)
    return snapped


def _window(rings: Iterable[list[Point]]) -> tuple[Point, str]:
    """The upper left corner, and the view box with a narrow margin."""
    points = [point for ring in rings for point in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width = max(x for x, _ in points) - left
    height = max(y for _, y in points) - top
    margin = max(2, max(width, height) // 50)
    return (left, top), f"{-margin} {-margin} {width + 2 * margin} {height + 2 * margin}"


def _path(points: Sequence[Point], corner: Point, *, close: bool) -> str:
    """The points as a relative SVG path. What fell together to a dot is not drawn."""
    if len(points) < (4 if close else 2):
        return ""
    (x, y), (left, top) = points[0], corner
    steps = [f"M{x - left} {y - top}l"]
    rest = points[1:-1] if close else points[1:]
    for to_x, to_y in rest:
        steps.append(f"{to_x - x} {to_y - y} ")
        x, y = to_x, to_y
    return "".join(steps).rstrip() + ("z" if close else "")
