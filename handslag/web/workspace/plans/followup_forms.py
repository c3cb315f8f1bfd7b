"""A follow-up of a plan as a form: a row for each goal and each measure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from handslag.domain.plans import queries
from handslag.domain.plans.models import Goal, Indicator, Measure, PlanFollowUp
from handslag.domain.plans.rules.drafts import FollowUpDraft, GoalResult, MeasureResult
from handslag.domain.plans.rules.words import CarriedOut, Reached
from handslag.domain.series.figures import Followed
from handslag.web.forms import LockForm
from handslag.web.guarded import Guarded
from handslag.web.measuring import yardstick
from handslag.web.words.plans import CARRIED_OUT, REACHED
from handslag.web.workspace import fields
from handslag.web.workspace.plans.followed import known_by, suggested, told_of
from handslag.web.workspace.promises.editor_forms import Fault

Readings = list[tuple[int, Decimal | None]]


class SummaryForm(Guarded, LockForm):
    """What is said of the whole."""

    followed_up_on = fields.day(_("Which day is it about?"), required=_("Write the day."))
    summary = fields.words(
        _("In short, about the whole plan"),
        help_text=_("Two or three sentences to residents."),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What was read, by indicator, and what is said where indicators are followed. Once
    somebody has saved, an empty field is a choice and nothing is suggested in it."""

    day: date
    is_new: bool
    read: dict[int, Decimal]
    followed: dict[int, Followed]

    def initial(self, one: Indicator) -> Decimal | None:
        told = self.followed.get(one.followed_id or 0)
        if told is None or not self.is_new:
            return self.read.get(one.pk)
        return self.read.get(one.pk, suggested(told, self.day))

    def help_text(self, one: Indicator) -> str:
        told = self.followed.get(one.followed_id or 0)
        there = known_by(told, self.day) if told else ""
        return f"{yardstick(one)}. {there} {_UNMEASURED}".replace("  ", " ")


class Measured(Guarded, forms.Form):
    """A form with a number for each indicator of a goal or a measure."""

    def __init__(
        self, *args: Any, indicators: list[Indicator], known: Known, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.indicator_of = {f"matt-{nr}": one for nr, one in enumerate(indicators)}
        for name, one in self.indicator_of.items():
            self.fields[name] = fields.number(one.name, help_text=known.help_text(one))
            self.fields[name].initial = known.initial(one)

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
        goals, measures = queries.goals_of(row.plan), queries.measures_of(row.plan)
        known = _known(row, [*goals, *measures])
        told = {one.goal_id: one for one in row.goals.all()}
        done = {one.measure_id: one for one in row.measures.all()}
        self.goals = [
            (
                goal,
                GoalRow(
                    typed,
                    prefix=f"mal-{nr}",
                    indicators=list(goal.indicators.all()),
                    known=known,
                    initial=_initial(told.get(goal.pk), ("reached", "said")),
                ),
            )
            for nr, goal in enumerate(goals, start=1)
        ]
        names = ("carried_out", "output", "effect", "lesson")
        self.measures = [
            (
                measure,
                MeasureRow(
                    typed,
                    prefix=f"atgard-{nr}",
                    indicators=list(measure.indicators.all()),
                    known=known,
                    initial=_initial(done.get(measure.pk), names),
                ),
            )
            for nr, measure in enumerate(measures, start=1)
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


def _known(row: PlanFollowUp, things: Iterable[Goal | Measure]) -> Known:
    return Known(
        row.followed_up_on,
        row.revision == 1,
        dict(row.readings.values_list("indicator", "amount")),
        told_of(row.plan, [one for thing in things for one in thing.indicators.all()]),
    )


def _initial(row: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names} if row else {}
