"""The paper of a chart: where numbers lie on it, its lines and its letters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from handslag.web.ui.drawing import Drawing, figure, words

WIDTH = 640.0
MOST_LABELS = 12
SHORT = 4  # letters, such as a year
LETTER = 8.5  # the width of one, at most, on a wide screen
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_SMALLEST = 1e-9

Said = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Table:
    """What a drawing shows, as a table."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and its table twin: the one is never shown without the other."""

    drawing: Drawing
    table: Table


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the numbers `low` to `high` and `count` places beside each other lie."""

    count: int
    high: float
    low: float = 0.0
    step: float = 1.0

    left: float = 62.0
    right: float = 620.0
    ceiling: float = 28.0
    floor: float = 220.0

    @property
    def inset(self) -> float:
        """From the edge to the first place: half a place, at most a finger."""
        return min(24.0, (self.right - self.left) / (2 * max(self.count, 1)))

    @property
    def place(self) -> float:
        """The width of one place."""
        if self.count < 2:  # noqa: PLR2004 - two places have a distance
            return 2 * self.inset
        return (self.right - self.left - 2 * self.inset) / (self.count - 1)

    def x(self, index: float) -> float:
        if self.count == 1:
            return (self.left + self.right) / 2
        return self.left + self.inset + self.place * index

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.floor - (self.floor - self.ceiling) * share


def even_step(length: float) -> float:
    """A step such as 5, 10 or 25 that divides a length in three or four parts."""
    rough = length / 4
    power = 10.0 ** floor(log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)


def plane(count: int, values: Iterable[float | None]) -> Plane:
    """A plane with room for the values. It reaches nought, so that no change looks
    larger than it is."""
    known = [value for value in values if value is not None]
    high = max([*known, _SMALLEST]) * 1.05
    low = min([*known, 0.0]) * 1.05
    step = even_step(high - low)
    return Plane(count, step * ceil(high / step), step * floor(low / step), step)


def svg(key: str, title: str, description: str, inside: str, *, height: float) -> Drawing:
    """The frame of each chart: it has a name, and says what it shows."""
    key = words(key)
    return Drawing(
        f'<svg class="chart" viewBox="0 0 {figure(WIDTH)} {figure(height)}" role="img"'
        f' aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{words(title)}</title>'
        f'<desc id="{key}-d">{words(description)}</desc>{inside}</svg>'
    )


def line(kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    return (
        f'<line class="{kind}" x1="{figure(start[0])}" x2="{figure(end[0])}"'
        f' y1="{figure(start[1])}" y2="{figure(end[1])}"/>'
    )


def text(kind: str, x: float, y: float, what: object) -> str:
    return f'<text class="{kind}" x="{figure(x)}" y="{figure(y)}">{words(what)}</text>'


def rect(kind: str, left: float, top: float, width: float, height: float) -> str:
    return (
        f'<rect class="{kind}" x="{figure(left)}" y="{figure(top)}"'
        f' width="{figure(max(width, 0))}" height="{figure(max(height, 0))}"/>'
    )


def hatched(kind: str, left: float, top: float, width: float, height: float) -> str:
    """A box with lines aslant: there is a figure, but it may not be shown."""
    gap, lines = 9.0, []
    for k in range(1, int((width + height) / gap) + 1):
        along = k * gap
        start = (left + max(0.0, along - height), top + min(along, height))
        end = (left + min(along, width), top + max(0.0, along - width))
        lines.append(path([start, end]))
    inside = f'<path class="{kind}" d="{" ".join(lines)}"/>'
    return rect(kind, left, top, width, height) + inside


def path(corners: Sequence[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{figure(x)} {figure(y)}" for x, y in corners)


def grid(on: Plane, said: Said) -> str:
    """The lines across, each with its number; the one at nought is darker."""
    rows = []
    for k in range(round((on.high - on.low) / on.step) + 1):
        value = on.low + k * on.step
        kind = "ax" if abs(value) < on.step / 2 else "gr"
        y = on.y(value)
        rows.append(line(kind, (on.left, y), (on.right, y)))
        rows.append(text("end", on.left - 8, y + 4, said(value)))
    return "".join(rows)


def labels(names: Sequence[str], on: Plane) -> str:
    """The names under the places: as many as there is room for, the last one always."""
    longest = max(map(len, names), default=0)
    room = max(2, min(MOST_LABELS, int((on.right - on.left) / (longest * LETTER + LETTER))))
    last, stride = len(names) - 1, -(-len(names) // room)
    return "".join(
        _label(name, on, i, is_last=i == last, is_each=(last - i) % (2 * stride) == 0)
        for i, name in enumerate(names)
        if (last - i) % stride == 0
    )


def _label(name: str, on: Plane, index: int, *, is_last: bool, is_each: bool) -> str:
    """A long name at the end begins further in, so that it keeps within the paper."""
    if is_last and len(name) > SHORT and on.right - on.x(index) < LETTER * len(name):
        return text("end", WIDTH - 2, on.floor + 26, name)
    return text("mid" if is_each else "mid every-other", on.x(index), on.floor + 26, name)
