"""Prepared outlines in, a drawn map out. No tiles, no script, no request elsewhere.

The outlines come as paths that are already projected and rounded
(organisations.maps does it once), so that a page only puts names and colours
on them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from handslag.web.ui.drawing import Drawing, figure, words

GEOJSON = "application/geo+json"


# From how many on a square has the next colour: the same on every map and each month.
STEPS = (1, 5, 10, 20, 40)


def level(count: int) -> int:
    """The colour of a square, from 1 to 5."""
    return sum(count >= least for least in STEPS)


def ranges(*, least: int = 1) -> list[tuple[int, str]]:
    """The colours from `least` on and what they mean: (2, "5–9")."""
    ends = [f"{one}–{other - 1}" for one, other in pairwise(STEPS)] + [f"{STEPS[-1]}–"]
    return [(n, text) for n, text in enumerate(ends, 1) if STEPS[n - 1] >= least]


def feature(
    geometry: Mapping[str, Any], *, key: object = None, **properties: object
) -> dict[str, Any]:
    """One thing of a map, as GeoJSON."""
    said = {"type": "Feature", "geometry": geometry, "properties": properties}
    return said if key is None else {**said, "id": key}


def collection(features: Iterable[dict[str, Any]], **more: object) -> dict[str, Any]:
    """All things of a map, as GeoJSON."""
    return {"type": "FeatureCollection", "features": list(features), **more}


def square(ring: Sequence[Sequence[float]]) -> dict[str, Any]:
    """A ring as a geometry: decimetres are more than enough."""
    return {"type": "Polygon", "coordinates": [[_near(point) for point in ring]]}


def point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": _near((lon, lat))}


def way(places: Iterable[tuple[float, float]]) -> dict[str, Any]:
    """From one place to the next, in this order."""
    return {"type": "LineString", "coordinates": [_near(one) for one in places]}


def _near(place: Sequence[float]) -> list[float]:
    return [round(degrees, 6) for degrees in place]


@dataclass(frozen=True, slots=True)
class Shape:
    """One place as it is drawn.

    `mark` is a class of the style sheet (on, some) or nothing, `verdict` a code;
    `href` leads to the page of the place.
    """

    d: str
    name: str
    href: str = ""
    mark: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place too small for an outline, in the coordinates of the map."""

    x: float
    y: float
    radius: float
    name: str
    href: str = ""
    mark: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A name to find one's way by. `size`: of the letters, in units of the map."""

    x: float
    y: float
    size: float
    name: str
    ends: bool = False  # the name ends here, instead of beginning


def _looks(place: Shape | Dot) -> str:
    kind = f' class="{words(place.mark)}"' if place.mark else ""
    found = f' data-verdict="{words(place.verdict)}"' if place.verdict else ""
    return kind + found


def _drawn(place: Shape | Dot | Label) -> str:
    if isinstance(place, Label):
        at = f'x="{figure(place.x)}" y="{figure(place.y)}"'
        size = f'font-size="{figure(place.size)}"'
        anchor = ' text-anchor="end"' if place.ends else ""
        return f"<text {at} {size}{anchor}>{words(place.name)}</text>"
    title = f"<title>{words(place.name)}</title>"
    if isinstance(place, Shape):
        drawn = f'<path{_looks(place)} d="{words(place.d)}">{title}</path>'
    else:
        drawn = (
            f'<circle{_looks(place)} cx="{figure(place.x)}" cy="{figure(place.y)}"'
            f' r="{figure(place.radius)}">{title}</circle>'
        )
    if not place.href:
        return drawn
    return f'<a href="{words(place.href)}" tabindex="-1">{drawn}</a>'


def draw(
    places: Iterable[Shape | Dot | Label], view_box: str, *, lines: str = ""
) -> Drawing:
    """The map, with `lines` (borders between counties) on top.

    It is a way for the hand and the eye; the list beside it is the text, so
    screen readers and the tab key pass it by.
    """
    borders = f'<path class="borders" d="{words(lines)}"/>' if lines else ""
    return Drawing(
        f'<svg viewBox="{words(view_box)}" aria-hidden="true">'
        + "".join(_drawn(place) for place in places)
        + borders
        + "</svg>"
    )
