"""The forms of a file of points: what it is, and what its columns are."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.core.text import fold
from handslag.domain.analysis.rules.files import COLUMNS, Grid, PointFileDraft
from handslag.web.forms import LockForm
from handslag.web.guarded import Guarded, guarded
from handslag.web.words.point_files import COLUMN_NAMES, GRIDS
from handslag.web.workspace import fields

_LONGEST, _LONGEST_COVERS = 120, 500
_GUESSES = {
    "day": ("datum", "dag", "date"),
    "time": ("tid", "klock", "time"),
    "until": ("till", "senast", "slut"),
    "north": ("nord", "n", "lat", "y"),
    "east": ("ost", "e", "lon", "long", "x"),
    "kind": ("typ", "kategori", "art", "slag"),
}
_SHORT = 3  # letters: a shorter guess is the whole heading


class PointFileForm(Guarded, forms.Form):
    """What is counted, by whom, and what the file covers."""

    name = guarded(
        fields.line(
            _("What is it?"),
            required=_("Write what the file is of."),
            max_length=_LONGEST,
            help_text=_("For example: damage to the municipality's buildings."),
        )
    )
    counted_by = guarded(
        fields.line(
            _("Who has counted?"),
            required=_("Write who has counted: a function, not a person."),
            max_length=_LONGEST,
            help_text=_("For example: the property department."),
        )
    )
    covers = guarded(
        fields.words(
            _("What does it cover, and what does it not?"),
            required=_("Write what the file covers: whoever reads the answer will ask."),
            max_length=_LONGEST_COVERS,
            help_text=_("It stands with every answer."),
        )
    )
    covers_from = fields.day(_("From which day is it whole?"), required=_("Write a day."))
    covers_to = fields.day(_("To which day is it whole?"), required=_("Write a day."))
    grid = fields.choice(
        _("How are the places written?"),
        list(GRIDS.items()),
        required=_("Choose one."),
        radio=True,
        initial=Grid.SWEREF.value,
    )
    file = fields.upload(_("CSV or Excel (.xlsx), at most 10 MB and 50,000 lines."))

    def draft(self) -> PointFileDraft:
        given = self.cleaned_data
        return PointFileDraft(
            name=given["name"],
            counted_by=given["counted_by"],
            covers=given["covers"],
            covers_from=given["covers_from"],
            covers_to=given["covers_to"],
            grid=Grid(given["grid"]),
        )


class PointColumnsForm(LockForm):
    """Under which heading each thing stands."""

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
    def chosen(self) -> dict[str, str]:
        return {one: self.cleaned_data[one] for one in COLUMNS}


def _guessed(column: str, headings: Sequence[str]) -> str:
    """The first heading that begins as such a column is called."""
    for name in headings:
        folded = fold(name)
        for guess in _GUESSES[column]:
            if folded == guess or (len(guess) >= _SHORT and folded.startswith(guess)):
                return name
    return ""
