"""A measure as a form: what, against which causes, by whom; the rest for those who want."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.organisations import queries as organisations
from handslag.domain.plans import queries
from handslag.domain.plans.models import Measure, Plan
from handslag.domain.plans.rules.drafts import IndicatorDraft, MeasureDraft
from handslag.domain.plans.rules.words import Approach, Horizon, Strategy
from handslag.domain.vocabulary.published import offered
from handslag.domain.vocabulary.rules import Kind
from handslag.web.forms import LockForm
from handslag.web.guarded import Guarded
from handslag.web.words.plans import APPROACHES, HORIZONS, STRATEGIES
from handslag.web.workspace import fields

SAME_NAME = (
    "title",
    "text",
    "owner_stated",
    "activity",
    "starts",
    "ends",
    "resources",
    "cost",
    "implementation",
)
# What a suggestion says of a measure, besides the causes it answers.
SUGGESTED = ("kind", "strategy", "horizon")


class MeasureForm(Guarded, LockForm):
    """What is to be done. Only the name and the goal are needed to begin."""

    title = fields.line(
        _("What is done?"),
        required=_("Write what is done."),
        help_text=_("A few words: light and pruning at the station."),
        max_length=200,
    )
    goal = fields.choice(_("Towards which goal?"), [])
    causes = forms.MultipleChoiceField(
        label=_("Which causes does it answer?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    owner = fields.choice(_("Who owns it?"), [])
    owner_stated = fields.line(
        _("Which part of it, or somebody not in the list"),
        help_text=_("A unit or function, not a person: the social services."),
        max_length=200,
    )
    starts = fields.day(_("First day"))
    ends = fields.day(_("Last day"))
    text = fields.words(_("In more words"), rows=3)
    kind = fields.choice(
        _("What does it change?"), [(one.value, APPROACHES[one]) for one in Approach]
    )
    strategy = fields.choice(
        _("Which way of changing the situation?"),
        [("", "–"), *((one.value, STRATEGIES[one]) for one in Strategy)],
    )
    activity = fields.choice(_("What kind of measure is it?"), [])
    horizon = fields.choice(
        _("When can the effect be seen?"), [(one.value, HORIZONS[one]) for one in Horizon]
    )
    implementation = fields.words(
        _("How is it to be carried out?"),
        help_text=_("Steps, so that one can see afterwards whether it was done as meant."),
        rows=3,
    )
    resources = fields.words(_("Resources"), help_text=_("People, hours, money."), rows=2)
    cost = fields.number(_("Cost, in kronor"), min_value=0)

    def __init__(
        self,
        *args: Any,
        plan: Plan,
        today: date,
        measure: Measure | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        goals = {str(one.public_id): one for one in queries.goals_of(plan)}
        self.goal_of: Mapping[str, int] = {key: one.pk for key, one in goals.items()}
        causes = {
            str(cause.public_id): (cause.pk, f"{cause.text} ({problem.title})")
            for problem in queries.problems_in(plan.picture_version)
            for cause in problem.causes.all()
        }
        self.cause_of: Mapping[str, int] = {key: pk for key, (pk, _t) in causes.items()}
        around = organisations.around(plan.home, today=today)
        owners = [measure.owner] if measure and measure.owner else []
        known = organisations.named(around, also=owners)
        self.owner_of: Mapping[str, int] = {str(one.public_id): one.pk for one in known}
        language = get_language() or "sv"
        self._offer("goal", [("", "–"), *((key, one.text) for key, one in goals.items())])
        self._offer("causes", [(key, text) for key, (_pk, text) in causes.items()])
        self._offer("owner", [("", "–"), *((str(o.public_id), o.name) for o in known)])
        kinds = dict(offered(Kind.ACTIVITY, language, today=today))
        if measure and measure.activity:  # also one that is no longer offered
            kinds.setdefault(measure.activity, measure.activity)
        self._offer("activity", [("", "–"), *kinds.items()])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", now_("The last day comes before the first."))
        return given

    def draft(self, indicators: tuple[IndicatorDraft, ...]) -> MeasureDraft:
        """What is handed in, when the form is valid."""
        given = self.cleaned_data
        return MeasureDraft(
            **{name: given[name] for name in SAME_NAME},
            goal=self.goal_of.get(given["goal"]),
            causes=tuple(self.cause_of[key] for key in given["causes"]),
            owner=self.owner_of.get(given["owner"]),
            kind=Approach(given["kind"] or Approach.SITUATIONAL),
            strategy=Strategy(given["strategy"]) if given["strategy"] else None,
            horizon=Horizon(given["horizon"] or Horizon.SHORT),
            indicators=indicators,
        )


def suggested(asked: QueryDict, plan: Plan) -> dict[str, Any]:
    """What the address of a new measure says of it: its goal, or the causes it is to
    answer and what kind it is. A goal for their problem is chosen if there is only one.
    Words that the form does not know are nothing that it can show."""
    goal = asked.get("goal", "")
    causes = asked.getlist("cause")
    if causes and not goal:
        meant = {
            str(one.public_id)
            for one in queries.goals_of(plan)
            if any(str(cause.public_id) in causes for cause in one.problem.causes.all())
        }
        goal = meant.pop() if len(meant) == 1 else ""
    said = {name: asked[name] for name in SUGGESTED if name in asked}
    return {"goal": goal, "causes": causes, "revision": 0, **said}


def initial_of(measure: Measure) -> dict[str, Any]:
    """A measure as it stands in its form."""
    return {
        **{name: getattr(measure, name) for name in SAME_NAME},
        "goal": str(measure.goal.public_id) if measure.goal else "",
        "causes": [
            str(one.cause.public_id) for one in measure.answers.select_related("cause")
        ],
        "owner": str(measure.owner.public_id) if measure.owner else "",
        "kind": measure.kind,
        "strategy": measure.strategy,
        "horizon": measure.horizon,
        "revision": measure.revision,
    }
