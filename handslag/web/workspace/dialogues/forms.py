"""The forms of a dialogue: its plan, a meeting, notes, who came."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.core.periods import STOCKHOLM
from handslag.domain.dialogues.models import Meeting
from handslag.domain.dialogues.rules import (
    LEAST_VOICES,
    LONGEST_LINE,
    LONGEST_NOTES,
    LONGEST_TEXT,
    MOST_PEOPLE,
    MOST_SLOTS,
    USUAL_VOICES,
    Age,
    Audience,
    DialogueDraft,
    HeldDraft,
    Kind,
    MeetingDraft,
    Part,
    Script,
    Sex,
)
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded, marked
from handslag.web.words import dialogues as words
from handslag.web.workspace import fields

A_TIME = _("Write a time, for example 18.00.")
LONGEST_GROUP = 80


def _number(label: fields.Text, least: int, most: int, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        error_messages={"invalid": fields.A_WHOLE_NUMBER, **more.pop("said", {})},
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
        **more,
    )


def _hour(label: fields.Text, required: fields.Text) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={"required": required, "invalid": A_TIME},
        widget=forms.TimeInput(attrs={"type": "time", "class": "short"}, format="%H:%M"),
    )


class DialogueForm(LockForm):
    """The plan: what one wants to know, how, and who leads it."""

    title = guarded(
        fields.line(
            _("What is the dialogue called?"),
            required=_("Write what the dialogue is called."),
            max_length=120,
            help_text=_("For example: Tryggheten i centrum."),
        )
    )
    kind = fields.choice(
        _("In what way do you talk?"),
        [(code.value, word) for code, word in words.KINDS.items()],
        required=_("Choose one."),
    )
    asks = guarded(
        fields.words(
            _("What do you want people to talk about?"),
            max_length=LONGEST_TEXT,
            help_text=_("Everyone who is invited can read it."),
        )
    )
    who = guarded(
        fields.line(
            _("Who may come?"),
            max_length=LONGEST_LINE,
            help_text=_("For example: Alla som bor eller arbetar i Degerfors."),
        )
    )
    leader = guarded(
        fields.line(
            _("Who leads the talk?"),
            max_length=LONGEST_LINE,
            help_text=_("The function, for example trygghetssamordnare. Not the name."),
        )
    )
    least = _number(
        _("How many voices does a theme need to be public?"),
        LEAST_VOICES,
        100,
        initial=USUAL_VOICES,
        help_text=_("Five is usual. Themes with fewer are never shown."),
        said={"required": _("Write how many, for example 5.")},
    )

    def draft(self, audience: Audience) -> DialogueDraft:
        given = self.cleaned_data
        return DialogueDraft(
            title=given["title"],
            kind=Kind(given["kind"]),
            audience=audience,
            asks=given["asks"],
            who=given["who"],
            leader=given["leader"],
            least=given["least"],
        )


class MeetingForm(LockForm):
    """When and where one meets, and how many there is room for."""

    day = fields.day(_("Which day?"), required=_("Choose the day."))
    begins = _hour(pgettext_lazy("time", "From"), _("Write when it begins."))
    ends = _hour(pgettext_lazy("time", "Until"), _("Write when it ends."))
    where = guarded(
        fields.line(
            _("Where does one meet?"),
            max_length=LONGEST_LINE,
            help_text=_("For example: Folkets hus, stora salen. Lift from the entrance."),
        )
    )
    slots = _number(
        _("How many places are there?"),
        1,
        MOST_SLOTS,
        required=False,
        help_text=_("Leave it empty if one just comes, without signing up."),
    )

    def meeting(self, script: Script | None) -> MeetingDraft:
        given = self.cleaned_data
        return MeetingDraft(
            starts=_at(given["day"], given["begins"]),
            ends=_at(given["day"], given["ends"]),
            where=given["where"],
            slots=given["slots"],
            script=script,
        )


def _at(day: Any, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=STOCKHOLM)


def of_meeting(row: Meeting) -> dict[str, object]:
    """A meeting as it stands in its form."""
    starts, ends = row.starts.astimezone(STOCKHOLM), row.ends.astimezone(STOCKHOLM)
    return {
        "day": starts.date(),
        "begins": starts.time(),
        "ends": ends.time(),
        "where": row.where,
        "slots": row.slots,
        "revision": row.revision,
    }


class PlanForm(DialogueForm, MeetingForm):
    """A new dialogue with its first meeting."""

    audience = fields.choice(
        _("With whom do you talk?"),
        [(code.value, word) for code, word in words.AUDIENCES.items()],
        required=_("Choose one."),
        radio=True,
        help_text=_("With staff there are two meetings: first WHAT, then HOW."),
    )
    field_order = ("audience", "title", "kind", "asks", "who", "leader", "day")

    @property
    def chosen(self) -> Audience:
        return Audience(self.cleaned_data["audience"])


class NotesForm(forms.Form):
    """What was said: a line is a voice."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    script = fields.choice(_("At which meeting was it said?"), [])
    notes = marked(
        fields.words(
            _("What was said?"),
            required=_("Write at least one line."),
            max_length=LONGEST_NOTES,
            rows=12,
            help_text=_("One line for each thing that was said. Never who said it."),
        )
    )

    def __init__(self, *args: Any, scripts: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not scripts:
            del self.fields["script"]
            return
        field = self.fields["script"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(scripts.items())

    @property
    def chosen(self) -> Script | None:
        code = self.cleaned_data.get("script", "")
        return Script(code) if code else None


class HeldForm(LockForm):
    """Who came, as counts of groups and organisations."""

    people = _number(
        _("How many came?"),
        1,
        MOST_PEOPLE,
        help_text=_("To all meetings together. Count each once."),
        said={"required": _("Write how many came.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, word in self._groups():
            self.fields[name] = _number(word, 0, MOST_PEOPLE, required=False)
        lines = _("One on each line, with how many: %(example)s")
        self.fields["areas"] = guarded(
            fields.words(
                _("Where do they live?"), help_text=lines % {"example": "Strömtorp: 12"}
            )
        )
        self.fields["came"] = guarded(
            fields.words(
                _("From which organisations did they come?"),
                help_text=lines % {"example": "Hyresgästföreningen: 3"},
            )
        )

    @staticmethod
    def _groups() -> list[tuple[str, fields.Text]]:
        sexes = [(f"sex_{one.value}", str(word)) for one, word in words.SEXES.items()]
        return [*sexes, *((f"age_{one.value}", str(w)) for one, w in words.AGES.items())]

    @property
    def sexes(self) -> list[forms.BoundField]:
        return [self[f"sex_{one.value}"] for one in Sex]

    @property
    def ages(self) -> list[forms.BoundField]:
        return [self[f"age_{one.value}"] for one in Age]

    def clean_areas(self) -> dict[str, int]:
        return counted(self.cleaned_data["areas"], LONGEST_GROUP)

    def clean_came(self) -> dict[str, int]:
        return counted(self.cleaned_data["came"], LONGEST_LINE)

    def draft(self) -> HeldDraft:
        given = self.cleaned_data
        return HeldDraft(
            given["people"],
            {
                Part.SEX: {one.value: given[f"sex_{one.value}"] or 0 for one in Sex},
                Part.AGE: {one.value: given[f"age_{one.value}"] or 0 for one in Age},
                Part.AREA: given["areas"],
            },
            tuple(given["came"].items()),
        )


def counted(text: str, longest: int) -> dict[str, int]:
    """ "Strömtorp: 12", a line each, by name. A name on two lines is added up."""
    found: dict[str, int] = {}
    for line in filter(None, (one.strip() for one in text.splitlines())):
        name, _colon, number = line.rpartition(":")
        name, number = name.strip(), number.strip()
        if not name or len(name) > longest or not number.isdecimal():
            said = _("Write a name, a colon and how many: %(line)s")
            raise ValidationError(said % {"line": line[:60]})
        found[name] = found.get(name, 0) + int(number)
    return found


class ReleaseForm(LockForm):
    """The result in plain words, before everyone can read it."""

    said = guarded(
        fields.words(
            _("What was said, in plain words"),
            required=_("Write in plain words what was said."),
            max_length=LONGEST_TEXT,
            rows=5,
            help_text=_("Two to five sentences. Everyone can read them."),
        )
    )


class WithdrawForm(forms.Form):
    """Why the result is taken back."""

    why = guarded(
        fields.words(
            _("Why is it taken back?"),
            required=_("Write why the result is taken back."),
            max_length=LONGEST_TEXT,
            help_text=_("Those who work here can read it. Do not repeat what was wrong."),
        )
    )


class MinutesForm(forms.Form):
    """The minutes as a file."""

    file = fields.upload(_("PDF or a picture of the page."))
