"""The forms of a walk: its plan, a stop, what was seen, who answers what."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handslag.domain.organisations.models import Organisation
from handslag.domain.walks.models import Stop
from handslag.domain.walks.rules import (
    LONGEST_LINE,
    LONGEST_TEXT,
    FindingDraft,
    HeldDraft,
    Kind,
    Light,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    ReplyDraft,
    RevisitDraft,
    StopDraft,
    Tone,
    WalkDraft,
    Weather,
)
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded
from handslag.web.words import walks as words
from handslag.web.workspace import fields

NO_NAMES = _("Write about the place. No names of persons, no plates, no apartments.")
MOST_OF_A_ROLE = 500
MAP_DIGITS = 6


def named(of: Any) -> list[tuple[str, Any]]:
    """Codes and their words, as choices."""
    return [(code.value, word) for code, word in of.items()]


class WalkForm(LockForm):
    """The plan: where, the three meetings, who leads."""

    title = guarded(
        fields.line(
            _("Where do you walk?"),
            required=_("Write where you walk."),
            max_length=120,
            help_text=_("For example: Centrum och gångvägen vid Letälven."),
        )
    )
    kind = fields.choice(
        _("What is it?"), named(words.KINDS), required=_("Choose one."), radio=True
    )
    purpose = guarded(
        fields.words(
            _("What do you want to know?"), max_length=LONGEST_TEXT, help_text=NO_NAMES
        )
    )
    leader = guarded(
        fields.line(
            _("Who leads it?"),
            max_length=LONGEST_LINE,
            help_text=_("The function, for example trygghetssamordnare. Not the name."),
        )
    )
    first_on = fields.day(
        _("First meeting"), help_text=_("You plan the walk and choose the stops.")
    )
    walk_on = fields.day(
        _("Second meeting: the walk"),
        required=_("Choose the day of the walk."),
        help_text=_("Two or three weeks later. In the dark one sees other things."),
    )
    gathers = guarded(
        fields.line(
            _("Where and when does one meet?"),
            max_length=LONGEST_LINE,
            help_text=_("For example: Biblioteket klockan 18. Afterwards there is coffee."),
        )
    )
    answers_on = fields.day(
        _("Third meeting: the answers"),
        help_text=_("Those responsible say what they will do. Two or three weeks later."),
    )

    def draft(self) -> WalkDraft:
        given = self.cleaned_data
        return WalkDraft(
            title=given["title"],
            walk_on=given["walk_on"],
            kind=Kind(given["kind"]),
            purpose=given["purpose"],
            leader=given["leader"],
            gathers=given["gathers"],
            first_on=given["first_on"],
            answers_on=given["answers_on"],
        )


class StopForm(LockForm):
    """A stop: in words, and on the map for those who want."""

    lon = forms.FloatField(required=False, widget=forms.HiddenInput)
    lat = forms.FloatField(required=False, widget=forms.HiddenInput)
    name = guarded(
        fields.line(
            _("Where is the stop?"),
            required=_("Write where it is, so that it can be found without a map."),
            max_length=LONGEST_LINE,
            help_text=_("For example: tunneln under järnvägen, södra sidan."),
        )
    )
    look = guarded(
        fields.words(_("What should one look at there?"), max_length=LONGEST_TEXT, rows=2)
    )

    def draft(self) -> StopDraft:
        given = self.cleaned_data
        return StopDraft(given["name"], given["look"], given["lon"], given["lat"])


class FindingForm(LockForm):
    """What somebody saw."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    tone = fields.choice(
        _("What is it?"), named(words.TONES), required=_("Choose one."), radio=True
    )
    parameter = fields.choice(
        _("What is it about?"),
        [("", _("Choose")), *named(words.PARAMETERS)],
        required=_("Choose what it is about."),
    )
    stop = fields.choice(_("Where?"), [])
    text = guarded(
        fields.words(
            _("What did you see?"),
            required=_("Write what you saw."),
            max_length=LONGEST_TEXT,
            help_text=NO_NAMES,
        )
    )
    proposal = guarded(
        fields.words(_("What do you propose?"), max_length=LONGEST_TEXT, rows=2)
    )

    def __init__(self, *args: Any, stops: Iterable[Stop], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stops = {str(one.public_id): one for one in stops}
        field = self.fields["stop"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            ("", _("Along the whole way")),
            *((key, one.name) for key, one in self.stops.items()),
        ]

    def draft(self) -> FindingDraft:
        given = self.cleaned_data
        stop = self.stops.get(given["stop"])
        return FindingDraft(
            text=given["text"],
            parameter=Parameter(given["parameter"]),
            tone=Tone(given["tone"]),
            stop=stop.public_id if stop else None,
            proposal=given["proposal"],
        )


class OwnerForm(LockForm):
    """Who is responsible."""

    owner = fields.choice(
        _("Who is responsible?"), [], help_text=_("The one who owns or looks after it.")
    )

    def __init__(self, *args: Any, among: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.among = {str(one.public_id): one for one in among}
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            ("", _("Not decided yet")),
            *((key, one.name) for key, one in self.among.items()),
        ]

    def chosen(self) -> Organisation | None:
        return self.among.get(self.cleaned_data["owner"])


class HeldForm(LockForm):
    """The walk is over: in what light, in what weather, how many as what."""

    light = fields.choice(
        _("Light"), named(words.LIGHTS), required=_("Choose the light."), radio=True
    )
    weather = fields.choice(
        _("Weather"), named(words.WEATHERS), required=_("Choose the weather."), radio=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role, word in words.ROLES.items():
            self.fields[f"part_{role.value}"] = forms.IntegerField(
                label=str(word),
                required=False,
                min_value=0,
                max_value=MOST_OF_A_ROLE,
                error_messages={"invalid": fields.A_WHOLE_NUMBER},
                widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
            )

    @property
    def counts(self) -> list[forms.BoundField]:
        return [self[f"part_{role.value}"] for role in PartRole]

    def draft(self) -> HeldDraft:
        given = self.cleaned_data
        return HeldDraft(
            Light(given["light"]),
            Weather(given["weather"]),
            {role: given[f"part_{role.value}"] or 0 for role in PartRole},
        )


class ReplyForm(forms.Form):
    """What the one responsible will do."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reply = fields.choice(
        _("What will you do?"), named(words.REPLIES), required=_("Choose one."), radio=True
    )
    by = fields.day(
        _("By which day?"), help_text=_("When you do it, or when you decide about it.")
    )
    reason = guarded(
        fields.words(
            _("In your own words"),
            max_length=LONGEST_TEXT,
            help_text=_("What you do; or why later, or why not. Everyone can read it."),
        )
    )

    def draft(self) -> ReplyDraft:
        given = self.cleaned_data
        return ReplyDraft(Reply(given["reply"]), given["reason"], given["by"])


class RevisitForm(forms.Form):
    """What one sees of it when one walks again."""

    outcome = fields.choice(
        pgettext_lazy("walk", "What do you see now?"),
        named(words.OUTCOMES),
        required=_("Choose one."),
        radio=True,
    )
    words = guarded(
        fields.words(_("In your own words"), max_length=LONGEST_TEXT, help_text=NO_NAMES)
    )

    def draft(self) -> RevisitDraft:
        given = self.cleaned_data
        return RevisitDraft(Outcome(given["outcome"]), given["words"])
