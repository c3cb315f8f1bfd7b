"""What an agreement is about: purposes, areas, problems, goals, other plans."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.drafts import (
    ContentsDraft,
    GoalDraft,
    StatuteDraft,
    as_lines,
    lines,
)
from handslag.domain.agreements.rules.words import Statute
from handslag.domain.picture.models import Problem
from handslag.web.forms import LockForm
from handslag.web.words.agreements import STATUTES
from handslag.web.workspace import fields

_EACH = _("One on each line.")
EMPTY_ROWS = 2
_LONGEST = {"purposes": 500, "other_fields": 300, "problem_words": 500}


class ContentsForm(LockForm):
    """Purposes, areas and problems."""

    purposes = fields.words(
        _("For which purposes do you cooperate?"),
        help_text=_("One on each line. The law asks for at least one (9 §)."),
        rows=4,
    )
    fields_chosen = forms.MultipleChoiceField(
        label=_("In which areas?"),
        help_text=_("The law asks for at least one (9 §), here or in your own words."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_fields = fields.words(_("Areas in your own words"), help_text=_EACH, rows=2)
    problems = forms.MultipleChoiceField(
        label=_("Problems in focus, from the joint picture"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    problem_words = fields.words(
        _("Problems in focus, in your own words"), help_text=_EACH, rows=3
    )

    def __init__(
        self,
        *args: Any,
        focus: Mapping[str, str],
        problems: Iterable[Problem],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.problem_of = {str(one.public_id): one.pk for one in problems}
        _offer(self, "fields_chosen", list(focus.items()))
        _offer(self, "problems", [(str(one.public_id), one.title) for one in problems])
        if not self.problem_of:
            del self.fields["problems"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name, longest in _LONGEST.items():
            if any(len(line) > longest for line in lines(given.get(name, ""))):
                self.add_error(
                    name, now_("A line may have at most %(n)s characters.") % {"n": longest}
                )
        return given

    def draft(
        self, goals: Iterable[GoalDraft], statutes: Iterable[StatuteDraft]
    ) -> ContentsDraft:
        given = self.cleaned_data
        return ContentsDraft(
            purposes=lines(given["purposes"]),
            fields=[
                *((code, "") for code in given["fields_chosen"]),
                *(("", text) for text in lines(given["other_fields"])),
            ],
            problems=[self.problem_of[key] for key in given.get("problems", [])],
            problem_words=lines(given["problem_words"]),
            goals=list(goals),
            statutes=list(statutes),
        )


class GoalRow(forms.Form):
    """One goal."""

    text = fields.line(_("Goal"), max_length=500)
    seen_by = fields.line(_("How does one see that it is reached?"), max_length=500)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("seen_by") and not given.get("text"):
            self.add_error("text", now_("Write the goal too."))
        return given


class StatuteRow(forms.Form):
    """A plan or an analysis under another statute."""

    statute = fields.choice(
        _("Kind"), [("", _("Choose")), *((one.value, STATUTES[one]) for one in Statute)]
    )
    title = fields.line(_("What it is called"), max_length=200)
    address = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=600,
        assume_scheme="https",
        error_messages={
            "invalid": _("Write a web address, for example https://www.example.se/plan.")
        },
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if any(given.get(name) for name in ("statute", "address")) and not given.get(
            "title"
        ):
            self.add_error("title", now_("Write what it is called."))
        return given


GoalRows = forms.formset_factory(GoalRow, extra=EMPTY_ROWS)
StatuteRows = forms.formset_factory(StatuteRow, extra=1)


def goals_in(rows: Any) -> list[GoalDraft]:
    """The goals that are written; an emptied row is taken out."""
    given = [row.cleaned_data for row in rows if row.cleaned_data.get("text")]
    return [GoalDraft(one["text"], one["seen_by"]) for one in given]


def statutes_in(rows: Any) -> list[StatuteDraft]:
    given = [row.cleaned_data for row in rows if row.cleaned_data.get("title")]
    return [
        StatuteDraft(Statute(one["statute"] or Statute.OTHER), one["title"], one["address"])
        for one in given
    ]


def contents_of(row: Agreement) -> dict[str, Any]:
    """The contents of an agreement as they stand in the form."""
    areas = list(row.fields.all())
    problems = list(row.problems.select_related("problem"))
    return {
        "purposes": as_lines(row.purposes.all()),
        "fields_chosen": [one.code for one in areas if one.code],
        "other_fields": as_lines(one.text for one in areas if not one.code),
        "problems": [str(one.problem.public_id) for one in problems if one.problem],
        "problem_words": as_lines(one.text for one in problems if not one.problem),
        "revision": row.revision,
    }


def goals_of(row: Agreement) -> list[dict[str, str]]:
    return [{"text": one.text, "seen_by": one.seen_by} for one in row.goals.all()]


def statutes_of(row: Agreement) -> list[dict[str, str]]:
    return [
        {"statute": one.statute, "title": one.title, "address": one.address}
        for one in row.statutes.all()
    ]


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
    field.choices = choices
