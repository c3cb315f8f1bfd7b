"""Somebody wants to hear what became of an occasion: an address for one letter."""

from http import HTTPStatus
from typing import ClassVar

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.published import Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.voices.published import PublishedOccasion, occasion_at
from handslag.domain.voices.services import leave_address_at
from handslag.web.forms import PublicForm, public_write
from handslag.web.public.missing import no_municipality
from handslag.web.public.spoken import language, swedish
from handslag.web.public.voices.you_said import nothing_said
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal

NAME = "address"


class AddressForm(PublicForm):
    """Where the letter goes."""

    form_name: ClassVar[str] = NAME

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "You get one letter, when there is an answer. The address is removed within"
            " three months after that, and is tied to nothing that was said."
        ),
        error_messages={
            "required": _("Write an e-mail address."),
            "invalid": _("Write an e-mail address, for example namn@example.se."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_write(NAME, limit=10, seconds=3600, keep=False)
def page(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """Leave an address, and see that it was left. The same answer if it was there."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    occasion = occasion_at(municipality, slug)
    if not isinstance(occasion, PublishedOccasion) or not occasion.takes_addresses:
        return nothing_said(request, found)
    form, is_left = AddressForm(request.POST or None), False
    if form.is_valid():
        is_left = _left(request, municipality, slug, form)
    context = {
        "municipality": found,
        "up": reverse("public:municipality", args=[found.slug]),
        "occasion": reverse("public:what-you-said", args=[found.slug, slug]),
        "title": swedish(occasion.line.title),
        "form": form,
        "is_left": is_left,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    response = render(request, "public/voices/address.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _left(request: SiteRequest, municipality: str, slug: str, form: AddressForm) -> bool:
    email = form.cleaned_data["email"]
    try:
        leave_address_at(municipality, slug, email, language=language(), now=request.now)
    except NotAllowedError as error:
        form.add_error(None, refusal(error))
        return False
    return True
