"""A form and the rows of what is measured, as one."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.formsets import formset_factory
from django.http import QueryDict
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.plans.models import Goal, Indicator, Measure, Plan
from handslag.domain.plans.rules.drafts import IndicatorDraft
from handslag.domain.plans.rules.words import Direction, Measures
from handslag.domain.series.figures import Followed
from handslag.web.guarded import Guarded
from handslag.web.words.plans import DIRECTIONS, MEASURES
from handslag.web.workspace import fields
from handslag.web.workspace.plans.followed import Offered
from handslag.web.workspace.promises.editor_forms import Fault, WordedRows, kept

MOST_INDICATORS = 8


class IndicatorRow(Guarded, forms.Form):
    """What is measured, from where to where, and which way is good."""

    key = forms.CharField(required=False, widget=forms.HiddenInput, max_length=36)
    followed = fields.choice(
        _("Followed in"),
        [],
        help_text=_(
            "One of your own indicators. What you leave empty below is taken from it:"
            " name, unit, value now, value to reach and which way is good."
        ),
    )
    name = fields.line(
        _("What is measured?"),
        help_text=_("For example: reported vandalism in the centre."),
        max_length=300,
    )
    measures = fields.choice(
        _("What does it show?"), [(one.value, MEASURES[one]) for one in MEASURES]
    )
    unit = fields.line(_("Unit"), help_text=_("Events a year, percent."), max_length=100)
    baseline = fields.number(_("Value now"))
    baseline_stated = fields.line(
        _("Or the level now, in words"),
        help_text=_("For example: as in 2025."),
        max_length=300,
    )
    target = fields.number(_("Value to reach"))
    by = fields.day(_("By which day?"))
    direction = fields.choice(
        _("Which way is good?"), [(one.value, DIRECTIONS[one]) for one in DIRECTIONS]
    )
    direction_why = fields.line(
        _("Why is that way good?"),
        help_text=_("More reports can be good: fewer crimes go unseen."),
        max_length=300,
    )

    def __init__(self, *args: Any, offered: Offered, **more: Any) -> None:
        super().__init__(*args, **more)
        self.offered = offered
        if not offered.rows:
            del self.fields["followed"]
            return
        self._offer("followed", [("", "–"), *offered.choices])
        as_there = _("As where it is followed; otherwise less is better")
        ways = [(one.value, DIRECTIONS[one]) for one in DIRECTIONS]
        self._offer("direction", [("", as_there), *ways])

    def _offer(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

    @property
    def chosen(self) -> str:
        return str(self.cleaned_data.get("followed") or "")

    @property
    def is_given(self) -> bool:
        return bool(self.cleaned_data.get("name") or self.chosen)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        numbers = [given.get(name) for name in ("baseline", "target", "by")]
        chosen = given.get("followed") or ""
        is_named = given.get("name") or chosen
        if any(one is not None for one in numbers) and not is_named:
            self.add_error("name", now_("Say what is measured."))
        if self.offered.depends(chosen) and not given.get("direction"):
            words = now_("Say which way is good here: where it is followed it depends.")
            self.add_error("direction", words)
        return given

    def draft(self, followed: Followed | None) -> IndicatorDraft:
        """What is handed in, with what is said of it where it is followed."""
        # Not the box that takes the row out.
        names = IndicatorDraft.__dataclass_fields__.keys() & self.cleaned_data.keys()
        given = {name: self.cleaned_data[name] for name in names}
        row = self.offered.rows.get(self.chosen)
        if followed is not None:
            given = self.offered.filled(given, followed)
        return IndicatorDraft(
            **{
                **given,
                "measures": Measures(given["measures"] or Measures.EFFECT),
                "direction": Direction(given["direction"] or Direction.DOWN),
                "followed": row.pk if row else None,
            }
        )


class WithRows:
    """The form with its indicators. To the summary of errors it looks like a form."""

    def __init__(
        self,
        form: forms.Form,
        typed: QueryDict | None,
        thing: Goal | Measure | None,
        *,
        plan: Plan,
        first: Measures = Measures.EFFECT,
    ) -> None:
        self.form = form
        self.offered = Offered(plan)
        rows = thing.indicators.select_related("followed") if thing else ()
        stored = [_initial(one) for one in rows]
        made = formset_factory(
            IndicatorRow,
            formset=WordedRows,
            extra=0 if stored else 1,
            can_delete=True,
            max_num=MOST_INDICATORS,
            absolute_max=MOST_INDICATORS,
            validate_max=True,
        )
        self.rows: forms.BaseFormSet[Any] = made(
            typed,
            prefix="matt",
            form_kwargs={"offered": self.offered},
            initial=None if typed is not None else stored,
        )
        if not stored and typed is None:
            self.rows.forms[0].fields["measures"].initial = first.value

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.rows.is_valid()])

    @property
    def errors(self) -> bool:
        return self.form.is_bound and not (self.is_valid() and self.form.is_valid())

    @property
    def non_field_errors(self) -> list[str]:
        rows = [one for row in self.rows for one in row.non_field_errors()]
        return [*map(str, self.form.non_field_errors()), *map(str, rows)]

    def __iter__(self) -> Iterator[Fault]:
        for field in self.form:
            yield Fault(str(field.label), field.auto_id, field.errors)
        for nr, row in enumerate(self.rows, start=1):
            for field in row:
                yield Fault(f"{field.label} ({nr})", field.auto_id, field.errors)

    @property
    def indicators(self) -> tuple[IndicatorDraft, ...]:
        rows = [row for _nr, row in kept(self.rows) if row.is_given]
        told = self.offered.told({row.chosen for row in rows})
        return tuple(row.draft(told.get(row.chosen)) for row in rows)


def _initial(one: Indicator) -> dict[str, object]:
    return {
        "key": str(one.public_id),
        "followed": str(one.followed.public_id) if one.followed else "",
        "name": one.name,
        "measures": one.measures,
        "unit": one.unit,
        "baseline": one.baseline,
        "baseline_stated": one.baseline_stated,
        "target": one.target,
        "by": one.by,
        "direction": one.direction,
        "direction_why": one.direction_why,
    }
