"""The route: stops added by pointing on a map or in words alone, moved, taken out."""

import json
from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.domain.walks import services
from handslag.domain.walks.models import Stop
from handslag.domain.walks.rules import Stage
from handslag.web.requests import WorkRequest
from handslag.web.ui.maps import collection, feature, point, way
from handslag.web.workspace.walks.forms import StopForm
from handslag.web.workspace.walks.sight import ground_of, the_stop, the_walk
from handslag.web.workspace.walks.writing import BOTH, Page, nothing, written


def marks_of(stops: Sequence[Stop]) -> str:
    """The stops that are on the map, with their numbers, and the way between them."""
    rows, places = [], []
    for one in stops:
        if one.lon is None or one.lat is None:
            continue
        places.append((one.lon, one.lat))
        mark = feature(
            point(one.lon, one.lat),
            key=str(one.public_id),
            text=f"{one.position}. {one.name}",
            sign=str(one.position),
            href=f"#stopp-{one.position}",
        )
        rows.append(mark)
    if len(places) > 1:
        rows.append(feature(way(places), key="way"))
    return json.dumps(collection(rows)) if rows else ""


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The route so far, and a form for the next stop."""
    walk = the_walk(request, key, to_lead=True)
    form = StopForm(request.POST or None, initial={"revision": 0})
    stops = list(walk.stops.order_by("position", "pk"))
    last = next((one for one in reversed(stops) if one.lon is not None), None)
    return written(
        request,
        Page(
            title=_("The route"),
            back=reverse("workspace:walk-route", args=[key]),
            above=walk.occasion.title,
        ),
        form,
        lambda: services.add_stop(request.actor, walk, form.draft()),
        template="walks/route",
        more={
            "walk": walk,
            "stops": stops,
            "marks": marks_of(stops),
            "ground": ground_of(walk.occasion.home),
            "start_lon": f"{last.lon:.6f}" if last else "",
            "start_lat": f"{last.lat:.6f}" if last else "",
            "is_open": walk.stage != Stage.TOLD,
        },
    )


@require_http_methods(BOTH)
def stop(request: WorkRequest, key: UUID, stop: UUID) -> HttpResponse:
    """Change a stop's words, or where it is."""
    row = the_stop(request, key, stop)
    form = StopForm(request.POST or None, initial=_of(row))
    return written(
        request,
        Page(
            title=row.name,
            back=reverse("workspace:walk-route", args=[key]),
            above=_("The route"),
            remove=reverse("workspace:remove-walk-stop", args=[key, stop]),
        ),
        form,
        lambda: services.save_stop(
            request.actor, row, form.draft(), revision=form.cleaned_data["revision"]
        ),
        now=lambda: _of(the_stop(request, key, stop)),
        template="walks/stop",
        more={"ground": ground_of(row.walk.occasion.home)},
    )


def _of(row: Stop) -> dict[str, object]:
    return {
        "name": row.name,
        "look": row.look,
        "lon": row.lon,
        "lat": row.lat,
        "revision": row.revision,
    }


@require_POST
def move(request: WorkRequest, key: UUID, stop: UUID) -> HttpResponse:
    """One step earlier or later."""
    row = the_stop(request, key, stop)
    services.move_stop(request.actor, row, up="up" in request.POST)
    return redirect(f"{reverse('workspace:walk-route', args=[key])}#rutten")


@require_http_methods(BOTH)
def remove(request: WorkRequest, key: UUID, stop: UUID) -> HttpResponse:
    """Ask once more, and take it off the route."""
    row = the_stop(request, key, stop)
    return written(
        request,
        Page(
            title=_("Take it off the route?"),
            back=reverse("workspace:walk-route", args=[key]),
            above=_("The route"),
            answer=row.name,
            button=_("Take it off"),
        ),
        nothing(request),
        lambda: services.remove_stop(request.actor, row),
    )
