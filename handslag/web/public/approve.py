"""A named approver without an account reads the exact text and answers, by a personal link.

Opening the page answers nothing: mail scanners open links. The answer needs
the code that came by another way.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from handslag.core.approvals.models import Link
from handslag.core.approvals.rules import LinkRefusedError, Outcome, VoteRefusedError
from handslag.core.approvals.services import check_code, link_actor, open_link
from handslag.core.refusals import NotAllowedError
from handslag.web.forms import PublicForm, public_write
from handslag.web.public.approvable import KINDS, Subject
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal

LONGEST_REASON = 2000
SECRET = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class AnswerForm(PublicForm):
    """Yes or no, why, and the code."""

    form_name: ClassVar[str] = "approve"

    answer = forms.ChoiceField(
        label=gettext_lazy("Do you approve the text?"),
        choices=[
            ("yes", gettext_lazy("Yes, we approve exactly this text")),
            ("no", gettext_lazy("No, it needs to be changed")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose yes or no.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("If no: what needs to be changed?"),
        help_text=gettext_lazy("Those who write the text will read it."),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    code = forms.CharField(
        label=gettext_lazy("Your code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "class": "code", "spellcheck": "false"}
        ),
        error_messages={"required": gettext_lazy("Write the code.")},
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if cleaned.get("answer") == "no" and not cleaned.get("reason"):
            self.add_error("reason", _("Say why, so that the others know what to change."))
        return cleaned


@dataclass(frozen=True, slots=True)
class Question:
    """What the approver is asked about, and as whom."""

    link: Link
    subject: Subject
    number: int
    fingerprint: str


@require_http_methods(["GET", "HEAD", "POST"])
@public_write("approve", limit=30, keep=False)
def approve(request: SiteRequest, token: str) -> HttpResponse:
    """The exact frozen text, and a form to answer with."""
    try:
        question = _question(open_link(token, now=request.now))
    except LinkRefusedError as refused:
        return _refused(request, refused.code)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _answered(request, form, question, token)
    return _page(request, form, question)


def _question(link: Link) -> Question:
    version = link.round_party.round.version
    return Question(
        link=link,
        subject=KINDS[version.subject_kind](link.round_party.name, version),
        number=version.number,
        fingerprint=version.fingerprint,
    )


def _answered(
    request: SiteRequest, form: AnswerForm, question: Question, token: str
) -> HttpResponse:
    """Try the code, in a transaction of its own, and then answer."""
    try:
        link = check_code(token, form.cleaned_data["code"], now=request.now)
    except LinkRefusedError as refused:
        if refused.code != "wrong_code":
            return _refused(
                request, "five_codes" if refused.code == "ended" else refused.code
            )
        form.add_error("code", ValidationError(_wrong_code(refused.left), code="wrong"))
        return _page(request, form, question)
    agrees = form.cleaned_data["answer"] == "yes"
    try:
        outcome = question.subject.answer(
            link_actor(link),
            link,
            agrees=agrees,
            reason=form.cleaned_data["reason"],
            now=request.now,
        )
    except VoteRefusedError as vote:
        form.add_error(None, ValidationError(_(vote.sentence), code=vote.code))
        return _page(request, form, question)
    except NotAllowedError as refused_by_rule:
        form.add_error(None, refusal(refused_by_rule))
        return _page(request, form, question)
    except LinkRefusedError as refused:
        return _refused(request, refused.code)
    return _receipt(request, question, agrees=agrees, outcome=outcome)


def _wrong_code(left: int) -> str:
    return ngettext(
        "The code is wrong. Check it and try again. You have %(left)s attempt left.",
        "The code is wrong. Check it and try again. You have %(left)s attempts left.",
        left,
    ) % {"left": left}


def _page(request: HttpRequest, form: AnswerForm, question: Question) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return _secret(
        render(
            request,
            "public/approve/page.html",
            {
                "form": form,
                "question": question,
                "link": question.link,
                "party": question.link.round_party.name,
                "subject": question.subject,
                **question.subject.exact,
                "is_by_text": question.link.code_channel == "sms",
            },
            status=status,
        )
    )


def _receipt(
    request: HttpRequest, question: Question, *, agrees: bool, outcome: Outcome
) -> HttpResponse:
    return _secret(
        render(
            request,
            "public/approve/receipt.html",
            {
                "question": question,
                "party": question.link.round_party.name,
                "agrees": agrees,
                "said": _what_follows(question, agrees=agrees, outcome=outcome),
            },
        )
    )


def _what_follows(question: Question, *, agrees: bool, outcome: Outcome) -> str:
    if outcome is Outcome.APPROVED:
        return question.subject.is_public
    if agrees:
        return question.subject.becomes_public
    return _("The text goes back to those who write it, with your reason.")


def _refused(request: HttpRequest, code: str) -> HttpResponse:
    """A link that cannot be used says why, and what to do."""
    sentences = {
        "unknown": (
            _("We do not know the link"),
            _("Check that all of the address came along. Otherwise ask for a new link."),
        ),
        "used": (
            _("The link has been used"),
            _("The answer is recorded. Ask the coordinator if something is wrong with it."),
        ),
        "expired": (
            _("The link is too old"),
            _("Ask the coordinator for a new one."),
        ),
        "ended": (
            _("The link no longer works"),
            _(
                "It was taken back, replaced by a new one, or tried with five wrong codes."
                " Ask the coordinator."
            ),
        ),
        "five_codes": (
            _("The link has ended after five wrong codes"),
            _("Nothing is answered. Ask the coordinator for a new link and a new code."),
        ),
    }
    what, advice = sentences[code]
    status = HTTPStatus.NOT_FOUND if code == "unknown" else HTTPStatus.GONE
    return _secret(
        render(
            request,
            "public/approve/refused.html",
            {"what": what, "advice": advice},
            status=status,
        )
    )


def _secret(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it is neither kept, nor told on, nor found."""
    for name, value in SECRET.items():
        response.headers[name] = value
    return response
