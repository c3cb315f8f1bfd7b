"""The rows of the editor that hang on a promise: its owners and its activities."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.promises.rules.drafts import ActivityDraft, OwnerDraft
from handslag.domain.promises.rules.words import Part
from handslag.web.words.promises import PARTS
from handslag.web.workspace import fields

Choices = Sequence[tuple[str, str]]


class OwnerRow(forms.Form):
    """An organisation and its part in the promise."""

    organisation = fields.choice(_("Organisation"), [])
    part = fields.choice(
        _("Part"), [(part.value, PARTS[part]) for part in Part], initial="owner"
    )

    def __init__(self, *args: Any, organisations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "organisation", organisations)

    @property
    def is_given(self) -> bool:
        return bool(self.cleaned_data.get("organisation"))

    def draft(self, number_of: dict[str, int]) -> OwnerDraft:
        given = self.cleaned_data
        return OwnerDraft(
            number_of[given["organisation"]], Part(given["part"] or Part.OWNER)
        )


LEVELS = (
    ("1", _("Activity")),
    ("2", _("Part of the activity above")),
    ("3", _("Part of that part")),
)


class ActivityRow(forms.Form):
    """What is done within the promise. A deeper one belongs to the nearest above it."""

    text = fields.words(_("What is done"), rows=2)
    level = fields.choice(_("Level"), LEVELS, initial="1")
    place_stated = fields.line(_("Where"), max_length=300)
    when_stated = fields.line(_("When"), max_length=300)
    owner = fields.choice(_("Who does it"), [])

    def __init__(self, *args: Any, organisations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "owner", organisations)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        typed = any(given.get(name) for name in ("place_stated", "when_stated", "owner"))
        if typed and not given.get("text"):
            self.add_error("text", now_("Write what is done."))
        return given

    @property
    def is_given(self) -> bool:
        return bool(self.cleaned_data.get("text"))

    def draft(self, number_of: dict[str, int]) -> ActivityDraft:
        given = self.cleaned_data
        return ActivityDraft(
            text=given["text"],
            level=int(given["level"] or 1),
            place_stated=given["place_stated"],
            when_stated=given["when_stated"],
            owner=number_of.get(given["owner"]),
        )


def _offer(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.choices = [("", _("Choose")), *choices]
