"""How dense something lies over an area: a picture, never a test."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from handslag.web.ui.charts import plane as paper
from handslag.web.ui.charts.matrix import STEPS
from handslag.web.ui.charts.plane import Chart, Table
from handslag.web.ui.drawing import figure

TALLEST = 560.0
_LETTER, _BELOW, _ROOM = 14.0, 44.0, 12.0


@dataclass(frozen=True, slots=True)
class Area:
    """What is drawn, in squares from the south-west corner.

    `steps` has how dark each square is, 0 to 5, a row for each from the south; `lines`
    are borders, `names` what one finds one's way by (x, y, name), the most known first,
    and `ruler` so many squares with what is written under them.
    """

    steps: Sequence[Sequence[int]]
    ruler: tuple[float, str]
    lines: Sequence[Sequence[tuple[float, float]]] = field(default_factory=tuple)
    names: Sequence[tuple[float, float, str]] = field(default_factory=tuple)

    @property
    def rows(self) -> int:
        return len(self.steps)

    @property
    def columns(self) -> int:
        return len(self.steps[0])

    @property
    def scale(self) -> float:
        """The side of a square, in units of the chart."""
        return min(paper.WIDTH / self.columns, TALLEST / self.rows)


def surface(key: str, title: str, description: str, area: Area, table: Table) -> Chart:
    """The squares on their ground, names on top, a ruler below.

    Raises ValueError("E_SHAPE") for rows of different lengths, or none.
    """
    if not area.steps or len({len(row) for row in area.steps}) != 1 or not area.columns:
        raise ValueError("E_SHAPE")
    wide, high = area.scale * area.columns, area.scale * area.rows
    left = (paper.WIDTH - wide) / 2
    window = (
        f'<svg x="{figure(left)}" y="0" width="{figure(wide)}" height="{figure(high)}"'
        f' viewBox="0 0 {area.columns} {area.rows}">'
        + paper.rect("ground", 0, 0, area.columns, area.rows)
        + "".join(_squares(area))
        + "".join(_border(line, area.rows) for line in area.lines)
        + "</svg>"
    )
    inside = window + "".join(_names(area, left)) + _ruler(area, left, high)
    drawn = paper.svg(key, title, description, inside, height=high + _BELOW)
    return Chart(drawn, table)


def _squares(area: Area) -> Iterator[str]:
    """One path for each darkness: runs of squares beside each other are one box."""
    for step in range(1, STEPS + 1):
        boxes = []
        for row, own in enumerate(area.steps):
            at = 0
            for is_so, run in groupby(own, lambda one, step=step: one == step):  # type: ignore[misc]
                many = len(list(run))
                if is_so:
                    boxes.append(f"M{at} {area.rows - row - 1}h{many}v1h-{many}z")
                at += many
        if boxes:
            shape = 'shape-rendering="crispEdges"'
            yield f'<path class="heat-{step}" {shape} d="{"".join(boxes)}"/>'


def _border(line: Sequence[tuple[float, float]], rows: int) -> str:
    way = paper.path([(x, rows - y) for x, y in line])
    return f'<path class="border" d="{way}"/>'


def _names(area: Area, left: float) -> Iterator[str]:
    """Names that lie in the window, as far as there is room for them."""
    taken: list[tuple[float, float, float, float]] = []
    for x, y, name in area.names:
        at = (left + area.scale * x, area.scale * (area.rows - y))
        half = paper.LETTER * len(name) / 2
        box = (at[0] - half, at[1] - _LETTER, at[0] + half, at[1] + _LETTER / 2)
        is_inside = box[0] >= 0 and box[2] <= paper.WIDTH and box[1] >= 0
        is_inside = is_inside and box[3] <= area.scale * area.rows
        if is_inside and not any(_meet(box, other) for other in taken):
            taken.append(box)
            yield paper.text("mid now", *at, name)


def _meet(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return (
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    )


def _ruler(area: Area, left: float, high: float) -> str:
    squares, said = area.ruler
    y, end = high + _ROOM, left + area.scale * squares
    return paper.line("ax", (left, y), (end, y)) + paper.text(
        "", left, y + 1.5 * _LETTER, said
    )
