"""The marks of the map as GeoJSON, asked for anew whenever the map has been moved."""

import json
from functools import lru_cache
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.incidents import services
from handslag.domain.incidents.queries.cells import Home, home_of
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.incidents.rules.squares import in_degrees
from handslag.domain.incidents.services.readings import MAP
from handslag.statistics.grid import outline
from handslag.web.requests import WorkRequest
from handslag.web.ui.maps import GEOJSON, level, square
from handslag.web.workspace.map.asking import Asked, asked_in
from handslag.web.workspace.map.view import (
    Mark,
    View,
    events,
    span_words,
    view_of,
)
from handslag.web.workspace.reports.sight import sight_of_any

NOTHING = View([], [], "", (), 0)


@require_safe
def file(request: WorkRequest) -> HttpResponse:
    """What lies in the box. Whoever is shown points has read them: that is written down."""
    sight = sight_of_any(request)
    home = _home(request, sight)
    view, text = NOTHING, ""
    if home is not None:
        asked = asked_in(request.GET, home, today=request.today)
        view = _view(request, sight, home, asked)
        facts = {"events": events(view.total), "span": span_words(asked.span)}
        text = _("%(events)s in what is shown, %(span)s.") % facts
    services.log_reading(request.actor, MAP, view.spots, request.now)
    said = {
        "type": "FeatureCollection",
        "text": text,
        "caption": view.caption,
        "columns": view.columns,
        "made_up": bool(home and home.is_example),
    }
    features = ",".join(map(_feature, view.marks))
    content = f'{json.dumps(said)[:-1]},"features":[{features}]}}'
    answer = HttpResponse(content, content_type=GEOJSON)
    answer["X-Robots-Tag"] = "noindex"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _home(request: WorkRequest, sight: Sight) -> Home | None:
    try:
        return home_of(sight, UUID(request.GET.get("within", "")))
    except ValueError:
        return None


def _view(request: WorkRequest, sight: Sight, home: Home, asked: Asked) -> View:
    if asked.box is None:
        return NOTHING
    return view_of(sight, home, asked, asked.box, today=request.today)


# Written by hand: a library takes three times as long, and maps are asked for often.


def _feature(mark: Mark) -> str:
    """One thing as GeoJSON. What was typed by people goes through the library."""
    said = f'"href":{_quoted(mark.href)},"cells":[{",".join(map(_word, mark.cells))}]'
    if mark.n:
        said = f'{said},"value":{mark.n},"level":{level(mark.n)}'
        said = f'{said},"text":{_quoted(mark.said)}'
    if mark.square:
        geometry = _ring(*mark.square)
    else:
        lon, lat = mark.at or (0.0, 0.0)
        geometry = f'{{"type":"Point","coordinates":[{lon:.6f},{lat:.6f}]}}'
        if mark.box:
            said = f'{said},"box":{json.dumps(in_degrees(mark.box))}'
    head = f'"type":"Feature","id":"{mark.key}"'
    return f'{{{head},"geometry":{geometry},"properties":{{{said}}}}}'


_quoted = json.dumps
# The same few names, days and numbers stand in line after line.
_word = lru_cache(maxsize=10_000)(_quoted)


@lru_cache(maxsize=20_000)
def _ring(at: int, size: int) -> str:
    """A square as a geometry: the same for everyone who looks there."""
    return json.dumps(square(outline(at, size)))
