"""The forms of a meeting: its day, a priority, a target, a follow-up, a decision."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.weeks.rules import (
    DecisionDraft,
    FollowUpDraft,
    MeetingDraft,
    PriorityDraft,
    Result,
    TargetDraft,
)
from handslag.web.forms import LockForm
from handslag.web.words.incidents import TOPS
from handslag.web.words.weeks import RESULTS
from handslag.web.workspace import fields

NO_NAMES = _("Write about places and what is done. No names of persons.")


class MeetingForm(LockForm):
    """When, since when, who leads and which organisations are there."""

    held_on = fields.day(_("Day of the meeting"), required=_("Choose a day."))
    looks_back_to = fields.day(
        _("Looks back to"),
        required=_("Choose a day."),
        help_text=_("Usually the day of the last meeting."),
    )
    chair = fields.line(
        _("Who leads the meeting"),
        max_length=120,
        help_text=_("The function, for example säkerhetssamordnare. Not the name."),
    )
    present = forms.MultipleChoiceField(
        label=_("Organisations that are there"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    def __init__(self, *args: Any, among: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.among = {str(one.public_id): one for one in among}
        offered = self.fields["present"]
        assert isinstance(offered, forms.MultipleChoiceField)  # noqa: S101 - as above
        offered.choices = [(key, one.name) for key, one in self.among.items()]

    def draft(self) -> MeetingDraft:
        given = self.cleaned_data
        return MeetingDraft(
            given["held_on"],
            given["looks_back_to"],
            given["chair"],
            tuple(self.among[key].pk for key in given["present"]),
        )


class PriorityForm(LockForm):
    """What, where and why."""

    what = fields.line(
        _("What is to come first?"),
        required=_("Write what it is about."),
        max_length=200,
        help_text=NO_NAMES,
    )
    top = fields.choice(
        _("Kind"),
        [
            ("", _("Several, or something else")),
            *((one.value, n) for one, n in TOPS.items()),
        ],
    )
    place = fields.choice(_("Place"), [])
    where = fields.line(
        _("Where, in words"),
        max_length=200,
        help_text=_("Where nobody has named the place, or for a part of it."),
    )
    why = fields.words(
        _("Why?"), help_text=_("What has changed, and what is at stake."), rows=3
    )
    cell = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, places: Iterable[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(one.public_id): one for one in places}
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        named = sorted((one.name, key) for key, one in self.places.items())
        field.choices = [("", _("No named place")), *((key, name) for name, key in named)]

    def draft(self) -> PriorityDraft:
        given = self.cleaned_data
        place = self.places.get(given["place"])
        return PriorityDraft(
            what=given["what"],
            where=given["where"],
            why=given["why"],
            top=Top(given["top"]) if given["top"] else None,
            place=place.pk if place else None,
            cell=None if place else given["cell"],
        )


class TargetForm(LockForm):
    """Who does what by when."""

    organisation = fields.choice(
        _("Who does it?"), [], required=_("Choose an organisation of the group.")
    )
    words = fields.words(
        _("What will they do?"),
        required=_("Write what they will do."),
        max_length=500,
        help_text=NO_NAMES,
        rows=2,
    )
    by = fields.day(_("By when?"))

    def __init__(self, *args: Any, among: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.among = {str(one.public_id): one for one in among}
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            ("", _("Choose")),
            *((key, one.name) for key, one in self.among.items()),
        ]

    def draft(self) -> TargetDraft:
        given = self.cleaned_data
        return TargetDraft(
            self.among[given["organisation"]].pk, given["words"], given["by"]
        )


class FollowUpForm(LockForm):
    """What became of it."""

    result = fields.choice(
        _("What became of it?"),
        [(one.value, name) for one, name in RESULTS.items()],
        required=_("Choose what became of it."),
        radio=True,
    )
    why = fields.words(
        _("Why, if not all of it was done"), max_length=500, help_text=NO_NAMES, rows=2
    )
    seen = fields.words(_("What was seen"), max_length=500, help_text=NO_NAMES, rows=2)

    def draft(self) -> FollowUpDraft:
        given = self.cleaned_data
        return FollowUpDraft(Result(given["result"]), given["why"], given["seen"])


class DecisionForm(LockForm):
    """What was decided."""

    words = fields.words(
        _("Decision"), required=_("Write the decision."), help_text=NO_NAMES, rows=3
    )

    def draft(self) -> DecisionDraft:
        return DecisionDraft(self.cleaned_data["words"])
