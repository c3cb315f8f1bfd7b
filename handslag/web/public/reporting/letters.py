"""What the links of a letter lead to: an answer with one press, or no more letters.

Opening the page does nothing: programs that read letters before people do open every
link in them. A script presses the button at once for whoever has the page before them.
"""

from http import HTTPStatus
from typing import ClassVar

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.core.access import ANYONE
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.published import letter_link
from handslag.domain.incidents.rules import Better
from handslag.domain.incidents.rules.receipts import Wanted
from handslag.domain.incidents.services import follow_letter
from handslag.domain.organisations.published import Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.forms import PublicForm, public_write
from handslag.web.public.reporting.pages import closed, ways
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal
from handslag.web.words.incidents import BETTERS

NAME = "letter"


class LetterForm(PublicForm):
    """One button."""

    form_name: ClassVar[str] = NAME


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_write(NAME, limit=120, seconds=3600, keep=False)
def page(request: SiteRequest, municipality: str, token: str) -> HttpResponse:
    """What the link asks for, with a button that does it."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return closed(request, municipality)
    link = letter_link(municipality, token)
    form, trouble = LetterForm(request.POST or None), ""
    if request.method == "POST" and link is not None and form.is_valid():
        try:
            follow_letter(ANYONE, municipality, token)
        except NotAllowedError as error:
            trouble = refusal(error)
        else:
            link = letter_link(municipality, token)
    stops = link is not None and link.wanted is Wanted.STOP
    context = {
        "municipality": found,
        "link": link,
        "form": form,
        "trouble": trouble,
        "stops": stops,
        "chosen": BETTERS[Better(link.wanted.value)] if link and not stops else "",
        **ways(municipality),
    }
    status = HTTPStatus.OK if link is not None else HTTPStatus.GONE
    response = render(request, "public/reporting/letter.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
