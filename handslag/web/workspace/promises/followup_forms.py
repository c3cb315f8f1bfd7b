"""A follow-up as a form: one row for each promise."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import FollowUp, Outcome, PlannedFollowUp, Promise
from handslag.domain.promises.rules.words import ANSWERS, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.web.forms import LockForm
from handslag.web.ui.marks import VERDICTS
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace import fields
from handslag.web.workspace.promises.editor_forms import Fault
from handslag.web.workspace.promises.suggestions import Suggestion

TOGETHER = "together"


class BeginForm(forms.Form):
    """Which follow-up it is, and who tells."""

    planned = fields.choice(_("Which follow-up is it?"), [], radio=True)
    party = fields.choice(_("Who tells?"), [], required=_("Choose who tells."), radio=True)
    period_stated = fields.line(
        _("Which period is it about?"),
        required=_("Write which period it is about, for example 2026."),
        max_length=300,
    )
    forum = fields.line(
        _("Where is it reported?"),
        help_text=_("For example: the crime prevention council."),
        max_length=120,
    )

    def __init__(
        self,
        *args: Any,
        planned: list[PlannedFollowUp],
        parties: list[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.planned_of = {str(nr): one for nr, one in enumerate(planned, start=1)}
        self.party_of = {str(one.public_id): one for one in parties}
        due = [
            (nr, " ".join([swedish_date(one.due_on), one.label]).strip())
            for nr, one in self.planned_of.items()
        ]
        self._offer("planned", [*due, ("", now_("Another one, beyond the plan"))])
        tellers = [(key, one.name) for key, one in self.party_of.items()]
        self._offer("party", [(TOGETHER, now_("The parties together")), *tellers])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices
        field.initial = choices[0][0]

    @property
    def planned_chosen(self) -> PlannedFollowUp | None:
        return self.planned_of.get(self.cleaned_data["planned"])

    @property
    def party_chosen(self) -> Organisation | None:
        return self.party_of.get(self.cleaned_data["party"])


class OutcomeRow(forms.Form):
    """What became of one promise."""

    verdict = fields.choice(
        _("What became of it?"),
        [
            ("", _("Not answered yet")),
            *((one.value, VERDICTS[one].word) for one in ANSWERS),
        ],
    )
    amount = fields.number(_("How many?"), min_value=Decimal(0))
    result = fields.words(
        _("What was done, and what came of it?"),
        help_text=_("Residents read it. No names, and nothing that points out a person."),
        rows=3,
    )
    reservation = fields.words(
        _("What is the reservation?"),
        help_text=_("Needed for kept with a reservation."),
        rows=2,
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        typed = given.get("result") or given.get("reservation")
        if typed and not given.get("verdict"):
            self.add_error("verdict", now_("Choose what became of it."))
        reserved = given.get("verdict") == Verdict.WITH_RESERVATION
        if reserved and not given.get("reservation"):
            self.add_error("reservation", now_("Say what the reservation is."))
        return given

    @property
    def draft(self) -> OutcomeDraft | None:
        given = self.cleaned_data
        if not given["verdict"]:
            return None
        return OutcomeDraft(
            verdict=Verdict(given["verdict"]),
            result=given["result"],
            amount=given["amount"],
            reservation=given["reservation"],
        )


class SummaryForm(LockForm):
    """What is said of the whole, beside the rows."""

    summary = fields.words(
        _("In short, about all the promises"),
        help_text=_("Two or three sentences to residents."),
    )


class FollowUpForm:
    """The whole of it. To the summary of errors it looks like a form."""

    def __init__(
        self,
        follow_up: FollowUp,
        promises: list[Promise],
        suggestions: dict[str, Suggestion],
        typed: QueryDict | None = None,
    ) -> None:
        said = {row.promise_id: row for row in follow_up.outcomes.all()}
        initial = {"summary": follow_up.summary, "revision": follow_up.revision}
        self.form = SummaryForm(typed, initial=initial)
        self.rows = [
            (
                promise,
                OutcomeRow(
                    typed,
                    prefix=f"lofte-{nr}",
                    initial=_initial(
                        said.get(promise.pk), suggestions.get(str(promise.public_id))
                    ),
                ),
                suggestions.get(str(promise.public_id)),
            )
            for nr, promise in enumerate(promises, start=1)
        ]

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(row.is_valid() for _p, row, _s in self.rows)])

    @property
    def errors(self) -> bool:
        return self.form.is_bound and not self.is_valid()

    @property
    def non_field_errors(self) -> list[str]:
        return [str(one) for one in self.form.non_field_errors()]

    def __iter__(self) -> Iterator[Fault]:
        for field in self.form:
            yield Fault(str(field.label), field.auto_id, field.errors)
        for nr, (_promise, row, _suggestion) in enumerate(self.rows, start=1):
            for field in row:
                yield Fault(f"{nr}. {field.label}", field.auto_id, field.errors)

    @property
    def sentences(self) -> list[str]:
        """What is wrong, for a script that saves while someone types."""
        named = [f"{one.label}: {said}" for one in self for said in one.errors]
        return [*self.non_field_errors, *named]

    @property
    def outcomes(self) -> dict[int, OutcomeDraft]:
        drafts = {promise.pk: row.draft for promise, row, _suggestion in self.rows}
        return {pk: draft for pk, draft in drafts.items() if draft is not None}


def _initial(said: Outcome | None, suggestion: Suggestion | None) -> dict[str, object]:
    """What is saved or, when nothing is, what the count suggests."""
    if said is not None:
        return {
            "verdict": said.verdict,
            "amount": said.amount,
            "result": said.result,
            "reservation": said.reservation,
        }
    if suggestion is None:
        return {}
    return {"verdict": suggestion.verdict, "amount": suggestion.amount}
