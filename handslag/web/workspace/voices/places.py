"""The places that are named in free text: how often, by which voices, and to confirm."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from handslag.domain.voices import queries, services
from handslag.web.answers import capital, number
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import shown
from handslag.web.workspace.voices.sight import the_occasion
from handslag.web.workspace.voices.writing import BOTH


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """A list for each place; the ticked voices are about it."""
    at = the_occasion(request, key, to_listen=True)
    chosen = _keys(request, "place")
    if chosen:
        placed = services.put_at(
            request.actor,
            at.occasion,
            place=chosen[0],
            voices=_keys(request, "voice"),
            now=request.now,
        )
        said = ngettext(
            "%(n)s voice is about the place now.",
            "%(n)s voices are about the place now.",
            placed,
        )
        messages.success(request, capital(said % {"n": number(placed)}))
        return redirect("workspace:places-of", key)
    found = queries.places_said(at.occasion, today=request.today)
    context = {
        "at": at,
        "occasion": at.occasion,
        "rows": found,
        "answer": _answer(len(found)),
    }
    return shown(request, "voices/places", context)


def _keys(request: WorkRequest, name: str) -> list[UUID]:
    found = []
    for one in request.POST.getlist(name):
        try:
            found.append(UUID(one))
        except ValueError:
            continue
    return found


def _answer(places: int) -> str:
    if not places:
        return _("No place of yours is named in what was said.")
    said = ngettext("%(n)s place is named.", "%(n)s places are named.", places)
    return capital(said % {"n": number(places)})
