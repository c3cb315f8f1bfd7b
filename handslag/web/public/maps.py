"""The public map: where it is reported, in squares so large that nobody is pointed out.

All four answers are made of the same released numbers and read nothing of the query
string: there is nothing to ask for that would say more.
"""

import csv
import io
from datetime import date

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext
from django.views.decorators.http import require_safe

from handslag.domain.incidents.published.maps import (
    PublicCount,
    PublicMap,
    PublicSquare,
    public_map,
)
from handslag.domain.incidents.rules import release as rules
from handslag.domain.organisations.published import Ground, Moved, Municipality, ground
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.statistics.grid import corner
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_municipality
from handslag.web.requests import SiteRequest
from handslag.web.ui.maps import (
    GEOJSON,
    collection,
    feature,
    level,
    point,
    ranges,
    square,
)
from handslag.web.ui.numbers import number

HECTOMETRE = 100


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str) -> HttpResponse:
    """The map, and the table that says the same."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(reverse("public:map", args=[found.to]))
    drawn = public_map(municipality)
    under = ground(found.code)
    shown = drawn.lately() if drawn else ()
    answer = _answer(found, drawn, shown, under)
    indexed = bool(shown) and drawn is not None and not drawn.is_example
    context = {
        "municipality": found,
        "up": reverse("public:municipality", args=[found.slug]),
        "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
        "indexed": indexed,
        "description": answer,
        "answer": answer,
        "map": drawn,
        "rows": [_row(one, under) for one in shown],
        "columns": [
            {"text": pgettext("map", "Nearest to")},
            {"text": pgettext("map", "Reports"), "num": True},
            {"text": pgettext("map", "Came in")},
        ],
        "legend": [
            {"level": at, "text": said} for at, said in ranges(least=rules.FEWEST_REPORTS)
        ],
        "rules": rules,
        **_addresses(found.slug),
    }
    return _marked(render(request, "public/map/page.html", context), indexed=indexed)


@require_safe
@cached(of_municipality)
def under(request: SiteRequest, municipality: str) -> HttpResponse:
    """The ground of every map of this municipality: outlines and names."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    lies = ground(found.code)
    areas = [feature(one, here=False) for one in lies.beside]
    if lies.here is not None:
        areas.append(feature(lies.here, here=True))
    names = [
        feature(point(lon, lat), name=name, shown=shown)
        for name, lon, lat, shown in lies.names
    ]
    return JsonResponse(collection([*areas, *names]), content_type=GEOJSON)


@require_safe
@cached(of_municipality)
def as_geojson(request: SiteRequest, municipality: str) -> HttpResponse:
    """The squares of the last year, for the map and for machines."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    drawn, lies = public_map(municipality), ground(found.code)
    squares = [_feature(one, lies) for one in (drawn.lately() if drawn else ())]
    is_example = drawn is not None and drawn.is_example
    answer = JsonResponse(collection(squares, made_up=is_example), content_type=GEOJSON)
    return _marked(answer, indexed=not is_example)


@require_safe
@cached(of_municipality)
def as_csv(request: SiteRequest, municipality: str) -> HttpResponse:
    """Every number that has been released, one on each line."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    drawn = public_map(municipality)
    is_example = drawn is not None and drawn.is_example
    text = io.StringIO()
    lines = csv.writer(text, delimiter=";")
    lines.writerow(["ruta", "sida_m", "fran", "till", "rapporter", "pahittat"])
    made_up = "ja" if is_example else "nej"
    for one in drawn.squares if drawn else ():
        for part in one.counts:
            span = f"{part.since:%Y-%m}", f"{part.until:%Y-%m}"
            lines.writerow([one.square, rules.SIZE, *span, part.n, made_up])
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="karta-{municipality}.csv"'
    return _marked(answer, indexed=not is_example)


def _addresses(slug: str) -> dict[str, str]:
    names = {"source": "map-squares", "ground": "map-ground", "csv": "map-file"}
    return {
        name: reverse(f"public:{address}", args=[slug]) for name, address in names.items()
    }


def _marked(answer: HttpResponse, *, indexed: bool) -> HttpResponse:
    if not indexed:
        answer["X-Robots-Tag"] = "noindex"
    return answer


def _answer(
    found: Municipality,
    drawn: PublicMap | None,
    shown: tuple[PublicSquare, ...],
    under: Ground,
) -> str:
    if drawn is None:
        return _("%(name)s has not published a map of reports.") % {"name": found.name}
    if not shown:
        return _("No square has enough reports to be shown without pointing at anyone.")
    words = ngettext(
        "Most is reported near %(place)s: %(n)s report.",
        "Most is reported near %(place)s: %(n)s reports.",
        shown[0].n,
    )
    place = under.nearest(*shown[0].middle) or found.short_name
    return words % {"place": place, "n": number(shown[0].n)}


def _row(one: PublicSquare, under: Ground) -> list[object]:
    spans = "; ".join(f"{_span(part)}: {number(part.n)}" for part in one.counts)
    return [_named(one, under), number(one.n), spans]


def _named(one: PublicSquare, under: Ground) -> str:
    """The place that lies nearest, and which square: two may have the same neighbour."""
    east, north = (metres // HECTOMETRE for metres in corner(one.square))
    place = under.nearest(*one.middle)
    words = pgettext("map", "%(place)s, square %(east)s/%(north)s")
    return words % {"place": place, "east": east, "north": north}


def _feature(one: PublicSquare, under: Ground) -> dict[str, object]:
    place = _named(one, under)
    spans = "; ".join(f"{_span(part)}: {number(part.n)}" for part in one.counts)
    many = npgettext("map", "%(n)s report", "%(n)s reports", one.n) % {"n": number(one.n)}
    return feature(
        square(one.outline),
        key=one.square,
        value=one.n,
        level=level(one.n),
        text=f"{place}. {many}. {spans}.",
        counts=[
            {"since": f"{p.since:%Y-%m}", "until": f"{p.until:%Y-%m}", "reports": p.n}
            for p in one.counts
        ],
    )


def _span(part: PublicCount) -> str:
    """As in "okt–dec 2025", or "nov 2025–jan 2026"."""
    since, until = part.since, part.until
    if since == until:
        return _month(until)
    first = _month(since) if since.year != until.year else _short(since)
    return f"{first}–{_month(until)}"


def _month(day: date) -> str:
    return f"{_short(day)} {day.year}"


def _short(day: date) -> str:
    return str(MONTHS_3[day.month]).lower()
