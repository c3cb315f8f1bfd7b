"""A follow-up of a plan as a form: a row for each goal and each measure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from handslag.domain.plans import queries
from handslag.domain.plans.models import Goal, Indicator, Measure, PlanFollowUp
from handslag.domain.plans.rules.drafts import FollowUpDraft, GoalResult, MeasureResult
from handslag.domain.plans.rules.words import CarriedOut, Reached
from handslag.web.forms import LockForm
from handslag.web.guarded import Guarded
from handslag.web.measuring import yardstick
from handslag.web.words.plans import CARRIED_OUT, REACHED
from handslag.web.workspace import fields
from handslag.web.workspace.promises.editor_forms import Fault

Readings = list[tuple[int, Decimal | None]]


class SummaryForm(Guarded, LockForm):
    """What is said of the whole."""

    followed_up_on = fields.day(_("Which day is it about?"), required=_("Write the day."))
    summary = fields.words(
        _("In short, about the whole plan"),
        help_text=_("Two or three sentences to residents."),
    )


class Measured(Guarded, forms.Form):
    """A form with a number for each indicator of a goal or a measure."""

    def __init__(
        self, *args: Any, indicators: list[Indicator], read: dict[int, Decimal], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.indicator_of = {f"matt-{nr}": one for nr, one in enumerate(indicators)}
        for name, one in self.indicator_of.items():
            self.fields[name] = fields.number(
                one.name, help_text=f"{yardstick(one)}. {_UNMEASURED}"
            )
            self.fields[name].initial = read.get(one.pk)

    @property
    def numbers(self) -> list[forms.BoundField]:
        return [self[name] for name in self.indicator_of]

    @property
    def readings(self) -> Readings:
        return [(one.pk, self.cleaned_data[n]) for n, one in self.indicator_of.items()]


_UNMEASURED = _("Leave it empty if it was not measured.")


class GoalRow(Measured):
    """What became of one goal."""

    reached = fields.choice(
        _("Is the goal reached?"), [(one.value, REACHED[one]) for one in Reached]
    )
    said = fields.words(_("In words"), rows=2)

    def result(self, goal: Goal) -> GoalResult:
        given = self.cleaned_data
        reached = Reached(given["reached"] or Reached.UNKNOWN)
        return GoalResult(goal.pk, reached, given["said"])


class MeasureRow(Measured):
    """What became of one measure."""

    carried_out = fields.choice(
        _("Was it carried out as planned?"),
        [(one.value, CARRIED_OUT[one]) for one in CarriedOut],
    )
    output = fields.words(
        _("What was done?"),
        help_text=_("Residents read it. No names, and nothing that points out a person."),
        rows=2,
    )
    effect = fields.words(_("What came of it?"), rows=2)
    lesson = fields.words(_("What have you learnt?"), rows=2)

    def result(self, measure: Measure) -> MeasureResult:
        given = self.cleaned_data
        return MeasureResult(
            measure.pk,
            CarriedOut(given["carried_out"] or CarriedOut.UNKNOWN),
            given["output"],
            given["effect"],
            given["lesson"],
        )


class FollowUpForm:
    """The whole of it. To the summary of errors it looks like a form."""

    def __init__(self, row: PlanFollowUp, typed: QueryDict | None = None) -> None:
        self.form = SummaryForm(typed, initial=self.stored(row))
        read = dict(row.readings.values_list("indicator", "amount"))
        told = {one.goal_id: one for one in row.goals.all()}
        done = {one.measure_id: one for one in row.measures.all()}
        self.goals = [
            (
                goal,
                GoalRow(
                    typed,
                    prefix=f"mal-{nr}",
                    indicators=list(goal.indicators.all()),
                    read=read,
                    initial=_initial(told.get(goal.pk), ("reached", "said")),
                ),
            )
            for nr, goal in enumerate(queries.goals_of(row.plan), start=1)
        ]
        names = ("carried_out", "output", "effect", "lesson")
        self.measures = [
            (
                measure,
                MeasureRow(
                    typed,
                    prefix=f"atgard-{nr}",
                    indicators=list(measure.indicators.all()),
                    read=read,
                    initial=_initial(done.get(measure.pk), names),
                ),
            )
            for nr, measure in enumerate(queries.measures_of(row.plan), start=1)
        ]

    @property
    def _rows(self) -> list[Measured]:
        return [*(row for _g, row in self.goals), *(row for _m, row in self.measures)]

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(row.is_valid() for row in self._rows)])

    @property
    def errors(self) -> bool:
        return self.form.is_bound and not (self.is_valid() and self.form.is_valid())

    @property
    def non_field_errors(self) -> list[str]:
        return [str(one) for one in self.form.non_field_errors()]

    def __iter__(self) -> Iterator[Fault]:
        for field in self.form:
            yield Fault(str(field.label), field.auto_id, field.errors)
        for row in self._rows:
            for field in row:
                yield Fault(str(field.label), field.auto_id, field.errors)

    @property
    def draft(self) -> FollowUpDraft:
        given = self.form.cleaned_data
        return FollowUpDraft(
            given["followed_up_on"],
            given["summary"],
            tuple(row.result(measure) for measure, row in self.measures),
            tuple(row.result(goal) for goal, row in self.goals),
            tuple(pair for row in self._rows for pair in row.readings),
        )

    @staticmethod
    def stored(row: PlanFollowUp) -> dict[str, object]:
        """The words of the whole, as they are stored."""
        return {
            "followed_up_on": row.followed_up_on,
            "summary": row.summary,
            "revision": row.revision,
        }


def _initial(row: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names} if row else {}
