"""The editor of a promise: its words and the rows that hang on it, as one form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.formsets import formset_factory
from django.forms.utils import ErrorList
from django.http import QueryDict
from django.utils.translation import gettext as _

from handslag.domain.promises.models import Activity, Promise
from handslag.domain.promises.rules.drafts import PromiseDraft
from handslag.domain.promises.rules.words import Condition
from handslag.web.workspace.promises import target_rows
from handslag.web.workspace.promises.choices import Choices, Pairs
from handslag.web.workspace.promises.promise_rows import ActivityRow, OwnerRow
from handslag.web.workspace.promises.promise_words import SAME_NAME, PromiseForm
from handslag.web.workspace.promises.target_rows import TargetRow

MOST_ROWS = 60
Rows = forms.BaseFormSet[Any]
Row = dict[str, object]


class WordedRows(forms.BaseFormSet[Any]):
    """Rows whose box and place say in words what they do."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take out this row")
        if self.can_order:
            form.fields["ORDER"].label = _("Place in the list")


@dataclass(frozen=True, slots=True)
class Fault:
    """One field with something wrong in it, for the summary at the top."""

    label: str
    auto_id: str
    errors: ErrorList


class Editor:
    """Everything about one promise. To the summary of errors it looks like a form."""

    def __init__(
        self, promise: Promise, choices: Choices, typed: QueryDict | None = None
    ) -> None:
        self.choices = choices
        self.form = PromiseForm(typed, initial=_initial(promise))
        _offer(self.form, "focus", [("", "–"), *choices.focus])
        _offer(self.form, "place", [("", "–"), *choices.places])
        _offer(self.form, "measure", [("", "–"), *choices.measures])
        _offer(self.form, "problem", [("", "–"), *choices.problems])
        _offer(self.form, "activity_types", choices.activity)
        _offer(self.form, "findings", choices.findings)
        among = {"organisations": choices.organisations}
        self.owners = _rows(OwnerRow, "owner", typed, _owners(promise), among)
        self.targets = _rows(TargetRow, "target", typed, _targets(promise), {})
        self.activities = _rows(ActivityRow, "activity", typed, _activities(promise), among)
        self.formsets = (self.owners, self.targets, self.activities)

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.formsets)])

    @property
    def errors(self) -> bool:
        return self.form.is_bound and not (self.is_valid() and self.form.is_valid())

    @property
    def non_field_errors(self) -> list[str]:
        said = [*self.form.non_field_errors()]
        for rows in self.formsets:
            said += [*rows.non_form_errors()]
            said += [one for row in rows for one in row.non_field_errors()]
        return [str(one) for one in said]

    def __iter__(self) -> Iterator[Fault]:
        """Every field, named so that one finds the row."""
        for field in self.form:
            yield Fault(str(field.label), field.auto_id, field.errors)
        for rows in self.formsets:
            for nr, row in enumerate(rows, start=1):
                for field in row:
                    yield Fault(f"{field.label} ({nr})", field.auto_id, field.errors)

    @property
    def sentences(self) -> list[str]:
        """What is wrong, for a script that saves while someone types."""
        named = [f"{one.label}: {said}" for one in self for said in one.errors]
        return [*self.non_field_errors, *named]

    def draft(self) -> PromiseDraft:
        """What is handed in, when the editor is valid."""
        given = self.form.cleaned_data
        numbers = self.choices.number_of
        owners = [row for _nr, row in kept(self.owners)]
        activities = [row for _nr, row in kept(self.activities)]
        return PromiseDraft(
            place_stated=given["place_stated"],
            place=self.choices.place_of.get(given["place"]),
            measure=self.choices.measure_of.get(given["measure"]),
            problem=self.choices.problem_of.get(given["problem"]),
            when_stated=given["when_stated"],
            binds=Condition(given["binds"]),
            owners=tuple(row.draft(numbers) for row in owners if row.is_given),
            targets=tuple(target_rows.drafts_of(kept(self.targets))),
            activities=tuple(row.draft(numbers) for row in activities if row.is_given),
            activity_types=tuple(given["activity_types"]),
            evidence=tuple(self.choices.finding_of[key] for key in given["findings"]),
            **{name: given[name] for name in SAME_NAME},
        )


def kept(rows: Rows) -> list[tuple[int, Any]]:
    """The rows that are not taken out, with their numbers, in the order wanted.

    A row whose place is left empty comes where it stands; two with the same
    place keep their order.
    """
    out = rows.deleted_forms
    numbered = [(nr, row) for nr, row in enumerate(rows.forms, start=1) if row not in out]
    if not rows.can_order:
        return numbered
    return sorted(numbered, key=lambda one: one[1].cleaned_data.get("ORDER") or one[0])


def _rows(
    row: type[forms.Form],
    prefix: str,
    typed: QueryDict | None,
    stored: list[Row],
    among: Mapping[str, object],
) -> Rows:
    made = formset_factory(
        row,
        formset=WordedRows,
        extra=1,
        can_delete=True,
        can_order=row is ActivityRow,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
        validate_max=True,
    )
    initial = None if typed is not None else stored
    return made(typed, prefix=prefix, initial=initial, form_kwargs=dict(among))


def _offer(form: forms.Form, name: str, choices: Pairs) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared in the form
    field.choices = choices


def _initial(promise: Promise) -> Row:
    return {
        **{name: getattr(promise, name) for name in SAME_NAME},
        "place_stated": promise.place_stated or "",
        "place": str(promise.place.public_id) if promise.place else "",
        "measure": str(promise.measure.public_id) if promise.measure else "",
        "problem": str(promise.problem.public_id) if promise.problem else "",
        "when_stated": promise.when_stated or "",
        "binds": promise.binds,
        "activity_types": [kind.code for kind in promise.activity_types.all()],
        "findings": [
            str(ground.evidence.public_id)
            for ground in promise.grounds.select_related("evidence")
        ],
        "revision": promise.revision,
    }


def _owners(promise: Promise) -> list[Row]:
    return [
        {"organisation": str(row.organisation.public_id), "part": row.part}
        for row in promise.responsible.select_related("organisation")
        if row.organisation
    ]


def _targets(promise: Promise) -> list[Row]:
    stored = list(promise.targets.all())
    numbers = {target.pk: nr for nr, target in enumerate(stored, start=1)}
    return [target_rows.initial_of(target, numbers) for target in stored]


def _activities(promise: Promise) -> list[Row]:
    return [_activity(row) for row in promise.activities.select_related("owner")]


def _activity(row: Activity) -> Row:
    return {
        "text": row.text,
        "level": str(row.level),
        "place_stated": row.place_stated,
        "when_stated": row.when_stated,
        "owner": str(row.owner.public_id) if row.owner else "",
    }
