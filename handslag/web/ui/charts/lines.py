"""What was measured over time, with how sure each measurement is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handslag.web.ui.charts import plane as paper
from handslag.web.ui.charts.plane import Chart, Plane, Said, Table
from handslag.web.ui.drawing import Drawing, figure

OWN, OTHER, THIRD = "own", "other", "third"
KINDS = (OWN, OTHER, THIRD)
MOST_DOTS = 40


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement in a series. Without an estimate the line is broken there, and
    `sign` and `state` say why: missing, secret and suppressed are three things."""

    label: str
    estimate: float | None
    lower: float | None = None
    upper: float | None = None
    state: str = ""
    sign: str = ""
    is_preliminary: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """What the line should reach, and the words that stand at it ("mål 25 %")."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal value at one of the places, or at the last one of several."""

    index: int
    value: float


@dataclass(frozen=True, slots=True)
class Line:
    """A series with its name. How it is drawn follows its place: whole, dashed, dotted."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Break:
    """From this place on something else was counted: another law, code or method."""

    index: int
    words: str


@dataclass(frozen=True, slots=True)
class Extras:
    """What may lie on a chart beside its lines."""

    goal: Goal | None = None
    aims: Sequence[Aim] = ()
    breaks: Sequence[Break] = ()
    bars: Sequence[float | None] = ()
    bars_name: str = ""


def series_chart(
    key: str,
    title: str,
    description: str,
    points: Sequence[Point],
    *,
    said: Said,
    goal: Goal | None = None,
) -> Drawing:
    """Measurements over time with their uncertainty as a band under the line.

    `key` makes the ids on the page unique; `said` writes a number as people
    read it ("31 %"). The axis always reaches zero.
    """
    of = [Line(title, points)]
    return line_chart(key, title, description, of, said=said, extras=Extras(goal)).drawing


def line_chart(
    key: str,
    title: str,
    description: str,
    lines: Sequence[Line],
    *,
    said: Said,
    extras: Extras | None = None,
) -> Chart:
    """One to three series on the same paper, and the table that says the same.

    The first is one's own: it has the band, the dots, and its last number written out.
    Raises ValueError("E_SHAPE") when there are more lines than can be told apart, or
    they are not of the same length.
    """
    more = extras or Extras()
    points = lines[0].points
    if len(lines) > len(KINDS) or any(len(one.points) != len(points) for one in lines):
        raise ValueError("E_SHAPE")
    on = paper.plane(len(points), _values(lines, more))
    inside = (
        _preliminary(points, on)
        + paper.grid(on, said)
        + _bars(more.bars, on)
        + "".join(_states(points, on))
        + _breaks(more.breaks, on)
        + "".join(
            run_paths(one.points, on, kind)
            for kind, one in reversed(list(zip(KINDS, lines, strict=False)))
        )
        + _goal(more.goal, on)
        + "".join(_aim(aim, on) for aim in more.aims)
        + paper.labels([point.label for point in points], on)
        + _latest(points, on, said)
        + _names(lines, on)
    )
    height = 260 if len(lines) == 1 else 260 + 26 * len(lines)
    drawing = paper.svg(key, title, description, inside, height=height)
    return Chart(drawing, _table(title, lines, more, said))


def _values(lines: Sequence[Line], more: Extras) -> list[float | None]:
    """All numbers that need room."""
    first = [n for p in lines[0].points for n in (p.estimate, p.lower, p.upper)]
    others = [p.estimate for one in lines[1:] for p in one.points]
    aims = [aim.value for aim in more.aims]
    goal = [more.goal.value] if more.goal else []
    return [*first, *others, *aims, *goal, *more.bars]


def _runs(points: Sequence[Point]) -> list[list[tuple[int, Point]]]:
    """The stretches between missing measurements."""
    runs: list[list[tuple[int, Point]]] = [[]]
    for index, point in enumerate(points):
        if point.estimate is None:
            runs.append([])
        else:
            runs[-1].append((index, point))
    return [run for run in runs if run]


def run_paths(points: Sequence[Point], on: Plane, kind: str = OWN) -> str:
    """A series as it lies on the paper: band, line and dots, broken where it is."""
    return "".join(_run_svg(run, on, kind) for run in _runs(points))


def _run_svg(run: Sequence[tuple[int, Point]], on: Plane, kind: str) -> str:
    corners = [(on.x(i), on.y(p.estimate or 0)) for i, p in run]
    if kind != OWN:
        alone = f'<circle class="pt {kind}" r="4" cx="{figure(corners[0][0])}"'
        dot = f'{alone} cy="{figure(corners[0][1])}"/>' if len(run) == 1 else ""
        return f'<path class="l {kind}" d="{paper.path(corners)}"/>{dot}'
    dots = "".join(
        f'<circle class="pt{" open" if p.is_preliminary else ""}" r="5"'
        f' cx="{figure(x)}" cy="{figure(y)}"/>'
        for (_i, p), (x, y) in zip(run, corners, strict=True)
    )
    dots = dots if on.count <= MOST_DOTS or len(run) == 1 else ""
    return f'{_band(run, on)}<path class="l" d="{paper.path(corners)}"/>{dots}'


def _band(run: Sequence[tuple[int, Point]], on: Plane) -> str:
    low = [(on.x(i), on.y(p.lower)) for i, p in run if p.lower is not None]
    high = [(on.x(i), on.y(p.upper)) for i, p in run if p.upper is not None]
    if not len(low) == len(high) == len(run):
        return ""
    if len(run) == 1:
        return paper.line("interval", low[0], high[0])
    return f'<path class="band" d="{paper.path(high + low[::-1])} Z"/>'


def _preliminary(points: Sequence[Point], on: Plane) -> str:
    """A grey band behind what is not final."""
    return "".join(
        paper.rect(
            "prelim",
            on.x(i) - on.place / 2,
            on.ceiling,
            on.place,
            on.floor - on.ceiling,
        )
        for i, point in enumerate(points)
        if point.is_preliminary
    )


def _bars(bars: Sequence[float | None], on: Plane) -> str:
    wide = on.place * 0.6
    return "".join(
        paper.rect(
            "bar", on.x(i) - wide / 2, on.y(value), wide, on.y(max(on.low, 0)) - on.y(value)
        )
        for i, value in enumerate(bars)
        if value is not None
    )


def _states(points: Sequence[Point], on: Plane) -> list[str]:
    """Why there is no number: a sign at the axis, a hatched box over what is
    suppressed and a dotted one over what is secret."""
    found = []
    for i, point in enumerate(points):
        if point.estimate is not None or not point.sign:
            continue
        if point.state in {"secret", "suppressed"}:
            wide = min(on.place * 0.8, 28)
            drawn = paper.hatched if point.state == "suppressed" else paper.rect
            left, height = on.x(i) - wide / 2, on.floor - on.ceiling
            found.append(drawn(point.state, left, on.ceiling, wide, height))
        found.append(paper.text("mid sign", on.x(i), on.floor - 8, point.sign))
    return found


def _breaks(breaks: Sequence[Break], on: Plane) -> str:
    """A line up and down where something else was counted, with its number; the words
    stand in the table."""
    return "".join(
        paper.line(
            "broken",
            (on.x(one.index) - on.place / 2, on.ceiling - 8),
            (on.x(one.index) - on.place / 2, on.floor),
        )
        + paper.text("mid sign", on.x(one.index) - on.place / 2, on.ceiling - 12, nr)
        for nr, one in enumerate(breaks, start=1)
    )


def _goal(goal: Goal | None, on: Plane) -> str:
    if goal is None:
        return ""
    y = on.y(goal.value)
    return paper.line("goal", (on.left, y), (on.right, y)) + paper.text(
        "end", on.right, y + 18, goal.words
    )


def _aim(aim: Aim, on: Plane) -> str:
    """A goal value at its day: a short thick line, not a measurement."""
    x, y = on.x(aim.index), on.y(aim.value)
    return paper.line("goal aim", (x - 12, y), (x + 12, y))


def _latest(points: Sequence[Point], on: Plane, said: Said) -> str:
    """The last known number, written above its point."""
    for index in reversed(range(len(points))):
        point = points[index]
        if point.estimate is not None:
            top = point.estimate if point.upper is None else point.upper
            shown = said(point.estimate)
            return paper.text("now mid", on.x(index), on.y(top) - 10, shown)
    return ""


def _names(lines: Sequence[Line], on: Plane) -> str:
    """Which line is which, with a piece of it before its name."""
    if len(lines) == 1:
        return ""
    return "".join(
        paper.line(f"l {kind}", (on.left, 272 + 26 * nr), (on.left + 40, 272 + 26 * nr))
        + paper.text("start", on.left + 50, 276 + 26 * nr, one.name)
        for nr, (kind, one) in enumerate(zip(KINDS, lines, strict=False))
    )


def _table(title: str, lines: Sequence[Line], more: Extras, said: Said) -> Table:
    own = lines[0].points
    is_sure = any(p.lower is not None for p in own)
    heads = [pgettext("chart", "When"), *(one.name for one in lines)]
    between = [pgettext("chart", "Between")] if is_sure else []
    bars = [more.bars_name] if more.bars_name else []
    notes = {one.index: one.words for one in more.breaks}
    note = [pgettext("chart", "Note")] if notes or _has_states(own) else []
    rows = []
    for i, point in enumerate(own):
        row = [point.label, *(_said(one.points[i], said) for one in lines)]
        row[2:2] = [_interval(point, said)] if is_sure else []
        row += [_value(more.bars[i], said)] if bars else []
        row += [" ".join(filter(None, (_why(point), notes.get(i, ""))))] if note else []
        rows.append(row)
    return Table(title, [*heads[:2], *between, *heads[2:], *bars, *note], rows)


def _has_states(points: Sequence[Point]) -> bool:
    return any(point.is_preliminary for point in points)


def _why(point: Point) -> str:
    return _("Preliminary.") if point.is_preliminary else ""


def _said(point: Point, said: Said) -> str:
    return point.sign or "–" if point.estimate is None else said(point.estimate)


def _value(value: float | None, said: Said) -> str:
    return "–" if value is None else said(value)


def _interval(point: Point, said: Said) -> str:
    if point.lower is None or point.upper is None:
        return "–"
    return f"{said(point.lower)}–{said(point.upper)}"
