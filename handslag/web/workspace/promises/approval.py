"""Two authorities say yes to the same exact wording: asking, answering, taking back."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.approvals.models import Link, Round, RoundParty
from handslag.core.approvals.rules import Outcome, canonical, fingerprint
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import read
from handslag.domain.promises.rules.states import State
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.promises.changes import changes
from handslag.web.workspace.promises.missing import unexplained
from handslag.web.workspace.sight import done, shown, the_set

READ_AGAIN = gettext_lazy(
    "The text has changed since you read it. Read it again before you go on."
)


class AskForm(forms.Form):
    """Which text the asker has read."""

    fingerprint = forms.CharField(widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: WorkRequest, key: UUID) -> HttpResponse:
    """Show exactly what will be frozen, and then ask the parties about it."""
    set_ = the_set(request, key, Act.ASK_FOR_APPROVAL)
    missing = queries.missing_in(set_, today=request.today)
    if missing.left and set_.state == State.DRAFT:
        return unexplained(request, set_, missing)
    frozen = canonical(queries.content(set_))
    mark = fingerprint(frozen)
    form = AskForm(request.POST or None, initial={"fingerprint": mark})
    if form.is_valid():
        if form.cleaned_data["fingerprint"] != mark:
            form = AskForm({"fingerprint": mark})
            form.add_error(None, READ_AGAIN)
        elif done(
            form,
            lambda: services.ask_for_approval(request.actor, set_, now=request.now),
        ):
            messages.success(request, _("The parties are asked. The text is closed now."))
            return redirect("workspace:set", set_.public_id)
    context = {
        "set": set_,
        "form": form,
        "wording": read(frozen),
        "changes": changes(set_, frozen),
        "parties": queries.approvers_of(set_),
    }
    return shown(request, "promises/ask", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def reasons(request: WorkRequest, key: UUID) -> HttpResponse:
    """Why promises do not hang in the chain: written, or changed, before asking."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    return unexplained(request, set_, queries.missing_in(set_, today=request.today))


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take the question back, so that the text can be changed."""
    set_ = the_set(request, key, Act.ASK_FOR_APPROVAL)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form, lambda: services.withdraw_from_approval(request.actor, set_)
    ):
        messages.success(
            request, _("The question is taken back. The text is a draft again.")
        )
        return redirect("workspace:set", set_.public_id)
    return shown(request, "promises/take_back", {"set": set_, "form": form}, form)


class AnswerForm(forms.Form):
    """One party's yes or no to the text that was read."""

    agrees = fields.choice(
        gettext_lazy("Your answer"),
        [
            ("yes", gettext_lazy("Yes, we approve exactly this text")),
            ("no", gettext_lazy("No, it needs to be changed")),
        ],
        required=gettext_lazy("Choose yes or no."),
        radio=True,
    )
    reason = fields.words(
        gettext_lazy("Why?"),
        help_text=gettext_lazy("Needed for a no. The others see it."),
    )
    function = fields.line(
        gettext_lazy("In which function do you answer?"),
        required=gettext_lazy("Write your function, for example chair of the board."),
        help_text=gettext_lazy("It is shown in public beside your name."),
        max_length=120,
    )
    fingerprint = forms.CharField(widget=forms.HiddenInput)

    field_order = ["agrees", "reason", "function"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("agrees") == "no" and not given.get("reason"):
            self.add_error("reason", _("Say why, so that the others know what to change."))
        return given


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: WorkRequest, key: UUID) -> HttpResponse:
    """Read the exact text, and answer for one party."""
    set_ = the_set(request, key)
    require(request.actor, Act.APPROVE, in_any_of=queries.party_ids(set_))
    round_ = queries.current_round(set_)
    if round_ is None or set_.state != State.IN_APPROVAL:
        messages.info(request, _("The text is not out for approval any more."))
        return redirect("workspace:set", set_.public_id)
    mine = queries.open_party_for(request.actor, round_)
    if not mine:
        messages.info(request, _("Your organisation has answered already."))
        return redirect("workspace:set", set_.public_id)
    party = mine[(_part(request) - 1) % len(mine)]
    mark = round_.version.fingerprint
    form = AnswerForm(request.POST or None, initial={"fingerprint": mark})
    if form.is_valid():
        outcomes: list[Outcome] = []
        if done(form, lambda: outcomes.append(_cast(request, set_, party, form))):
            messages.success(request, _after(outcomes[0]))
            return redirect("workspace:set", set_.public_id)
    return _to_read(request, set_, round_, party, form)


def _part(request: WorkRequest) -> int:
    """Which of one's parties to answer for, when there are several."""
    part = request.GET.get("part", "1")
    return int(part) if part.isdecimal() and len(part) < 4 else 1  # noqa: PLR2004


def _cast(
    request: WorkRequest, set_: PromiseSet, party: RoundParty, form: AnswerForm
) -> Outcome:
    given = form.cleaned_data
    return services.answer(
        request.actor,
        set_,
        party=party.organisation_id,
        agrees=given["agrees"] == "yes",
        reason=given["reason"] if given["agrees"] == "no" else "",
        fingerprint=given["fingerprint"],
        function=given["function"],
        now=request.now,
    )


def _after(outcome: Outcome) -> str:
    return {
        Outcome.APPROVED: _("Thank you. All have approved, and everyone can read it now."),
        Outcome.REJECTED: _("Thank you. The text is a draft again, with your reason."),
    }.get(outcome) or _("Thank you. The other parties have not answered yet.")


def _to_read(
    request: WorkRequest,
    set_: PromiseSet,
    round_: Round,
    party: RoundParty,
    form: AnswerForm,
) -> HttpResponse:
    context = {
        "set": set_,
        "form": form,
        "party": party,
        "version": round_.version,
        "wording": read(round_.version.content),
        "changes": changes(set_, round_.version.content),
    }
    return shown(request, "promises/answer", context, form)


class LinkForm(forms.Form):
    """A named approver who has no account."""

    party = fields.choice(
        gettext_lazy("Answers for"),
        [],
        required=gettext_lazy("Choose a party."),
        radio=True,
    )
    name = fields.line(
        gettext_lazy("Name"), required=gettext_lazy("Write the name."), max_length=120
    )
    function = fields.line(
        gettext_lazy("Function"),
        required=gettext_lazy("Write the function, for example chair of the board."),
        max_length=120,
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        error_messages={
            "required": gettext_lazy("Write the e-mail address."),
            "invalid": gettext_lazy(
                "Write an e-mail address, for example name@example.se."
            ),
        },
        help_text=gettext_lazy("The link goes here."),
    )
    phone = fields.line(
        gettext_lazy("Mobile telephone"),
        help_text=gettext_lazy(
            "The code goes here as a text message. Without a number you read the code out."
        ),
        max_length=40,
        validators=[
            RegexValidator(
                r"^\+?[\d\s()-]{6,}$",
                gettext_lazy("Write a telephone number, for example 070-123 45 67."),
            )
        ],
    )

    def __init__(self, *args: Any, parties: list[RoundParty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(str(one.position), one.name) for one in parties]
        if len(parties) == 1:
            field.initial = str(parties[0].position)


@require_http_methods(["GET", "HEAD", "POST"])
def invite_by_link(request: WorkRequest, key: UUID) -> HttpResponse:
    """Send a named approver a link; the code goes another way."""
    set_ = the_set(request, key, Act.ASK_FOR_APPROVAL)
    round_ = queries.current_round(set_)
    waiting = (
        [one for one in round_.parties.all() if not hasattr(one, "vote")] if round_ else []
    )
    if set_.state != State.IN_APPROVAL or not waiting:
        messages.info(request, _("The text is not out for approval any more."))
        return redirect("workspace:set", set_.public_id)
    form = LinkForm(request.POST or None, parties=waiting)
    if form.is_valid():
        made: list[tuple[Link, str]] = []
        if done(form, lambda: made.append(_send(request, set_, waiting, form))):
            link, code = made[0]
            # Shown once, on the answer itself: the code is stored nowhere.
            return shown(
                request, "promises/link_sent", {"set": set_, "link": link, "code": code}
            )
    return shown(request, "promises/invite", {"set": set_, "form": form}, form)


def _send(
    request: WorkRequest, set_: PromiseSet, waiting: list[RoundParty], form: LinkForm
) -> tuple[Link, str]:
    given = form.cleaned_data
    chosen = next(one for one in waiting if str(one.position) == given["party"])
    return services.invite_by_link(
        request.actor,
        set_,
        party=chosen.organisation_id,
        name=given["name"],
        function=given["function"],
        email=given["email"],
        phone=given["phone"],
        now=request.now,
    )


@require_safe
def rounds(request: WorkRequest, key: UUID) -> HttpResponse:
    """Every time the set was put to its parties, with what each answered."""
    set_ = the_set(request, key)
    return shown(
        request, "promises/rounds", {"set": set_, "rounds": list(queries.rounds_of(set_))}
    )


@require_safe
def version(request: WorkRequest, key: UUID, number: int) -> HttpResponse:
    """One frozen text, word for word."""
    set_ = the_set(request, key)
    asked = {one.version.number: one.version for one in queries.rounds_of(set_)}
    if number not in asked:
        raise Http404
    context = {
        "set": set_,
        "version": asked[number],
        "wording": read(asked[number].content),
    }
    return shown(request, "promises/version", context)
