"""Was this what you meant? The link of a letter leads here, and three buttons answer.

Opening the page does nothing: programs that read letters before people do open every
link in them.
"""

from http import HTTPStatus
from typing import ClassVar

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.core.access import ANYONE
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.published import Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.voices.published import letter_at
from handslag.domain.voices.rules import Meant
from handslag.domain.voices.services import say_meant
from handslag.web.forms import PublicForm, public_write
from handslag.web.public.missing import no_municipality
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal
from handslag.web.words.voices import MEANT

NAME = "meant"


class MeantForm(PublicForm):
    """Three buttons."""

    form_name: ClassVar[str] = NAME

    meant = forms.ChoiceField(
        choices=[(one.value, name) for one, name in MEANT.items()],
        error_messages={"required": _("Choose one of the three answers.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_write(NAME, limit=120, seconds=3600, keep=False)
def page(request: SiteRequest, municipality: str, token: str) -> HttpResponse:
    """What they were told, the question, and thanks; the answer can be changed."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    letter = letter_at(municipality, token)
    form = MeantForm(request.POST or None)
    if letter is not None and form.is_valid():
        try:
            say_meant(ANYONE, token, Meant(form.cleaned_data["meant"]))
        except NotAllowedError as error:
            form.add_error(None, refusal(error))
        letter = letter_at(municipality, token)
    context = {
        "municipality": found,
        "up": reverse("public:municipality", args=[found.slug]),
        "letter": letter,
        "chosen": MEANT[letter.meant] if letter and letter.meant else "",
        "choices": [(one.value, name) for one, name in MEANT.items()],
        "form": form,
        "all": reverse("public:you-said", args=[found.slug]),
        "page": reverse("public:what-you-said", args=[found.slug, letter.page])
        if letter and letter.page
        else "",
    }
    status = HTTPStatus.OK if letter is not None else HTTPStatus.GONE
    if letter is not None and form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    response = render(request, "public/voices/letter.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
