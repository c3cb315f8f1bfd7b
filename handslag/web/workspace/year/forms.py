"""The forms of the year: what comes back, why something is not begun, who leads."""

from typing import Any

from django import forms
from django.utils.dates import MONTHS as MONTH_NAMES
from django.utils.translation import gettext_lazy as _

from handslag.domain.year.models import Rhythm
from handslag.domain.year.rules.rhythm import RhythmDraft, Span
from handslag.domain.year.rules.words import RhythmKind
from handslag.web.forms import LockForm
from handslag.web.words.year import RHYTHM_KINDS
from handslag.web.workspace import fields

MONTHS = [(str(number), name) for number, name in MONTH_NAMES.items()]
A_MONTH = _("Choose a month.")
A_DAY_OF_MONTH = _("Write the day as a number, for example 15.")


def _day_of_month(label: fields.Text) -> forms.IntegerField:
    messages = dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"), A_DAY_OF_MONTH
    )
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=31,
        error_messages=messages,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )


class RhythmForm(LockForm):
    """What happens, when in the year, and who sees to it."""

    what = fields.line(
        _("What happens?"), required=_("Write what happens."), max_length=160
    )
    kind = fields.choice(
        _("What kind of thing is it?"),
        [(kind.value, RHYTHM_KINDS[kind]) for kind in RhythmKind],
        required=_("Choose what kind of thing it is."),
        radio=True,
    )
    starts_day = _day_of_month(_("From day"))
    starts_month = fields.choice(_("in"), MONTHS, required=A_MONTH)
    ends_day = _day_of_month(_("To and including day"))
    ends_month = fields.choice(_("in"), MONTHS, required=A_MONTH)
    function = fields.line(
        _("Which function sees to it?"),
        help_text=_("The function, not the person: the coordinator."),
        max_length=120,
    )
    in_year = forms.IntegerField(
        label=_("Only every second year: one of the years"),
        required=False,
        min_value=2000,
        max_value=2100,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write a year, for example 2026.")
        ),
        help_text=_("Leave it empty for what comes each year."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )

    @property
    def draft(self) -> RhythmDraft:
        """What was typed, as the service takes it."""
        given: dict[str, Any] = self.cleaned_data
        span = Span(
            int(given["starts_month"]),
            given["starts_day"],
            int(given["ends_month"]),
            given["ends_day"],
            2 if given["in_year"] else 1,
            given["in_year"],
        )
        return RhythmDraft(
            given["what"], RhythmKind(given["kind"]), span, given["function"]
        )


def rhythm_as_typed(one: Rhythm) -> dict[str, object]:
    """What stands in the form of something that comes back."""
    names = ("what", "kind", "function", "in_year", "revision")
    days = ("starts_day", "starts_month", "ends_day", "ends_month")
    return {name: getattr(one, name) for name in (*names, *days)}


class StatementForm(LockForm):
    """Why a duty is not begun, and when it is planned."""

    why = fields.words(
        _("Why is it not begun?"),
        required=_("Write why, in one or two sentences."),
        help_text=_("This is what the national council asks about each year."),
    )
    planned_on = fields.day(
        _("When do you plan to have it in place?"),
        help_text=_("The day comes into your calendar, and you are reminded of it."),
    )


class BoardForm(LockForm):
    """The board that leads the work."""

    board = fields.line(
        _("Which board leads the work?"),
        required=_("Write the name of the board, for example kommunstyrelsen."),
        max_length=120,
    )
    decided_by = fields.line(
        _("Who decided so?"),
        help_text=_(
            "Only when the assembly has chosen another board than the executive one."
        ),
        max_length=120,
    )
    since = fields.day(_("Since"))


class IntroductionForm(LockForm):
    """The words that the report begins with."""

    text = fields.words(
        _("Introduction"),
        rows=6,
        help_text=_(
            "A few sentences of your own. The rest comes from what is written here."
        ),
    )


class GivenForm(forms.Form):
    """When the report was given, and under which item."""

    reported_on = fields.day(
        _("On which day was it given?"), required=_("Write the day, like 2026-06-15.")
    )
    what = fields.line(
        _("Paragraph or item"), help_text=_("For example: § 41."), max_length=200
    )
