"""Anyone can say that a summary of a page is wrong, or that it should go."""

from http import HTTPStatus
from typing import ClassVar

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.core.access import ANYONE
from handslag.domain.promises.published import SetPage, set_page
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Origin
from handslag.domain.promises.services import object_to
from handslag.web.forms import PublicForm, public_write
from handslag.web.public.facts import name_of
from handslag.web.public.missing import no_set
from handslag.web.public.notes import summary_words
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal

LONGEST_TEXT = 4000
LONGEST_CONTACT = 254


class CorrectionForm(PublicForm):
    """What is wrong, and how to reach whoever says so."""

    form_name: ClassVar[str] = "correction"

    text = forms.CharField(
        label=gettext_lazy("What is wrong, or should go?"),
        help_text=gettext_lazy(
            "Write which promise it is about. Name no private persons, please."
        ),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Write what is wrong.")},
    )
    contact = forms.CharField(
        label=gettext_lazy("How do we reach you?"),
        help_text=gettext_lazy("An e-mail address, if you want an answer."),
        max_length=LONGEST_CONTACT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_write("correction", limit=10, seconds=3600)
def correction(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    """Ask for a correction, or for the summary to be taken away."""
    page = set_page(municipality, period, today=request.today)
    if not isinstance(page, SetPage) or page.wording.origin == Origin.DECIDED:
        return no_set(request, municipality, period)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            object_to(
                ANYONE,
                municipality=municipality,
                period=period,
                text=form.cleaned_data["text"],
                contact=form.cleaned_data["contact"],
                now=request.now,
            )
        except NotAllowedError as error:
            form.add_error(None, refusal(error))
        else:
            return _shown(request, "receipt", page, {})
    return _shown(request, "page", page, {"form": form})


def _shown(
    request: SiteRequest, template: str, page: SetPage, context: dict[str, object]
) -> HttpResponse:
    form, source = context.get("form"), page.wording.source
    failed = isinstance(form, forms.BaseForm) and bool(form.errors)
    response = render(
        request,
        f"public/correction/{template}.html",
        {
            "name": name_of(page),
            "set": reverse("public:set", args=[page.municipality, page.period]),
            "source": source,
            "summary": summary_words(source.retrieved_on if source else None),
            **context,
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK,
    )
    response["X-Robots-Tag"] = "noindex"
    return response
