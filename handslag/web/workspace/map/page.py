"""The map of staff: what is asked for, how much there is, and the same as a table."""

from collections.abc import Mapping, Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.incidents import queries, services
from handslag.domain.incidents.queries.cells import Home, cells, homes_of
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.incidents.rules.squares import Box, around, in_degrees
from handslag.domain.incidents.services.readings import MAP
from handslag.web.requests import WorkRequest
from handslag.web.ui.maps import ranges
from handslag.web.workspace.map.asking import (
    Asked,
    asked_in,
    form_of,
    kept,
    list_of,
    months,
)
from handslag.web.workspace.map.view import LARGEST, Mark, View, events, span_words, view_of
from handslag.web.workspace.reports.sight import sight_of_any
from handslag.web.workspace.sight import shown

MARGIN = 300  # metres around what is shown from the beginning
SHORTEST = 3000  # metres: and no view is narrower then
SHOWN = 18  # months in a row to choose among
Words = dict[str, object]


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """The map and its table. Without a script the table leads closer, step by step."""
    sight = sight_of_any(request)
    homes = homes_of(sight)
    home = _home(request, homes, sight)
    if home is None:
        return shown(request, "map/page", {"home": None})
    asked = asked_in(request.GET, home, today=request.today)
    every = cells(sight, asked.sought, LARGEST, today=request.today)
    box = asked.box or _whole(every)
    view = view_of(sight, home, asked, box, today=request.today) if box else None
    services.log_reading(request.actor, MAP, view.spots if view else [], request.now)
    choices = queries.choices(sight)
    context = {
        "home": home,
        "form": form_of(asked, home, homes, choices, today=request.today),
        "answer": _answer(asked, every),
        "list": list_of(asked, home, asked.box),
        "is_narrowed": bool(kept(request.GET, ruta="", since="", until="", within="")),
        "span": span_words(asked.span),
        "slider": _slider(request, asked),
        "view": view,
        **(_table(request, view) if view else {}),
        **(_map(request, home, box) if box else {}),
        "box": asked.box,
        "wider": kept(request.GET, ruta=_wider(box)) if asked.box and box else "",
        "all": kept(request.GET, ruta=""),
    }
    return shown(request, "map/page", context)


def _home(request: WorkRequest, homes: Sequence[Home], sight: Sight) -> Home | None:
    """The one asked for; else one's own, or the first."""
    asked = request.GET.get("within", "")
    own = [one for one in homes if one.pk in sight.own]
    named = [one for one in homes if str(one.key) == asked]
    return next(iter(named or own or homes), None)


def _whole(every: Mapping[int, int]) -> Box | None:
    """Where nearly all of it lies, and a little more."""
    found = around(every, of=LARGEST)
    if found is None:
        return None
    return found.wider(max(MARGIN, (SHORTEST - found.width) // 2))


def _wider(box: Box) -> Box:
    return box.wider(box.width // 2)


def _map(request: WorkRequest, home: Home, box: Box) -> Words:
    """What the figure is told: where it asks, what lies under, where it begins."""
    query = kept(request.GET, within=home.key, ruta="")
    return {
        "source": f"{reverse('workspace:map-marks')}?{query}",
        "ground": reverse("public:map-ground", args=[home.slug]),
        "start": ",".join(f"{one:.5f}" for one in in_degrees(box)),
        "legend": [{"level": at, "text": said} for at, said in ranges()],
    }


def _table(request: WorkRequest, view: View) -> Words:
    last = len(view.columns) - 1
    return {
        "columns": [
            {"text": one, "num": not view.spots and nr == last}
            for nr, one in enumerate(view.columns)
        ],
        "rows": [_row(one, request) for one in view.marks],
    }


def _row(mark: Mark, request: WorkRequest) -> list[object]:
    """A square leads closer by its name and to the list by its number."""
    first, *rest = mark.cells
    if mark.box is None:
        return [{"text": first, "href": mark.href}, *rest]
    closer = f"?{kept(request.GET, ruta=mark.box)}"
    return [{"text": first, "href": closer}, {"text": rest[0], "href": mark.href}]


def _answer(asked: Asked, every: Mapping[int, int]) -> str:
    """How many in all, and of when."""
    n = sum(every.values())
    facts = {"events": events(n), "span": span_words(asked.span)}
    if not n:
        return _("Nothing with a point on the map, %(span)s.") % facts
    return _("%(events)s with a point on the map, %(span)s.") % facts


def _slider(request: WorkRequest, asked: Asked) -> list[Words]:
    """Month by month, the earliest first: a link each, and the one that is shown."""
    chosen = asked.span.last if asked.span.is_one else None
    return [
        {
            "month": f"{one:%Y-%m}",
            "text": date_words(one, "M Y" if one.month == 1 else "M"),
            "said": date_words(one, "F Y"),
            "query": kept(request.GET, since=f"{one:%Y-%m}", until=f"{one:%Y-%m}"),
            "is_chosen": one == chosen,
        }
        for one in reversed(months(today=request.today)[:SHOWN])
    ]
