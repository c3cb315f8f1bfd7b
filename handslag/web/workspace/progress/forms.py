"""What somebody did, as a form: a press on a phone, or with all that belongs to it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import Target
from handslag.domain.promises.rules.words import Op
from handslag.domain.promises.services.progress import Done
from handslag.web.targets import in_words
from handslag.web.workspace import fields
from handslag.web.workspace.progress.rows import OCCASIONS


class ReportForm(forms.Form):
    """What was done: how much, when. The rest only where the promise asks for it."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    amount = fields.number(
        _("How many?"), required=_("Write how many."), min_value=Decimal(0), initial=1
    )
    day = fields.day(_("Which day?"), required=_("Write which day."))
    until = fields.day(
        _("To and including"), help_text=_("If it went on for several days.")
    )
    target = fields.choice(
        _("What does it count towards?"), [], required=_("Choose a target."), radio=True
    )
    within = fields.number(
        _("How many of them inside the time limit?"), min_value=Decimal(0)
    )
    occasion = fields.line(
        _("At which occasion?"),
        help_text=_(
            "For example: the walk on 3 May. The same words for the same occasion."
        ),
        max_length=120,
    )
    in_part = fields.tick(_("It also counts towards the part"))
    note = fields.words(
        _("What was done?"),
        help_text=_("Residents read it. No names, and nothing that points out a person."),
        rows=2,
    )
    organisation = fields.choice(
        _("Who did it?"), [], required=_("Choose an organisation."), radio=True
    )

    def __init__(
        self,
        *args: Any,
        targets: list[Target],
        organisations: list[Organisation],
        today: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["day"].initial = today
        self.target_of = {str(one.public_id): one for one in targets}
        self.organisation_of = {str(one.public_id): one for one in organisations}
        whole = {k: one for k, one in self.target_of.items() if not one.part_of_id}
        self._offer("target", {key: in_words(one) for key, one in whole.items()})
        named = {key: one.name for key, one in self.organisation_of.items()}
        self._offer("organisation", named)
        self._drop({Op(target.op) for target in targets})

    def _offer(self, name: str, choices: dict[str, str]) -> None:
        """Ask only when there is something to choose between."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(choices.items())
        field.initial = next(iter(choices), "")
        if len(choices) < 2:  # noqa: PLR2004
            field.widget = forms.HiddenInput()
        if not choices:
            field.required = False

    def _drop(self, ops: set[Op]) -> None:
        if Op.WITHIN not in ops:
            del self.fields["within"]
        else:
            self.fields["amount"].label = now_("How many cases?")
            _require_inside(self.fields["within"])
        if Op.SUBSET not in ops:
            del self.fields["in_part"]
        if not ops & OCCASIONS:
            del self.fields["occasion"]
        else:
            self.fields["occasion"].required = True
            self.fields["occasion"].error_messages["required"] = now_(
                "Write the occasion: the promise is counted for each one."
            )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("day") and given["day"] > self.today:
            self.add_error("day", now_("That day has not been yet."))
        if given.get("until") and given.get("day") and given["until"] < given["day"]:
            self.add_error("until", now_("The last day comes before the first."))
        within, amount = given.get("within"), given.get("amount")
        if within is not None and amount is not None and within > amount:
            self.add_error(
                "within", now_("No more can be inside the limit than there are cases.")
            )
        return given

    @property
    def done(self) -> Done:
        given = self.cleaned_data
        return Done(
            day=given["day"],
            amount=given["amount"],
            note=given["note"],
            until=given["until"],
            within=given.get("within"),
            occasion=given.get("occasion", ""),
            in_part=given.get("in_part", False),
        )

    @property
    def chosen_target(self) -> Target | None:
        return self.target_of.get(self.cleaned_data["target"])

    @property
    def chosen_organisation(self) -> Organisation | None:
        return self.organisation_of.get(self.cleaned_data["organisation"])


def _require_inside(field: forms.Field) -> None:
    """Cases without it would count as outside the limit."""
    field.required = True
    field.error_messages["required"] = now_("Write how many were inside. Nought if none.")


class CorrectionForm(forms.Form):
    """What the number should have been, and what was wrong."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    right_amount = fields.number(
        _("What is the right number?"),
        required=_("Write the right number."),
        help_text=_("Nought if it was not done at all."),
        min_value=Decimal(0),
    )
    right_within = fields.number(
        _("How many of them inside the time limit?"), min_value=Decimal(0)
    )
    why = fields.words(
        _("What was wrong?"),
        required=_("Say what was wrong, so that others can follow the count."),
        rows=2,
    )

    def __init__(self, *args: Any, has_limit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_limit:
            _require_inside(self.fields["right_within"])
        else:
            del self.fields["right_within"]
