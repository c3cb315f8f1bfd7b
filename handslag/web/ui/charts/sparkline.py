"""A line as small as a word, beside the words that say what it shows."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from handslag.web.ui.charts import plane as paper
from handslag.web.ui.drawing import Drawing, figure

_WIDE, _HIGH, _EDGE = 96.0, 24.0, 4.0
MOST = 24  # the latest periods


def sparkline(values: Sequence[float | None]) -> Drawing:
    """The latest values from nought up, broken where there is none; a dot at the last.
    Decoration alone: the last value must stand in words beside it."""
    shown = values[-MOST:]
    known = [one for one in shown if one is not None]
    if not known:
        return Drawing()
    runs = list(_runs(shown, paper.plane(len(shown), known)))
    lines = [f'<path class="l" d="{paper.path(run)}"/>' for run in runs if len(run) > 1]
    dots = [run[-1] for run in runs[:-1] if len(run) == 1] + [runs[-1][-1]]
    marks = [
        f'<circle class="pt" r="3" cx="{figure(x)}" cy="{figure(y)}"/>' for x, y in dots
    ]
    return Drawing(
        f'<svg class="chart spark" viewBox="0 0 {figure(_WIDE)} {figure(_HIGH)}"'
        f' aria-hidden="true">{"".join([*lines, *marks])}</svg>'
    )


def _runs(
    values: Sequence[float | None], on: paper.Plane
) -> Iterator[list[tuple[float, float]]]:
    """The stretches between what has no number, as corners."""
    across = (_WIDE - 2 * _EDGE) / max(len(values) - 1, 1)
    for is_known, some in groupby(enumerate(values), lambda one: one[1] is not None):
        if is_known:
            yield [(_EDGE + across * at, _height(value or 0, on)) for at, value in some]


def _height(value: float, on: paper.Plane) -> float:
    share = (value - on.low) / (on.high - on.low)
    return _HIGH - _EDGE - (_HIGH - 2 * _EDGE) * share
