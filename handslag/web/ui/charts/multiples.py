"""The same chart many times, small, on one scale: so that areas can be compared."""

from collections.abc import Sequence

from django.utils.translation import pgettext

from handslag.web.ui.charts import plane as paper
from handslag.web.ui.charts.lines import Line, run_paths
from handslag.web.ui.charts.plane import Chart, Plane, Said, Table

COLUMNS, WIDE, TALL = 2, 320.0, 128.0


def small_multiples(
    key: str, title: str, description: str, lines: Sequence[Line], *, said: Said
) -> Chart:
    """A panel for each line, all with the same scale, which reaches nought.

    Raises ValueError("E_SHAPE") when the lines are not of the same length.
    """
    count = len(lines[0].points)
    if any(len(one.points) != count for one in lines):
        raise ValueError("E_SHAPE")
    values = [n for one in lines for p in one.points for n in (p.estimate, p.upper)]
    whole = paper.plane(count, values)
    inside = "".join(_panel(one, nr, whole, said) for nr, one in enumerate(lines))
    height = TALL * -(-len(lines) // COLUMNS)
    return Chart(
        paper.svg(key, title, description, inside, height=height),
        _table(title, lines, said),
    )


def _panel(one: Line, nr: int, whole: Plane, said: Said) -> str:
    left, top = WIDE * (nr % COLUMNS), TALL * (nr // COLUMNS)
    on = Plane(
        whole.count,
        whole.high,
        whole.low,
        whole.step,
        left + 8,
        left + WIDE - 64,
        top + 38,
        top + TALL - 14,
    )
    base = paper.line("ax", (on.left, on.y(0)), (on.right, on.y(0)))
    last = next((p for p in reversed(one.points) if p.estimate is not None), None)
    level = 0.0 if last is None or last.estimate is None else last.estimate
    value = "–" if last is None else said(level)
    return (
        paper.text("start", left + 8, top + 22, one.name)
        + base
        + run_paths(one.points, on)
        + paper.text("start now", left + WIDE - 58, on.y(level) + 4, value)
    )


def _table(title: str, lines: Sequence[Line], said: Said) -> Table:
    rows = [
        [
            point.label,
            *(
                "–" if (value := one.points[i].estimate) is None else said(value)
                for one in lines
            ),
        ]
        for i, point in enumerate(lines[0].points)
    ]
    return Table(title, [pgettext("chart", "When"), *(one.name for one in lines)], rows)
