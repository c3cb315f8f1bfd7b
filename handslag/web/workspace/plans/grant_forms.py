"""State grants as forms: the application, the answer, the accounting."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import GrantProject
from handslag.domain.plans.rules.drafts import GrantDraft
from handslag.domain.plans.rules.grants import Account
from handslag.domain.plans.rules.words import GrantState
from handslag.web.forms import LockForm
from handslag.web.guarded import Guarded
from handslag.web.workspace import fields

NEEDED = _("This is needed in an application.")
SAME_NAME = (
    "name",
    "year",
    "description",
    "time_plan",
    "cost",
    "cooperating",
    "other_grants",
    "evaluation",
)


class ApplicationForm(Guarded, forms.Form):
    """Exactly what an application must hold (2023:442)."""

    name = fields.line(_("Name of the project"), required=NEEDED, max_length=200)
    year = forms.IntegerField(
        label=_("Calendar year"),
        min_value=2023,
        max_value=2100,
        error_messages={
            "required": NEEDED,
            "invalid": _("Write a year from 2023 and on."),
            "min_value": _("Write a year from 2023 and on."),
            "max_value": _("Write a year from 2023 and on."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    description = fields.words(_("Description of the project"), required=NEEDED)
    time_plan = fields.words(_("Overall plan with time frame"), required=NEEDED)
    cost = fields.number(_("Calculated costs, in kronor"), required=NEEDED, min_value=0)
    cooperating = fields.words(_("Cooperating actors"), required=NEEDED, rows=2)
    other_grants = fields.words(
        _("Other grants"),
        required=NEEDED,
        help_text=_("Write none if there are none."),
        rows=2,
    )
    evaluation = fields.words(_("How the results will be evaluated"), required=NEEDED)
    measures = forms.MultipleChoiceField(
        label=_("Which measures of the plan does it pay for?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, home: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = queries.grant_measures(home)
        self.measure_of = {str(one.public_id): one.pk for one in rows}
        field = self.fields["measures"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (str(one.public_id), f"{one.title} ({one.plan.name})") for one in rows
        ]

    @property
    def draft(self) -> GrantDraft:
        given = self.cleaned_data
        chosen = tuple(self.measure_of[key] for key in given["measures"])
        return GrantDraft(**{name: given[name] for name in SAME_NAME}, measures=chosen)


class EditForm(ApplicationForm, LockForm):
    """The same, of a project that two people may be changing."""


def initial_of(grant: GrantProject) -> dict[str, Any]:
    """An application as it stands in its form."""
    return {
        **{name: getattr(grant, name) for name in SAME_NAME},
        "measures": [
            str(one.measure.public_id) for one in grant.measures.select_related("measure")
        ],
        "revision": grant.revision,
    }


class AnswerForm(Guarded, forms.Form):
    """What was decided of the application."""

    state = fields.choice(
        _("What was decided?"),
        [
            (GrantState.GRANTED.value, _("The grant was given")),
            (GrantState.REFUSED.value, _("The application was refused")),
        ],
        required=_("Choose what was decided."),
        radio=True,
    )
    answered_on = fields.day(_("Day of the decision"), required=_("Write the day."))
    registry_no = fields.line(_("Registry number of the decision"), max_length=100)
    granted = fields.number(
        _("Granted, in kronor"), help_text=_("Needed when it was given."), min_value=0
    )
    account_by = fields.day(
        _("Last day to account for it"), help_text=_("It stands in the decision.")
    )

    def answer(self, actor: Actor, grant: GrantProject) -> None:
        """Write it down."""
        given = self.cleaned_data
        services.answer_grant(
            actor,
            grant,
            GrantState(given["state"]),
            answered_on=given["answered_on"],
            registry_no=given["registry_no"],
            granted=given["granted"],
            account_by=given["account_by"],
        )


class AccountForm(Guarded, forms.Form):
    """Exactly what an accounting must show."""

    used = fields.number(
        _("Used, in kronor"),
        required=_("Write how much was used, also if it was nothing."),
        min_value=0,
    )
    use_of_funds = fields.words(
        _("What the money was used for"), required=_("Write what it was used for.")
    )
    results = fields.words(_("Results reached"), required=_("Write what it gave."))
    relation_to_purpose = fields.words(
        _("How the results relate to the purpose"),
        required=_("Write whether it was as meant."),
    )

    @property
    def account(self) -> Account:
        return Account(**self.cleaned_data)
