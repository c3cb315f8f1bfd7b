"""Several parties say yes to the same exact wording: asking, answering, taking back.

The same pages serve everything that is approved; a `Kind` says what is particular
to promises, to agreements and so on. It is handed to the views in `urls.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.approvals import queries as approvals
from handslag.core.approvals.models import Link, Round, RoundParty
from handslag.core.approvals.rules import Outcome, canonical, fingerprint
from handslag.core.approvals.services import Asking
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown

IN_APPROVAL = "in_approval"


class Approvable(Protocol):
    """Anything that is put to its parties."""

    public_id: UUID
    round_id: int | None
    state: str


Thing = TypeVar("Thing", bound=Approvable)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Thing]):
    """What is particular to one kind of thing that is approved.

    `by` holds the services; `page`, `rounds` and `version` are names of addresses;
    `wording` is the template that shows an exact text with what `exact` makes of it.
    """

    by: Asking[Thing]
    find: Callable[[WorkRequest, UUID, Act | None], Thing]
    content: Callable[[Thing], Mapping[str, object]]
    exact: Callable[[Thing, str], Mapping[str, object]]
    page: str
    rounds: str
    version: str
    wording: str

    def context(self, thing: Thing, **more: object) -> dict[str, object]:
        """What every page about the approval of the thing needs."""
        return {
            "thing": thing,
            "page": reverse(self.page, args=[thing.public_id]),
            "wording_template": self.wording,
            **more,
        }


READ_AGAIN = gettext_lazy(
    "The text has changed since you read it. Read it again before you go on."
)


class AskForm(forms.Form):
    """Which text the asker has read."""

    fingerprint = forms.CharField(widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: WorkRequest, key: UUID, of: Kind[Any]) -> HttpResponse:
    """Show exactly what will be frozen, and then ask the parties about it."""
    thing = of.find(request, key, Act.ASK_FOR_APPROVAL)
    frozen = canonical(of.content(thing))
    mark = fingerprint(frozen)
    form = AskForm(request.POST or None, initial={"fingerprint": mark})
    if form.is_valid():
        if form.cleaned_data["fingerprint"] != mark:
            form = AskForm({"fingerprint": mark})
            form.add_error(None, READ_AGAIN)
        elif done(
            form,
            lambda: of.by.ask(request.actor, thing, now=request.now),
        ):
            messages.success(request, _("The parties are asked. The text is closed now."))
            return redirect(of.page, thing.public_id)
    context = of.context(
        thing, form=form, parties=of.by.approvers_of(thing), **of.exact(thing, frozen)
    )
    return shown(request, "approving/ask", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: WorkRequest, key: UUID, of: Kind[Any]) -> HttpResponse:
    """Take the question back, so that the text can be changed."""
    thing = of.find(request, key, Act.ASK_FOR_APPROVAL)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, lambda: of.by.take_back(request.actor, thing)):
        messages.success(
            request, _("The question is taken back. The text is a draft again.")
        )
        return redirect(of.page, thing.public_id)
    return shown(request, "approving/take_back", of.context(thing, form=form), form)


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
def answer(request: WorkRequest, key: UUID, of: Kind[Any]) -> HttpResponse:
    """Read the exact text, and answer for one party."""
    thing = of.find(request, key, None)
    require(request.actor, Act.APPROVE, in_any_of=of.by.party_ids(thing))
    round_ = approvals.round_with_answers(thing.round_id)
    if round_ is None or thing.state != IN_APPROVAL:
        messages.info(request, _("The text is not out for approval any more."))
        return redirect(of.page, thing.public_id)
    mine = approvals.open_parties_for(request.actor, round_)
    if not mine:
        messages.info(request, _("Your organisation has answered already."))
        return redirect(of.page, thing.public_id)
    party = mine[(_part(request) - 1) % len(mine)]
    mark = round_.version.fingerprint
    form = AnswerForm(request.POST or None, initial={"fingerprint": mark})
    if form.is_valid():
        outcomes: list[Outcome] = []
        if done(form, lambda: outcomes.append(_cast(request, of, thing, party, form))):
            messages.success(request, _after(outcomes[0]))
            return redirect(of.page, thing.public_id)
    return _to_read(request, of, thing, round_, party, form)


def _part(request: WorkRequest) -> int:
    """Which of one's parties to answer for, when there are several."""
    part = request.GET.get("part", "1")
    return int(part) if part.isdecimal() and len(part) < 4 else 1  # noqa: PLR2004


def _cast(
    request: WorkRequest,
    of: Kind[Thing],
    thing: Thing,
    party: RoundParty,
    form: AnswerForm,
) -> Outcome:
    given = form.cleaned_data
    return of.by.answer(
        request.actor,
        thing,
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
    of: Kind[Thing],
    thing: Thing,
    round_: Round,
    party: RoundParty,
    form: AnswerForm,
) -> HttpResponse:
    context = of.context(
        thing,
        form=form,
        party=party,
        version=round_.version,
        **of.exact(thing, round_.version.content),
    )
    return shown(request, "approving/answer", context, form)


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
def invite_by_link(request: WorkRequest, key: UUID, of: Kind[Any]) -> HttpResponse:
    """Send a named approver a link; the code goes another way."""
    thing = of.find(request, key, Act.ASK_FOR_APPROVAL)
    round_ = approvals.round_with_answers(thing.round_id)
    waiting = (
        [one for one in round_.parties.all() if not hasattr(one, "vote")] if round_ else []
    )
    if thing.state != IN_APPROVAL or not waiting:
        messages.info(request, _("The text is not out for approval any more."))
        return redirect(of.page, thing.public_id)
    form = LinkForm(request.POST or None, parties=waiting)
    if form.is_valid():
        made: list[tuple[Link, str]] = []
        if done(form, lambda: made.append(_send(request, of, thing, waiting, form))):
            link, code = made[0]
            # Shown once, on the answer itself: the code is stored nowhere.
            return shown(
                request,
                "approving/link_sent",
                of.context(thing, link=link, code=code),
            )
    return shown(request, "approving/invite", of.context(thing, form=form), form)


def _send(
    request: WorkRequest,
    of: Kind[Thing],
    thing: Thing,
    waiting: list[RoundParty],
    form: LinkForm,
) -> tuple[Link, str]:
    given = form.cleaned_data
    chosen = next(one for one in waiting if str(one.position) == given["party"])
    return of.by.invite(
        request.actor,
        thing,
        party=chosen.organisation_id,
        name=given["name"],
        function=given["function"],
        email=given["email"],
        phone=given["phone"],
        now=request.now,
    )


@require_safe
def rounds(request: WorkRequest, key: UUID, of: Kind[Any]) -> HttpResponse:
    """Every time it was put to its parties, with what each answered."""
    thing = of.find(request, key, None)
    rows = [
        (round_, reverse(of.version, args=[thing.public_id, round_.version.number]))
        for round_ in approvals.rounds_about(thing.public_id)
    ]
    return shown(request, "approving/rounds", of.context(thing, rounds=rows))


@require_safe
def version(request: WorkRequest, key: UUID, number: int, of: Kind[Any]) -> HttpResponse:
    """One frozen text, word for word."""
    thing = of.find(request, key, None)
    asked = {
        one.version.number: one.version for one in approvals.rounds_about(thing.public_id)
    }
    if number not in asked:
        raise Http404
    context = of.context(
        thing,
        version=asked[number],
        **{**of.exact(thing, asked[number].content), "changes": []},
    )
    return shown(request, "approving/version", context)
