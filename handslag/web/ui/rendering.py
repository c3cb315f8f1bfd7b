"""Django's forms, drawn with the templates of ui/."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django.forms import Select
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe


class FormRenderer(DjangoTemplates):
    """`{{ form }}` and `{{ field.as_field_group }}` as the rest of the pages look."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


class Choices(Select):
    """A list to choose in, written as Django writes it but without a template for each
    choice: forty kinds took longer than the hundred lines that they narrow."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: object = None,
    ) -> SafeString:
        chosen = set(self.format_value(value))
        written = self.build_attrs(self.attrs, attrs)
        choices = _choices(self.choices, chosen)
        opened = f'<select name="{escape(name)}"{flatatt(written)}>'
        return mark_safe(f"{opened}{choices}</select>")  # noqa: S308


def _choices(choices: Iterable[Any], chosen: set[str]) -> str:
    """Each choice, and those with a heading together under it."""
    return "".join(
        f'<optgroup label="{escape(str(label))}">{_choices(value, chosen)}</optgroup>'
        if isinstance(value, list | tuple)
        else _choice("" if label is None else str(label), value, chosen)
        for label, value in choices
    )


def _choice(value: str, words: object, chosen: set[str]) -> str:
    mark = " selected" if value in chosen else ""
    return f'<option value="{escape(value)}"{mark}>{escape(str(words))}</option>'
