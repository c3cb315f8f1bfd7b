"""The page of receipts: with the code one sees how it goes, and is no one.

The code is typed and sent, and stands in no address: not in the history of the browser,
not in a log, not in what another site is told of where one came from.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import ClassVar
from uuid import UUID, uuid4

from django import forms
from django.core.signing import BadSignature, Signer
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.core.access import ANYONE
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.published import Receipt, receipt
from handslag.domain.incidents.rules import Better
from handslag.domain.incidents.rules.receipts import LONGEST_MESSAGE
from handslag.domain.incidents.services import answer, say_if_better, take_back
from handslag.domain.organisations.published import Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.forms import PublicForm, public_write
from handslag.web.guarded import guarded
from handslag.web.public.reporting import floods
from handslag.web.public.reporting.courses import answer_of, courses_of
from handslag.web.public.reporting.guarding import refused_words
from handslag.web.public.reporting.pages import closed, ways
from handslag.web.public.spoken import language
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal
from handslag.web.words.incidents import BETTERS

NAME = "receipt"
_KEYS = Signer(salt="handslag.report.answer")


class CodeForm(PublicForm):
    """The code of a receipt."""

    form_name: ClassVar[str] = NAME

    code = forms.CharField(
        label=_("The code of your receipt"),
        help_text=_("For example 7F3K-92QM-XR4T. Small letters and spaces are as good."),
        max_length=40,
        error_messages={"required": _("Type the code.")},
        widget=forms.TextInput(
            attrs={
                "class": "code",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )


class AnswerForm(PublicForm):
    """An answer to a question."""

    form_name: ClassVar[str] = NAME

    text = guarded(
        forms.CharField(
            label=_("Your answer"),
            help_text=_(
                "Write about the place, not about persons. You are still nobody here."
            ),
            max_length=LONGEST_MESSAGE,
            error_messages={
                "required": _("Write something first."),
                "max_length": _("Write at most %(limit_value)s letters."),
            },
            widget=forms.Textarea(attrs={"rows": 4}),
        )
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public_write(NAME, limit=floods.CODES_AN_HOUR, seconds=floods.HOUR, keep=False)
def page(request: SiteRequest, municipality: str) -> HttpResponse:
    """Type the code; then see how it goes, answer, and say whether it got better."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return closed(request, municipality)
    if request.method != "POST":
        return _asked(request, found, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _asked(request, found, form)
    seen = receipt(municipality, form.cleaned_data["code"])
    if seen is None:
        form.add_error("code", refusal(NotAllowedError("incidents.unknown_code")))
        return _asked(request, found, form)
    return _pressed(request, found, form.cleaned_data["code"], seen)


def _pressed(
    request: SiteRequest, found: Municipality, code: str, seen: Receipt
) -> HttpResponse:
    """What the pressed button asks for, and the receipt after it."""
    deed = request.POST.get("do", "")
    if deed == "answer":
        return _answered(request, found, code, seen)
    deeds: dict[str, Callable[[], object]] = {
        "take_back": lambda: take_back(ANYONE, found.slug, code),
        **{
            one.value: lambda one=one: say_if_better(ANYONE, found.slug, code, one)  # type: ignore[misc]
            for one in Better
        },
    }
    if deed not in deeds:
        return _shown(request, found, code, seen, takes_back=deed == "ask_take_back")
    try:
        deeds[deed]()
    except NotAllowedError as error:
        return _shown(request, found, code, seen, trouble=refusal(error))
    if deed == "take_back":
        return _private(request, "gone", {**ways(found.slug), "municipality": found})
    return _shown(request, found, code, receipt(found.slug, code) or seen)


def _answered(
    request: SiteRequest, found: Municipality, code: str, seen: Receipt
) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, code, seen, form=form)
    text, key = form.cleaned_data["text"], _key(request.POST.get("key", ""))
    try:
        answer(ANYONE, found.slug, code, text, key=key, now=request.now)
    except NotAllowedError as error:
        form.add_error(None, refused_words(error.facts) or [refusal(error)])
        return _shown(request, found, code, seen, form=form)
    return _shown(request, found, code, receipt(found.slug, code) or seen, is_said=True)


def _key(signed: str) -> UUID:
    """The key that the form of the answer was handed out with: so it counts once."""
    try:
        return UUID(_KEYS.unsign(signed))
    except (BadSignature, ValueError):
        return uuid4()


def _asked(request: SiteRequest, found: Municipality, form: CodeForm) -> HttpResponse:
    context = {"municipality": found, "form": form, **ways(found.slug)}
    return _private(request, "code", context, form)


def _shown(
    request: SiteRequest,
    found: Municipality,
    code: str,
    seen: Receipt,
    *,
    form: AnswerForm | None = None,
    **said: object,
) -> HttpResponse:
    """The receipt. Its forms carry the code on, so that it is typed once."""
    context = {
        "municipality": found,
        "seen": seen,
        "answer": answer_of(seen),
        "courses": courses_of(seen, language()),
        "code": code,
        "token": CodeForm().fields["token"].initial(),
        "key": _KEYS.sign(str(uuid4())),
        "form": form or AnswerForm(),
        "betters": [(one.value, BETTERS[one], one == seen.better) for one in Better],
        "better": BETTERS[seen.better] if seen.better else "",
        **said,
        **ways(found.slug),
    }
    return _private(request, "receipt", context, form)


def _private(
    request: SiteRequest,
    template: str,
    context: dict[str, object],
    form: forms.BaseForm | None = None,
) -> HttpResponse:
    wrong = form is not None and bool(form.errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    response = render(
        request, f"public/reporting/receipt/{template}.html", context, status=status
    )
    response["X-Robots-Tag"] = "noindex"
    return response
