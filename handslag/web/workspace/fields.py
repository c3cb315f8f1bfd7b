"""The fields that forms of the workspace are made of, each with its own sentence."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handslag.web.ui.rendering import Choices

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Text: TypeAlias = "str | _StrPromise"

A_DAY = _("Write a date, for example 2026-11-14.")
A_NUMBER = _("Write a number, for example 4 or 2.5.")
A_WHOLE_NUMBER = _("Write a whole number, for example 4.")


class Number(forms.DecimalField):
    """A number that stands in its field as people write it: 4, not 4.0000."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        plain = f"{value.normalize():f}"
        return plain.replace(".", ",") if get_language() == "sv" else plain


def line(label: Text, *, required: Text = "", **more: Any) -> forms.CharField:
    """One line of text. `required`: the sentence for whoever leaves it empty."""
    return forms.CharField(label=label, **_asked(required), **more)


def words(label: Text, *, required: Text = "", **more: Any) -> forms.CharField:
    """Text of several lines."""
    rows = more.pop("rows", 3)
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=area, **_asked(required), **more)


def day(label: Text, *, required: Text = "", **more: Any) -> forms.DateField:
    """One day, as year-month-day."""
    messages = {"invalid": A_DAY, **_asked(required)["error_messages"]}
    return forms.DateField(
        label=label,
        required=bool(required),
        error_messages=messages,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        **more,
    )


def number(label: Text, *, required: Text = "", **more: Any) -> Number:
    """A number, with a decimal comma or point."""
    messages = {
        **dict.fromkeys(
            ("invalid", "max_digits", "max_decimal_places", "max_whole_digits"), A_NUMBER
        ),
        **_asked(required)["error_messages"],
    }
    return Number(
        label=label,
        required=bool(required),
        error_messages=messages,
        max_digits=14,
        decimal_places=4,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "short"}),
        **more,
    )


def choice(
    label: Text, choices: Any, *, required: Text = "", **more: Any
) -> forms.ChoiceField:
    """One of several, in a list or, with `radio=True`, as buttons."""
    if more.pop("radio", False):
        more["widget"] = forms.RadioSelect
    more.setdefault("widget", Choices)
    return forms.ChoiceField(label=label, choices=choices, **_asked(required), **more)


def tick(label: Text, **more: Any) -> forms.BooleanField:
    """Yes, or not."""
    return forms.BooleanField(label=label, required=False, **more)


def upload(help_text: Text) -> forms.FileField:
    """A file that somebody chooses."""
    return forms.FileField(
        label=_("File"),
        help_text=help_text,
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )


def _asked(sentence: Text) -> dict[str, Any]:
    if not sentence:
        return {"required": False, "error_messages": {}}
    return {"required": True, "error_messages": {"required": sentence}}
