"""Maps for the style page: a made-up municipality, some squares and some points."""

from itertools import pairwise
from typing import Any

from django.http import JsonResponse
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_safe

from handslag.statistics import grid
from handslag.web.requests import WorkRequest
from handslag.web.ui.maps import GEOJSON

SIZE = 500
# East and north of squares, in steps of half a kilometre from a corner; how many.
CORNER = (466_500, 6_565_000)
COUNTED = {(0, 1): 6, (1, 1): 14, (2, 1): 5, (1, 2): 31, (2, 2): 58, (3, 0): 9, (4, 3): 5}
FROM = (5, 8, 12, 20, 40)
NAMES = {"Lundby": (1.5, 2.2), "Sjövik": (4.6, 3.4), "Norrby": (-2.0, 5.0)}
POINTS = ((6.2, 1.4), (6.25, 1.42), (7.4, 2.6))

Sample = dict[str, Any]


def _at(across: float, along: float) -> tuple[float, float]:
    east, north = CORNER
    return grid.to_wgs84(east + across * SIZE, north + along * SIZE)


def _said(count: int) -> str:
    words = npgettext("map", "%(count)d report", "%(count)d reports", count)
    return words % {"count": count}


def beside() -> Sample:
    """The table that says what the map shows, and what its colours mean."""
    square, reports = pgettext("sample", "Square"), pgettext("sample", "Reports")
    ends = [f"{one}–{other - 1}" for one, other in pairwise(FROM)]
    more = pgettext("sample", "{number} or more").format(number=FROM[-1])
    return {
        "columns": [{"text": square}, {"text": reports, "num": True}],
        "rows": [[str(n), str(count)] for n, count in enumerate(COUNTED.values(), 1)],
        "names": list(NAMES),
        "legend": [{"level": n, "text": text} for n, text in enumerate([*ends, more], 1)],
    }


@require_safe
def file(_request: WorkRequest, part: str) -> JsonResponse:
    """What a map fetches: its marks, or the ground under them."""
    features = _ground() if part == "grund" else _marks()
    return JsonResponse(
        {"type": "FeatureCollection", "features": features}, content_type=GEOJSON
    )


def _marks() -> list[Sample]:
    """Seven squares, and three points of which two lie in the same place."""
    squares = [
        {
            "type": "Feature",
            "id": number,
            "geometry": {"type": "Polygon", "coordinates": [_ring(*place)]},
            "properties": {
                "value": count,
                "level": sum(count >= least for least in FROM),
                "text": f"{pgettext('sample', 'Square')} {number}: {_said(count)}.",
                "href": "#kartor",
            },
        }
        for number, (place, count) in enumerate(COUNTED.items(), start=1)
    ]
    points = [
        _point(place, text=pgettext("sample", "Vandalism, 14 November."), href="#kartor")
        for place in POINTS
    ]
    return squares + points


def _ground() -> list[Sample]:
    """The outline of a made-up municipality, a neighbour, and three names."""
    here = [(-4, -3), (7, -4), (11, 2), (8, 8), (-3, 7), (-4, -3)]
    beside = [(7, -4), (16, -3), (17, 6), (8, 8), (11, 2), (7, -4)]
    areas = [
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [[_at(*one) for one in ring]]},
            "properties": {"here": ring is here},
        }
        for ring in (beside, here)
    ]
    names = [_point(place, name=name, shown=True) for name, place in NAMES.items()]
    return areas + names


def _ring(across: int, along: int) -> grid.Ring:
    east, north = CORNER
    return grid.outline(grid.cell(east + across * SIZE, north + along * SIZE, SIZE), SIZE)


def _point(place: tuple[float, float], **properties: object) -> Sample:
    return {
        "type": "Feature",
        "id": f"{place[0]}-{place[1]}",
        "geometry": {"type": "Point", "coordinates": _at(*place)},
        "properties": properties,
    }
