"""The forms of a file of figures: the file, and what its columns are."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.core.text import fold
from handslag.domain.series.rules.importing import COLUMNS, Chosen
from handslag.web.forms import LockForm
from handslag.web.guarded import guarded
from handslag.web.words.figure_files import COLUMN_NAMES, KINDS
from handslag.web.workspace import fields

FIRST_YEAR, LAST_YEAR = 1968, 2100
_LONGEST_NAME, _LONGEST_UNIT = 120, 60
_GUESSES = {
    "area": ("kommun", "region", "omrade", "lan", "kod"),
    "period": ("ar", "period", "manad", "kvartal", "datum"),
    "amount": ("antal", "varde", "andel", "tal"),
    "of": ("brott", "amne", "typ", "matt"),
    "sex": ("kon",),
    "state": ("status", "lage", "anmarkning"),
}


class FileForm(forms.Form):
    """Which file it is."""

    kind = fields.choice(
        _("Which file is it?"),
        list(KINDS.items()),
        required=_("Choose which file it is."),
        radio=True,
    )
    year = forms.IntegerField(
        label=_("Which year is it of?"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        help_text=_("Only for a list of population that does not say its year."),
        error_messages={"invalid": _("Write a year, for example 2025.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    file = fields.upload(_("CSV, Excel (.xlsx) or JSON, at most 10 MB."))

    @property
    def chosen(self) -> Chosen:
        return Chosen(year=self.cleaned_data["year"])


class ColumnsForm(LockForm):
    """What a table is about, and under which heading each thing stands."""

    name = guarded(
        fields.line(
            _("What is the table about?"),
            required=_("Write what the table is about."),
            max_length=_LONGEST_NAME,
        )
    )
    unit = fields.line(
        _("What is counted?"),
        required=_("Write what is counted, for example reports or per cent."),
        max_length=_LONGEST_UNIT,
    )

    def __init__(self, *args: Any, headings: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(name, name) for name in headings if name]
        for one in COLUMNS:
            self.fields[one] = fields.choice(
                str(COLUMN_NAMES[one]),
                [("", _("No column")), *offered],
                initial=_guessed(one, headings),
            )

    @property
    def columns(self) -> Iterator[forms.BoundField]:
        return (self[one] for one in COLUMNS)

    @property
    def chosen(self) -> Chosen:
        given = self.cleaned_data
        columns = {one: given[one] for one in COLUMNS}
        return Chosen(name=given["name"], unit=given["unit"], columns=columns)


def _guessed(column: str, headings: Sequence[str]) -> str:
    """The first heading that begins as such a column is called."""
    return next((name for name in headings if fold(name).startswith(_GUESSES[column])), "")
