"""What the link of a letter leads to: the place goes to somebody else.

Opening the page does nothing: programs that read letters before people do open every
link in them.
"""

from http import HTTPStatus
from typing import ClassVar

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues import services
from handslag.domain.dialogues.published import place_of
from handslag.domain.organisations.published import Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.forms import PublicForm, public_write
from handslag.web.public.missing import no_municipality
from handslag.web.requests import SiteRequest

NAME = "dialogue-place"


class GiveBackForm(PublicForm):
    """One button."""

    form_name: ClassVar[str] = NAME


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_write(NAME, limit=60, seconds=3600, keep=False)
def page(request: SiteRequest, municipality: str, token: str) -> HttpResponse:
    """Which place it is, with a button that gives it back."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    place = place_of(municipality, token)
    is_done = False
    form = GiveBackForm(request.POST if request.method == "POST" else None)
    if place is not None and form.is_valid():
        try:
            services.give_back(token)
        except NotAllowedError:
            place = None
        else:
            is_done = True
    context = {
        "municipality": found,
        "place": place,
        "form": form,
        "is_done": is_done,
    }
    status = HTTPStatus.OK if place is not None else HTTPStatus.GONE
    response = render(request, "public/dialogues/give_back.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
