"""Numbers in, SVG out. Colours and letters come from the style sheets alone.

Each drawing says nothing that the words beside it do not say: the bars are
hidden from screen readers, and the chart carries a title and a description.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from handslag.web.ui.drawing import Drawing, figure, words

BAR = 272.0
_ROOM = 1.25
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _bar_svg(height: int, inside: str) -> Drawing:
    return Drawing(
        f'<svg viewBox="0 0 {figure(BAR)} {height}" preserveAspectRatio="none"'
        f' aria-hidden="true">{inside}</svg>'
    )


def _mark(x: float) -> str:
    """The mark may lie on a filled bar: a rim of paper keeps the two apart."""
    at = figure(_clamp(x, 1, BAR - 1))
    where = f'x1="{at}" x2="{at}" y1="1" y2="21"'
    return f'<line class="halo" {where}/><line class="goal" {where}/>'


def target_bar(
    value: float | None,
    goal: float | None,
    *,
    upper: float | None = None,
    scale: float | None = None,
) -> Drawing:
    """What became of it, as a bar, with a mark at what was promised.

    `upper` is the far end of a promised range; `scale` is where the bar ends
    (100 for a share in percent), otherwise a little beyond the largest number.
    Without a number, or without anything to compare with, nothing is drawn.
    """
    if value is None or goal is None:
        return Drawing("")
    marks = [goal] if upper is None else [goal, upper]
    end = scale or max(max(marks) * _ROOM, value * 1.05, 1e-9)
    at = [BAR * mark / end for mark in marks]
    within = ""
    if upper is not None:
        within = (
            f'<rect class="within" x="{figure(at[0])}" y="17"'
            f' width="{figure(max(at[1] - at[0], 0))}" height="3"/>'
        )
    filled = figure(_clamp(BAR * value / end, 0, BAR))
    return _bar_svg(
        22,
        f'<rect class="track" y="7" width="{figure(BAR)}" height="8"/>'
        f'<rect class="fill" y="7" width="{filled}" height="8"/>'
        f'<line class="edge" x1="0" x2="{figure(BAR)}" y1="15.5" y2="15.5"/>'
        + within
        + "".join(_mark(x) for x in at),
    )


def way_bar(start: float, goal: float, reached: float | None) -> Drawing:
    """How much of the way from where it began to the goal has been gone.

    The left end is where it began, the mark is the goal; without a measurement
    the bar is empty. Nothing is drawn where there is no way to go.
    """
    if start == goal:
        return Drawing("")
    end = BAR / _ROOM
    gone = 0.0 if reached in {None, start} else (reached - start) / (goal - start)
    filled = figure(_clamp(end * gone, 0, BAR))
    return _bar_svg(
        22,
        f'<rect class="track" y="7" width="{figure(BAR)}" height="8"/>'
        f'<rect class="fill" y="7" width="{filled}" height="8"/>'
        f'<line class="edge" x1="0" x2="{figure(BAR)}" y1="15.5" y2="15.5"/>' + _mark(end),
    )


def share_bar(estimate: float, lower: float, upper: float) -> Drawing:
    """A share between 0 and 1 as a bar, with its interval as a bracket under it."""
    x, low, high = (figure(BAR * _clamp(part, 0, 1)) for part in (estimate, lower, upper))
    return _bar_svg(
        22,
        f'<rect class="track" y="2" width="{figure(BAR)}" height="8"/>'
        f'<rect class="fill" y="2" width="{x}" height="8"/>'
        f'<line class="interval" x1="{low}" x2="{high}" y1="17" y2="17"/>'
        f'<line class="interval" x1="{low}" x2="{low}" y1="13" y2="21"/>'
        f'<line class="interval" x1="{high}" x2="{high}" y1="13" y2="21"/>',
    )


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement in a series. Without an estimate the line is broken there."""

    label: str
    estimate: float | None
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """What the line should reach, and the words that stand at it ("mål 25 %")."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where numbers lie on the paper."""

    count: int
    top: float

    left: float = 62.0
    right: float = 620.0
    ceiling: float = 28.0
    floor: float = 220.0

    def x(self, index: int) -> float:
        if self.count == 1:
            return (self.left + self.right) / 2
        inset = 24.0
        width = self.right - self.left - 2 * inset
        return self.left + inset + width * index / (self.count - 1)

    def y(self, value: float) -> float:
        return self.floor - (self.floor - self.ceiling) * value / self.top


def _even_step(top: float) -> float:
    """A step such as 5, 10 or 25 that divides 0 to `top` in three or four parts."""
    rough = top / 4
    power = 10.0 ** floor(log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)


def _runs(points: Sequence[Point]) -> list[list[tuple[int, Point]]]:
    """The stretches between missing measurements."""
    runs: list[list[tuple[int, Point]]] = [[]]
    for index, point in enumerate(points):
        if point.estimate is None:
            runs.append([])
        else:
            runs[-1].append((index, point))
    return [run for run in runs if run]


def _path(corners: Sequence[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{figure(x)} {figure(y)}" for x, y in corners)


def _run_svg(run: Sequence[tuple[int, Point]], plane: _Plane) -> str:
    line = _path([(plane.x(i), plane.y(p.estimate or 0)) for i, p in run])
    low = [(plane.x(i), plane.y(p.lower)) for i, p in run if p.lower is not None]
    high = [(plane.x(i), plane.y(p.upper)) for i, p in run if p.upper is not None]
    band = ""
    if len(low) == len(high) == len(run):
        band = f'<path class="band" d="{_path(high + low[::-1])} Z"/>'
    dots = "".join(
        f'<circle class="pt" r="5" cx="{figure(plane.x(i))}"'
        f' cy="{figure(plane.y(p.estimate or 0))}"/>'
        for i, p in run
    )
    return f'{band}<path class="l" d="{line}"/>{dots}'


def _grid(plane: _Plane, step: float, said: Callable[[float], str]) -> str:
    rows = []
    for k in range(round(plane.top / step) + 1):
        y = figure(plane.y(k * step))
        kind = "gr" if k else "ax"
        rows.append(
            f'<line class="{kind}" x1="{figure(plane.left)}" x2="{figure(plane.right)}"'
            f' y1="{y}" y2="{y}"/><text class="end" x="{figure(plane.left - 8)}"'
            f' y="{figure(plane.y(k * step) + 4)}">{words(said(k * step))}</text>'
        )
    return "".join(rows)


def _labels(points: Sequence[Point], plane: _Plane) -> str:
    last = len(points) - 1
    return "".join(
        f'<text class="mid{"" if (last - i) % 2 == 0 else " every-other"}"'
        f' x="{figure(plane.x(i))}" y="246">{words(point.label)}</text>'
        for i, point in enumerate(points)
    )


def _latest(points: Sequence[Point], plane: _Plane, said: Callable[[float], str]) -> str:
    """The last known number, written above its point."""
    for index in reversed(range(len(points))):
        point = points[index]
        if point.estimate is not None:
            top = point.estimate if point.upper is None else point.upper
            return (
                f'<text class="now mid" x="{figure(plane.x(index))}"'
                f' y="{figure(plane.y(top) - 10)}">{words(said(point.estimate))}</text>'
            )
    return ""


def _aim(goal: Goal | None, plane: _Plane) -> str:
    if goal is None:
        return ""
    y = plane.y(goal.value)
    return (
        f'<line class="goal" x1="{figure(plane.left)}" x2="{figure(plane.right)}"'
        f' y1="{figure(y)}" y2="{figure(y)}"/><text class="end" x="{figure(plane.right)}"'
        f' y="{figure(y + 18)}">{words(goal.words)}</text>'
    )


def series_chart(
    key: str,
    title: str,
    description: str,
    points: Sequence[Point],
    *,
    said: Callable[[float], str],
    goal: Goal | None = None,
) -> Drawing:
    """Measurements over time with their uncertainty as a band under the line.

    `key` makes the ids on the page unique; `said` writes a number as people
    read it ("31 %"). The axis always begins at zero.
    """
    known = [n for p in points for n in (p.estimate, p.upper) if n is not None]
    highest = max([*known, goal.value if goal else 0.0, 1e-9]) * 1.05
    step = _even_step(highest)
    plane = _Plane(len(points), step * ceil(highest / step))
    return Drawing(
        f'<svg class="chart" viewBox="0 0 640 260" role="img"'
        f' aria-labelledby="{words(key)}-t {words(key)}-d">'
        f'<title id="{words(key)}-t">{words(title)}</title>'
        f'<desc id="{words(key)}-d">{words(description)}</desc>'
        + _grid(plane, step, said)
        + "".join(_run_svg(run, plane) for run in _runs(points))
        + _aim(goal, plane)
        + _labels(points, plane)
        + _latest(points, plane, said)
        + "</svg>"
    )
