"""Where a place lies, as people type or paste it. Pure.

A position is two numbers, in whichever order and however they are written:
"59.2372, 14.4306", "59,2372 14,4306", or an address copied from a map on the
web. An outline is GeoJSON, as every map program gives it.
"""

import json
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from handslag.domain.organisations.rules import NotAllowedError

LATITUDES, LONGITUDES = (55.0, 69.5), (10.5, 24.5)  # of Sweden, and a little more
MOST_POINTS = 2000
DRAWN = frozenset({"LineString", "MultiLineString", "Polygon", "MultiPolygon"})
_NUMBER = re.compile(r"\d{2}[.,]\d+")


def position(text: str) -> tuple[float, float]:
    """Longitude and latitude in WGS 84, from what somebody typed or pasted.

    Raises NotAllowedError: no_position.
    """
    numbers = [float(found.replace(",", ".")) for found in _NUMBER.findall(text)]
    for first, second in pairwise(numbers):
        for lat, lon in ((first, second), (second, first)):
            if _inside(lat, LATITUDES) and _inside(lon, LONGITUDES):
                return lon, lat
    raise NotAllowedError("no_position")


def outline(text: str) -> dict[str, Any]:
    """The geometry of a line or an area, from GeoJSON.

    Raises NotAllowedError: no_outline, too_many_points, outline_elsewhere.
    """
    try:
        geometry = _geometry(json.loads(text))
        points = list(_points(geometry["coordinates"]))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        raise NotAllowedError("no_outline") from None
    if len(points) > MOST_POINTS:
        raise NotAllowedError("too_many_points")
    if geometry["type"] not in DRAWN or not points:
        raise NotAllowedError("no_outline")
    if not all(_inside(y, LATITUDES) and _inside(x, LONGITUDES) for x, y in points):
        raise NotAllowedError("outline_elsewhere")
    return {"type": geometry["type"], "coordinates": geometry["coordinates"]}


def middle(geometry: dict[str, Any]) -> tuple[float, float]:
    """The middle of the box around a geometry: longitude and latitude."""
    xs, ys = zip(*_points(geometry["coordinates"]), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _inside(number: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= number <= bounds[1]


def _geometry(read: Any) -> dict[str, Any]:
    """Of a feature, or of the only feature of a collection, or as it stands."""
    if read["type"] == "FeatureCollection":
        (read,) = read["features"]
    found: dict[str, Any] = read["geometry"] if read["type"] == "Feature" else read
    return found


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        x, y = float(coordinates[0]), float(coordinates[1])
        if not (math.isfinite(x) and math.isfinite(y)):
            raise ValueError
        yield x, y
        return
    for part in coordinates:
        yield from _points(part)
