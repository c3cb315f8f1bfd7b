"""When a council meets, and what is on its agenda, as forms."""

from collections.abc import Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import STOCKHOLM
from handslag.domain.council.models import AgendaItem, Meeting
from handslag.domain.council.queries import Subject
from handslag.domain.council.rules.drafts import ItemDraft, MeetingDraft
from handslag.domain.council.rules.words import ItemKind
from handslag.web.forms import LockForm
from handslag.web.words.council import KINDS, SUBJECTS
from handslag.web.workspace import fields

_A_TIME = _("Write a time, for example 13.00.")
_HOURS = ["%H.%M", "%H:%M", "%H"]


def hour(label: fields.Text, *, required: fields.Text = "") -> forms.TimeField:
    """A time of the day, as people write it: 13.00, 13:00 or 13."""
    return forms.TimeField(
        label=label,
        required=bool(required),
        input_formats=_HOURS,
        widget=forms.TimeInput(
            attrs={"class": "short", "inputmode": "decimal"}, format="%H.%M"
        ),
        error_messages={"invalid": _A_TIME, "required": required},
    )


class MeetingForm(LockForm):
    """When and where the council meets."""

    day = fields.day(_("Day"), required=_("Write the day of the meeting."))
    begins = hour(_("Begins"), required=_("Write when the meeting begins."))
    ends = hour(_("Ends"))
    place = fields.line(_("Where"), max_length=200)
    note = fields.words(
        _("Words of the call"),
        help_text=_("Stand first in the letter: what to read beforehand, for example."),
    )
    is_public = fields.tick(
        _("The meeting is public in the calendar of the municipality"),
        help_text=_(
            "Its day and agenda are shown. The minutes are shown when you publish."
        ),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        begins, ends = given.get("begins"), given.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", now_("The meeting ends before it begins."))
        return given

    @property
    def draft(self) -> MeetingDraft:
        given = self.cleaned_data
        return MeetingDraft(
            starts_at=self._at(given["begins"]),
            ends_at=self._at(given["ends"]) if given["ends"] else None,
            place=given["place"],
            note=given["note"],
            is_public=given["is_public"],
        )

    def _at(self, hour: time) -> datetime:
        return datetime.combine(self.cleaned_data["day"], hour, STOCKHOLM)


def initial_of_meeting(meeting: Meeting) -> dict[str, Any]:
    """A meeting as it stands in its form."""
    starts = localtime(meeting.starts_at)
    return {
        "day": starts.date(),
        "begins": starts.time(),
        "ends": localtime(meeting.ends_at).time() if meeting.ends_at else None,
        "place": meeting.place,
        "note": meeting.note,
        "is_public": meeting.is_public,
        "revision": meeting.revision,
    }


class ItemForm(LockForm):
    """An item of the agenda."""

    title = fields.line(
        _("What is the item called?"),
        required=_("Write what the item is called."),
        max_length=200,
    )
    kind = fields.choice(
        _("What is it for?"),
        [(one.value, name) for one, name in KINDS.items()],
        radio=True,
        initial=ItemKind.DECIDE.value,
    )
    text = fields.words(_("What it is about"))
    subject = fields.choice(
        _("Which text is it about?"),
        [],
        help_text=_("The call and the public agenda lead to it."),
    )
    address = forms.URLField(
        label=_("Or a page somewhere else"),
        required=False,
        max_length=600,
        assume_scheme="https",
        error_messages={
            "invalid": _("Write an address on the web, for example https://www.bra.se.")
        },
    )
    is_internal = fields.tick(
        _("Internal"),
        help_text=_(
            "The public reads neither the item nor its minutes, decision and tasks."
        ),
    )

    def __init__(self, *args: Any, among: Sequence[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {one.link: one.name for one in among}
        field = self.fields["subject"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            ("", now_("None")),
            *(
                (str(SUBJECTS[kind]), [(one.link, one.name) for one in rows])
                for kind, rows in groupby(among, key=lambda one: one.kind)
            ),
        ]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("subject") and given.get("address"):
            self.add_error("address", now_("Choose a text or write an address, not both."))
        return given

    @property
    def draft(self) -> ItemDraft:
        given = self.cleaned_data
        link = given["subject"] or given["address"]
        name = self.names.get(link, urlsplit(link).hostname or "")
        return ItemDraft(
            link=link,
            link_name=name,
            title=given["title"],
            kind=ItemKind(given["kind"]),
            text=given["text"],
            is_internal=given["is_internal"],
        )


def initial_of_item(item: AgendaItem) -> dict[str, Any]:
    """An item as it stands in its form."""
    names = ("title", "kind", "text", "is_internal", "revision")
    ours = item.link.startswith("/")
    return {
        **{name: getattr(item, name) for name in names},
        "subject": item.link if ours else "",
        "address": "" if ours else item.link,
    }


class SuggestionsForm(forms.Form):
    """What could be taken up, each with a box to tick."""

    taken = forms.MultipleChoiceField(
        label=_("What is due, and what is new"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["taken"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = offered
