"""Compared with similar: small places vary more, and the funnel says how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import pgettext

from handslag.web.ui.charts import plane as paper
from handslag.web.ui.charts.plane import Chart, Plane, Said, Table
from handslag.web.ui.drawing import figure


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the funnel: how large it is, its ratio to what was expected, and where
    it lies, in words, for the table."""

    name: str
    size: float
    ratio: float
    where: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What chance gives, at some sizes in rising order: the inner and the outer lines."""

    sizes: Sequence[float]
    inner: tuple[Sequence[float], Sequence[float]]
    outer: tuple[Sequence[float], Sequence[float]]


def funnel_plot(
    key: str,
    title: str,
    description: str,
    places: Sequence[Place],
    limits: Limits,
    *,
    said: Said,
    size_said: Said,
    size_name: str,
) -> Chart:
    """Each place by its size; inside the funnel is what chance gives.

    `said` writes a ratio, `size_said` a size; `size_name` says what the size is.
    """
    highest = max(place.ratio for place in places)
    top = max(highest, min(max(limits.outer[1]), 2 * highest))
    on = paper.plane(1, [top])
    largest = max(limits.sizes)
    inside = (
        paper.grid(on, said)
        + _between(limits.sizes, limits.outer, on, largest, "band faint")
        + _between(limits.sizes, limits.inner, on, largest, "band")
        + paper.line("goal", (on.left, on.y(1)), (on.right, on.y(1)))
        + "".join(_dot(place, on, largest) for place in sorted(places, key=_own_last))
        + _along(on, largest, size_said)
        + paper.text("end", on.right, 268, size_name)
    )
    drawing = paper.svg(key, title, description, inside, height=280)
    return Chart(drawing, _table(title, places, said, size_said, size_name))


def _along(on: Plane, largest: float, size_said: Said) -> str:
    """The sizes under the paper."""
    return "".join(
        paper.text(
            "mid" if nr % 2 else "mid every-other",
            _x(size, on, largest),
            246,
            size_said(size),
        )
        for nr, size in enumerate(_ticks(largest))
    )


def _own_last(place: Place) -> bool:
    return place.is_own


def _ticks(largest: float) -> list[float]:
    step = paper.even_step(largest)
    return [k * step for k in range(1, int(largest / step + 1e-9) + 1)]


def _x(size: float, on: Plane, largest: float) -> float:
    return on.left + (on.right - on.left) * size / largest


def _between(
    sizes: Sequence[float],
    ends: tuple[Sequence[float], Sequence[float]],
    on: Plane,
    largest: float,
    kind: str,
) -> str:
    low, high = (
        [
            (_x(size, on, largest), on.y(min(max(value, on.low), on.high)))
            for size, value in zip(sizes, side, strict=True)
        ]
        for side in ends
    )
    return f'<path class="{kind}" d="{paper.path(high + low[::-1])} Z"/>'


def _dot(place: Place, on: Plane, largest: float) -> str:
    x, y = _x(min(place.size, largest), on, largest), on.y(place.ratio)
    if not place.is_own:
        return f'<circle class="pt small" r="5" cx="{figure(x)}" cy="{figure(y)}"/>'
    side = "end" if x > (on.left + on.right) / 2 else "start"
    name = paper.text(f"{side} now", x - 10 if side == "end" else x + 10, y - 8, place.name)
    return f'<circle class="pt own" r="7" cx="{figure(x)}" cy="{figure(y)}"/>{name}'


def _table(
    title: str, places: Sequence[Place], said: Said, size_said: Said, size_name: str
) -> Table:
    columns = [
        pgettext("chart", "What"),
        size_name,
        pgettext("chart", "Against expected"),
        pgettext("chart", "Where it lies"),
    ]
    rows = [
        [place.name, size_said(place.size), said(place.ratio), place.where]
        for place in sorted(places, key=lambda one: (not one.is_own, -one.ratio))
    ]
    return Table(title, columns, rows)
