"""Figures beside each other, each with how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import pgettext

from handslag.web.ui.charts import plane as paper
from handslag.web.ui.charts.plane import Chart, Plane, Said, Table
from handslag.web.ui.drawing import figure

LEFT, RIGHT, ROW = 12.0, 560.0, 46.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure with its interval. Without an estimate `sign` says why; `is_own` marks
    the one that the reader looks for, `is_weak` one that is too unsure to lean on."""

    label: str
    estimate: float | None
    lower: float | None = None
    upper: float | None = None
    n: int | None = None
    sign: str = ""
    is_own: bool = False
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What the figures are held against: the nation, no change, the goal."""

    value: float
    words: str


def dot_plot(
    key: str,
    title: str,
    description: str,
    dots: Sequence[Dot],
    *,
    said: Said,
    mark: Mark | None = None,
    bars: bool = False,
) -> Chart:
    """A row for each figure: its name, and under it the dot with its interval.

    With `bars` each begins at nought, for counts and shares; without, the paper shows
    only the stretch where the figures lie, for ratios and differences.
    """
    values = [n for one in dots for n in (one.estimate, one.lower, one.upper)]
    ends = [n for n in [*values, mark.value if mark else None] if n is not None]
    on = _across(len(dots), ends or [0.0], bars=bars)
    height = on.floor + 30
    inside = _down(on, said) + _marked(mark, on)
    inside += "".join(_row(one, i, on, said, bars=bars) for i, one in enumerate(dots))
    return Chart(
        paper.svg(key, title, description, inside, height=height),
        _table(title, dots, said),
    )


def _across(count: int, ends: Sequence[float], *, bars: bool) -> Plane:
    low, high = min(ends), max(ends)
    if bars:
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    low, high = low if bars and low == 0 else low - room, high + room
    step = paper.even_step(high - low)
    bottom = 40.0 + ROW * count
    return Plane(count, high, low, step, LEFT, RIGHT, 28.0, bottom)


def _at(value: float, on: Plane) -> float:
    return on.left + (on.right - on.left) * (value - on.low) / (on.high - on.low)


def _down(on: Plane, said: Said) -> str:
    """The lines up and down, each with its number under it."""
    first = -int(-on.low // on.step)
    values = [k * on.step for k in range(first, first + 12) if k * on.step <= on.high]
    return "".join(
        paper.line("gr", (_at(value, on), on.ceiling), (_at(value, on), on.floor))
        + paper.text(
            "mid" if nr % 2 == 0 else "mid every-other",
            _at(value, on),
            on.floor + 20,
            said(value),
        )
        for nr, value in enumerate(values)
    )


def _marked(mark: Mark | None, on: Plane) -> str:
    if mark is None:
        return ""
    x = _at(mark.value, on)
    side = "end" if x > (on.left + on.right) / 2 else "start"
    at = x - 6 if side == "end" else x + 6
    return paper.line("goal", (x, on.ceiling - 6), (x, on.floor)) + paper.text(
        side, at, on.ceiling - 10, mark.words
    )


def _row(one: Dot, nr: int, on: Plane, said: Said, *, bars: bool) -> str:
    y = on.ceiling + 12 + ROW * nr + 26
    kind = " own" if one.is_own else ""
    name = paper.text(f"start{' now' if one.is_own else ''}", on.left, y - 12, one.label)
    if one.estimate is None:
        return name + paper.text("end now", paper.WIDTH - 8, y + 4, one.sign or "–")
    x, drawn = _at(one.estimate, on), ""
    if bars:
        zero = _at(max(0.0, on.low), on)
        drawn += paper.rect(f"bar{kind}", min(x, zero), y - 6, abs(x - zero), 12)
    if one.lower is not None and one.upper is not None:
        drawn += _whisker(_at(one.lower, on), _at(one.upper, on), y)
    shape = "pt open" if one.is_weak else f"pt{kind}"
    drawn += f'<circle class="{shape}" r="5" cx="{figure(x)}" cy="{figure(y)}"/>'
    return name + drawn + paper.text("end now", paper.WIDTH - 8, y + 4, said(one.estimate))


def _whisker(low: float, high: float, y: float) -> str:
    return (
        paper.line("interval", (low, y), (high, y))
        + paper.line("interval", (low, y - 5), (low, y + 5))
        + paper.line("interval", (high, y - 5), (high, y + 5))
    )


def _table(title: str, dots: Sequence[Dot], said: Said) -> Table:
    has_n = any(one.n is not None for one in dots)
    columns = [pgettext("chart", "What"), pgettext("chart", "Value")]
    columns.append(pgettext("chart", "Between"))
    rows = [[one.label, *_cells(one, said)] for one in dots]
    if has_n:
        columns.append(pgettext("chart", "Number"))
        for row, one in zip(rows, dots, strict=True):
            row.append("–" if one.n is None else str(one.n))
    return Table(title, columns, rows)


def _cells(one: Dot, said: Said) -> tuple[str, str]:
    if one.estimate is None:
        return one.sign or "–", "–"
    if one.lower is None or one.upper is None:
        return said(one.estimate), "–"
    return said(one.estimate), f"{said(one.lower)}–{said(one.upper)}"
