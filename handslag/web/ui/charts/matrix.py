"""When it happens: hours across, days down, darker where there is more."""

from collections.abc import Sequence
from dataclasses import dataclass

from handslag.web.ui.charts import plane as paper
from handslag.web.ui.charts.plane import Chart, Table
from handslag.web.ui.drawing import figure

STEPS = 5
LEFT, TOP, ROW = 112.0, 34.0, 30.0


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: how dark (0 to 5), what the table says, and whether it stands out from
    what the rest of the row and the column would give (`is_unusual`). `is_hidden` is one
    that may not be shown."""

    step: int
    said: str
    is_unusual: bool = False
    is_hidden: bool = False


def matrix(
    key: str,
    title: str,
    description: str,
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[Square]],
) -> Chart:
    """Rows of squares. With at most eight columns each square bears its number.

    Raises ValueError("E_SHAPE") when the cells do not fit the names.
    """
    if len(cells) != len(rows) or any(len(row) != len(columns) for row in cells):
        raise ValueError("E_SHAPE")
    wide = (paper.WIDTH - LEFT - 8) / len(columns)
    every = -(-len(columns) // 8)
    heads = "".join(
        paper.text("mid", LEFT + wide * (i + 0.5), TOP - 10, name)
        for i, name in enumerate(columns)
        if i % every == 0
    )
    drawn = "".join(
        paper.text("end", LEFT - 8, TOP + ROW * (nr + 0.5) + 5, name)
        + "".join(
            _square(one, i, nr, wide, numbered=every == 1) for i, one in enumerate(row)
        )
        for nr, (name, row) in enumerate(zip(rows, cells, strict=True))
    )
    height = TOP + ROW * len(rows) + 12
    table = [
        [name, *(one.said for one in row)] for name, row in zip(rows, cells, strict=True)
    ]
    return Chart(
        paper.svg(key, title, description, heads + drawn, height=height),
        Table(title, ["", *columns], table),
    )


def step_of(value: float, highest: float) -> int:
    """How dark a value is: none for nought, else one of five equal parts."""
    if value <= 0 or highest <= 0:
        return 0
    return min(STEPS, 1 + int(STEPS * value / highest * 0.999999))


def _square(one: Square, column: int, row: int, wide: float, *, numbered: bool) -> str:
    left, top = LEFT + wide * column, TOP + ROW * row
    box = (left + 1, top + 1, wide - 2, ROW - 2)
    if one.is_hidden:
        return paper.hatched("suppressed", *box)
    drawn = paper.rect(f"heat heat-{one.step}", *box)
    middle = left + wide / 2
    if numbered:
        drawn += paper.text(
            f"mid heat-words-{one.step}", middle, top + ROW / 2 + 5, one.said
        )
    if one.is_unusual:
        at = f'cx="{figure(middle)}" cy="{figure(top + (6 if numbered else ROW / 2))}"'
        drawn += f'<circle class="unusual" r="4" {at}/>'
    return drawn
