"""The marks of the map as GeoJSON, asked for anew whenever the map has been moved."""

import json
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.incidents import services
from handslag.domain.incidents.queries.cells import Home, home_of
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.incidents.rules.squares import in_degrees
from handslag.domain.incidents.services.readings import MAP
from handslag.web.requests import WorkRequest
from handslag.web.ui.maps import GEOJSON, level
from handslag.web.workspace.map.asking import Asked, asked_in
from handslag.web.workspace.map.view import (
    Mark,
    View,
    events,
    lattice,
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
        "features": list(_features(view)),
        "text": text,
        "caption": view.caption,
        "columns": view.columns,
        "made_up": bool(home and home.is_example),
    }
    answer = HttpResponse(
        json.dumps(said, ensure_ascii=False, separators=(",", ":")), content_type=GEOJSON
    )
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


def _features(view: View) -> Iterator[dict[str, object]]:
    for mark in view.marks:
        if mark.square:
            yield _square(mark, *mark.square)
        elif mark.box:
            yield _point(
                mark,
                value=mark.n,
                level=level(mark.n),
                box=in_degrees(mark.box),
                text=_said(mark),
            )
        else:
            yield _point(mark)


def _square(mark: Mark, at: int, size: int) -> dict[str, object]:
    east, north = divmod(at, 10_000_000)
    ring = [
        lattice(east, north),
        lattice(east + size, north),
        lattice(east + size, north + size),
        lattice(east, north + size),
        lattice(east, north),
    ]
    return {
        "type": "Feature",
        "id": mark.key,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "value": mark.n,
            "level": level(mark.n),
            "text": _said(mark),
            "href": mark.href,
            "cells": mark.cells,
        },
    }


def _said(mark: Mark) -> str:
    return f"{mark.cells[0]}: {events(mark.n)}."


def _point(mark: Mark, **more: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": mark.key,
        "geometry": {"type": "Point", "coordinates": mark.at},
        "properties": {"href": mark.href, "cells": mark.cells, **more},
    }
