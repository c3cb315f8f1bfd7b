"""The steps of a report, a form each. One question a step; the rest travels hidden."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import STOCKHOLM
from handslag.domain.incidents.published import ReportingDesk, lies_in
from handslag.domain.incidents.rules import Daypart, Inside, Known, Occurrence, Worry
from handslag.domain.incidents.rules.drafts import LONGEST_TEXT, LONGEST_WHERE
from handslag.web.forms import PublicForm
from handslag.web.guarded import guarded
from handslag.web.public.reporting.places import Listed
from handslag.web.words.incidents import DAYPARTS, INSIDES, REFUSALS, WORRIES
from handslag.web.words.text import Text

NAME = "report"
A_DAY = _("Write a date, for example 2026-11-14.")


class Step(StrEnum):
    """Where somebody is in the report. `SAME` comes only where there is something."""

    WHERE = "var"
    SAME = "samma"
    WHAT = "vad"
    WHY = "varfor"
    WHEN = "nar"
    CONTACT = "kontakt"
    PREVIEW = "granska"


ORDER = (Step.WHERE, Step.WHAT, Step.WHY, Step.WHEN, Step.CONTACT, Step.PREVIEW)


class StepForm(PublicForm):
    """One step. `listed` are the places that can be chosen, `now` is when it is sent."""

    form_name: ClassVar[str] = NAME

    def __init__(
        self,
        *args: Any,
        desk: ReportingDesk,
        listed: Listed,
        now: datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.desk, self.listed, self.now = desk, listed, now
        self.prepare()

    def prepare(self) -> None:
        """Fill in the choices of this municipality."""

    def chosen(self, field: str, choices: Sequence[tuple[str, Text]]) -> None:
        """Give a field of choices what can be chosen."""
        found = self.fields[field]
        assert isinstance(found, forms.ChoiceField)  # noqa: S101 - declared below
        found.choices = choices


class WhereForm(StepForm):
    """A named place, a point on a map, or words: one of them is enough."""

    place_words = forms.CharField(
        label=_("Search for a place"), required=False, max_length=80
    )
    place = forms.ChoiceField(
        label=_("Choose a place"), required=False, widget=forms.RadioSelect
    )
    where_words = guarded(
        forms.CharField(
            label=_("Describe where, in words"),
            help_text=_(
                "For example “the footpath behind the library, by the bicycles”. Never"
                " somebody's home, and no flat number."
            ),
            required=False,
            max_length=LONGEST_WHERE,
            error_messages={"max_length": _("Write at most %(limit_value)s letters.")},
        )
    )
    lon = forms.FloatField(required=False, label=_("Longitude"))
    lat = forms.FloatField(required=False, label=_("Latitude"))
    inside = forms.ChoiceField(
        label=_("Indoors or outdoors?"),
        choices=[
            (Inside.OUTDOORS, INSIDES[Inside.OUTDOORS]),
            (Inside.INDOORS, INSIDES[Inside.INDOORS]),
            (Inside.UNKNOWN, _("Not sure")),
        ],
        initial=Inside.UNKNOWN,
        required=False,
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        named = [(str(one.key), one.name) for one in self.listed.places]
        self.chosen("place", [("", _("None of these")), *named])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        point = [said.get(name) for name in ("lon", "lat")]
        if None in point and point != [None, None]:
            raise ValidationError(now_("A position needs both its numbers."))
        lon, lat = point
        if lon is not None and lat is not None and not lies_in(self.desk, lon, lat):
            raise ValidationError(str(REFUSALS["incidents.outside_the_municipality"]))
        words = said.get("where_words", "refused")
        if point == [None, None] and not said.get("place") and not words.strip():
            raise ValidationError(
                now_("Say where it is: choose a place, or describe it in words.")
            )
        return said


class WhatForm(StepForm):
    """One kind, of those the municipality offers residents."""

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what fits best."),
            "invalid_choice": _("Choose what it is about once more: the list has changed."),
        },
    )

    def prepare(self) -> None:
        self.chosen("kind", [(one.code, one.sv) for one in self.desk.kinds])


class WhyForm(StepForm):
    """In one's own words, and how much it worries."""

    text = guarded(
        forms.CharField(
            label=_("In your own words"),
            help_text=_(
                "Write about the place and what happens there, not about persons: no names,"
                " personal identity numbers, registration plates or flat numbers. Write in"
                " your own language if you like."
            ),
            required=False,
            max_length=LONGEST_TEXT,
            error_messages={"max_length": _("Write at most %(limit_value)s letters.")},
            widget=forms.Textarea(attrs={"rows": 6}),
        )
    )
    worry = forms.ChoiceField(
        label=_("How much does it worry you?"),
        choices=[
            ("", _("I would rather not say")),
            *((one, WORRIES[one]) for one in (Worry.LITTLE, Worry.SOME, Worry.MUCH)),
        ],
        required=False,
        widget=forms.RadioSelect,
    )


class WhenForm(StepForm):
    """Times of day at which it tends to be so, or a day on which it happened."""

    dayparts = forms.MultipleChoiceField(
        label=_("Does it tend to be so at certain times?"),
        choices=list(DAYPARTS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    day = forms.DateField(
        label=_("Did it happen on a certain day?"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": A_DAY},
    )
    clock = forms.TimeField(
        label=_("At about what time?"),
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Write a time, for example 22:30.")},
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        day, clock = said.get("day"), said.get("clock")
        if clock and not day and "day" in said:
            self.add_error("day", now_("Say which day, or leave the time empty."))
        if day and day > self.now.astimezone(STOCKHOLM).date():
            self.add_error("day", now_("That day has not come yet."))
        if day and day < (self.now - timedelta(days=365)).date():
            self.add_error(
                "day", now_("That is more than a year ago. Write it in the text instead.")
            )
        return said


class ContactForm(StepForm):
    """An address for letters, for whoever wants them."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "Leave it empty if you like: you get a code, and with it you see everything"
            " without saying who you are."
        ),
        required=False,
        error_messages={
            "invalid": _("Write an e-mail address, for example name@example.org.")
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class PreviewForm(StepForm):
    """Nothing more to fill in."""


FORMS: dict[Step, type[StepForm]] = {
    Step.WHERE: WhereForm,
    Step.SAME: PreviewForm,
    Step.WHAT: WhatForm,
    Step.WHY: WhyForm,
    Step.WHEN: WhenForm,
    Step.CONTACT: ContactForm,
    Step.PREVIEW: PreviewForm,
}
# All that travels from step to step, and nothing else that a page may have sent.
FIELDS = (
    *("place", "where_words", "lon", "lat", "inside", "kind", "text", "worry"),
    *("dayparts", "day", "clock", "email"),
)


def occurrence(said: dict[str, Any]) -> Occurrence:
    """When, from a day and a time, a day alone, times of day, or nothing."""
    dayparts = tuple(Daypart(one) for one in said["dayparts"])
    day, clock = said["day"], said["clock"]
    if day is None:
        return Occurrence(Known.OFTEN if dayparts else Known.UNKNOWN, dayparts=dayparts)
    if clock is not None:
        at = datetime.combine(day, clock, STOCKHOLM)
        return Occurrence(Known.EXACT, starts=at, dayparts=dayparts)
    return Occurrence(
        Known.INTERVAL,
        starts=datetime.combine(day, time.min, STOCKHOLM),
        ends=datetime.combine(day, time(23, 59), STOCKHOLM),
        dayparts=dayparts,
    )
