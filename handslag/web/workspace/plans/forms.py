"""The words of a plan as a form: new, changed, decided."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import HAS_END_RULE
from handslag.domain.picture.models import PictureVersion
from handslag.domain.plans.models import Plan
from handslag.domain.plans.rules.chain import Break, Defect
from handslag.domain.plans.rules.drafts import DecisionDraft, PlanDraft
from handslag.domain.plans.rules.words import Aim, Status
from handslag.web.forms import LockForm
from handslag.web.guarded import Guarded
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.plans import STATUSES
from handslag.web.workspace import fields
from handslag.web.workspace.promises.set_forms import PeriodForm


class NameForm(Guarded, PeriodForm):
    """What a plan is called, and its period."""

    name = fields.line(
        _("Name"),
        required=_("Write what the plan is called."),
        help_text=_("For example: Action plan for the centre 2026–2027."),
        max_length=200,
    )
    field_order = ["name", "period_stated", "starts", "ends", "until_replaced"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until_replaced"].label = _("Holds until a new plan replaces it")


class VersionForm(NameForm):
    """The same, on one of the frozen versions of the picture."""

    picture = fields.choice(
        _("Which picture does it rest on?"), [], required=_("Choose a picture."), radio=True
    )

    def __init__(
        self, *args: Any, versions: Sequence[PictureVersion], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(one.public_id): one for one in versions}
        field = self.fields["picture"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (key, f"{one.picture.name}, {swedish_date(one.frozen_at)} ({one.number})")
            for key, one in self.versions.items()
        ]
        if len(self.versions) <= 1:  # nothing to choose
            del self.fields["picture"]
        elif versions:
            field.initial = str(versions[0].public_id)

    @property
    def version(self) -> PictureVersion | None:
        key = self.cleaned_data.get("picture") or next(iter(self.versions), "")
        return self.versions.get(key)


class NewPlanForm(VersionForm):
    """The little that is needed to begin: the rest is filled in from the picture."""

    aim = fields.choice(
        _("What is the plan for?"),
        [
            (Aim.REACH.value, _("To get the problems down")),
            (Aim.HOLD.value, _("To hold the level: little happens, and it is to stay so")),
        ],
        required=_("Choose what the plan is for."),
        radio=True,
        initial=Aim.REACH.value,
    )
    fill = fields.tick(
        _("Write a first goal and measures for each problem"),
        help_text=_("From the causes in the picture. You change them afterwards."),
        initial=True,
    )

    @property
    def draft(self) -> PlanDraft:
        return PlanDraft(self.cleaned_data["name"], self.period)


class WordsForm(NameForm, LockForm):
    """The words of a draft that two people may be changing."""

    introduction = fields.words(
        _("Introduction"), help_text=_("Two or three sentences to residents.")
    )

    @property
    def draft(self) -> PlanDraft:
        given = self.cleaned_data
        return PlanDraft(given["name"], self.period, given["introduction"])


def initial_of(plan: Plan) -> dict[str, Any]:
    """The words of a plan as they stand in its form."""
    return {
        "name": plan.name,
        "introduction": plan.introduction,
        "period_stated": plan.period_stated,
        "starts": plan.starts,
        "ends": plan.ends,
        "until_replaced": plan.period_rule in HAS_END_RULE and plan.ends is None,
        "revision": plan.revision,
    }


class DecisionForm(Guarded, forms.Form):
    """What a decision must show (31 § förvaltningslagen)."""

    board = fields.line(
        _("Which board has decided?"),
        required=_("Write which board has decided."),
        help_text=_("For example: the municipal executive board."),
        max_length=200,
    )
    decided_on = fields.day(_("Day of the decision"), required=_("Write the day."))
    paragraph = fields.line(
        _("Paragraph"), help_text=_("For example: § 21."), max_length=60
    )
    registry_no = fields.line(_("Registry number"), max_length=100)
    decider = fields.line(
        _("Who decided?"),
        help_text=_(
            "Only if it is not the board: the function that decides on its behalf. "
            "No names."
        ),
        max_length=200,
    )
    rapporteur = fields.line(
        _("Who presented it?"), help_text=_("The function, not the person."), max_length=200
    )
    participants = fields.words(
        _("Who else took part without deciding?"),
        help_text=_("Functions, not persons."),
        rows=2,
    )
    file = forms.FileField(
        label=_("The signed decision"),
        required=False,
        help_text=_(
            "A PDF, or a picture as PNG, JPEG or WebP. Everyone can fetch it: black out "
            "what must not be read."
        ),
        error_messages={"empty": _("The file is empty.")},
    )

    @property
    def draft(self) -> DecisionDraft:
        given = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        given["decider"] = given["decider"] or given["board"]
        return DecisionDraft(**given)


class ReasonsForm(Guarded, forms.Form):
    """Why links are missing: one sentence for a kind, or for each thing by itself."""

    def __init__(
        self,
        *args: Any,
        broken: Sequence[Defect],
        written: dict[tuple[Break, str], str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.places: dict[str, tuple[Break, str]] = {}
        self.groups: list[tuple[Break, list[str]]] = []
        for kind in Break:
            things = [one for one in broken if one.kind is kind]
            if not things:
                continue
            names = [self._field((kind, ""), _("One reason for all of them"), written)]
            if len(things) > 1:
                names += [
                    self._field((kind, one.thing), one.name, written) for one in things
                ]
            else:
                self.fields[names[0]].label = things[0].name
            self.groups.append((kind, names))

    def _field(
        self,
        place: tuple[Break, str],
        label: fields.Text,
        written: dict[tuple[Break, str], str],
    ) -> str:
        name = f"skal-{len(self.places)}"
        self.places[name] = place
        self.fields[name] = fields.words(label, rows=2, max_length=1000)
        self.fields[name].initial = written.get(place, "")
        return name

    @property
    def reasons(self) -> dict[tuple[Break, str], str]:
        return {place: self.cleaned_data[name] for name, place in self.places.items()}


class StatusForm(Guarded, forms.Form):
    """How far a measure has come."""

    status = fields.choice(
        _("How far has it come?"),
        [(one.value, STATUSES[one]) for one in Status],
        required=_("Choose how far it has come."),
        radio=True,
    )
    why = fields.words(
        _("Why, or in short how it goes"),
        help_text=_("Needed when it is stopped. Residents read it."),
        rows=2,
        max_length=1000,
    )
