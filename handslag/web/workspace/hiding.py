"""What is to be hidden in a photo, before anybody else sees it."""

from django import forms
from django.utils.translation import gettext_lazy

from handslag.core.files.hiding import LONGEST_ALT, Box, Grid, boxes_from, grid_of
from handslag.core.files.pictures import size_of
from handslag.core.refusals import NotAllowedError
from handslag.web.words import refusal


def grid_over(waiting: bytes | memoryview | None) -> Grid:
    """The squares over a photo that was taken in and waits."""
    return grid_of(*size_of(bytes(waiting or b"")))


class HidingForm(forms.Form):
    """What is to be hidden: boxes that were drawn, or squares that were ticked."""

    boxes = forms.CharField(required=False, widget=forms.HiddenInput)
    alt = forms.CharField(
        label=gettext_lazy("What does the photo show?"),
        help_text=gettext_lazy("For those who cannot see it. The place, not persons."),
        max_length=LONGEST_ALT,
        error_messages={
            "required": gettext_lazy(
                "Write what the photo shows, for those who cannot see it."
            )
        },
    )
    squares = forms.TypedMultipleChoiceField(required=False, coerce=int)

    def __init__(self, *args: object, grid: Grid, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.grid = grid
        numbers = range(grid.columns * grid.rows)
        self.fields["squares"].choices = [(n, n) for n in numbers]  # type: ignore[attr-defined]

    @property
    def ticked(self) -> set[str]:
        return set(self.data.getlist("squares")) if self.is_bound else set()  # type: ignore[attr-defined]

    @property
    def rows(self) -> list[list[dict[str, object]]]:
        """The squares over the picture, each with the name of its row and column."""
        columns = self.grid.columns
        return [
            [
                {
                    "number": row * columns + column,
                    "name": f"{'ABCDEFGHIJKL'[row]}{column + 1}",
                    "is_ticked": str(row * columns + column) in self.ticked,
                }
                for column in range(columns)
            ]
            for row in range(self.grid.rows)
        ]

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        try:
            drawn = boxes_from(said.get("boxes", ""))
            ticked = self.grid.boxes(said.get("squares", []))
        except NotAllowedError as error:
            self.add_error(None, refusal(error))
        else:
            self.hidden: list[Box] = [*drawn, *ticked]
        return said
