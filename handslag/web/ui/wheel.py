"""The year as a wheel: what comes back as arcs, days that bind as marks at the rim.

January begins at the top and the year goes clockwise. Every arc bears the number it
has in the list under the drawing, and the list says all that the drawing says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from handslag.core.deadlines import MONTHS
from handslag.web.ui.drawing import Drawing, figure, words

SIZE = 720
_MIDDLE = SIZE / 2
_RIM, _NAMES, _MARKS, _OUTER, _INNER = 346.0, 322.0, 293.0, 276.0, 124.0
_WIDEST, _GAP = 24.0, 3.0
_LEAST = 34.0  # an arc is long enough for its number
_BESIDE = 17.0  # marks of the same days stand side by side


@dataclass(frozen=True, slots=True)
class Arc:
    """Something that lasts for a part of the year. `kind` gives its colour."""

    number: int
    starts: date
    ends: date
    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that binds. `kind` gives its shape: law is filled."""

    on: date
    kind: str


def turn(day: date) -> float:
    """Where in the year a day lies, between 0 and 1. Every month is a twelfth."""
    return (day.month - 1 + (day.day - 1) / 31) / MONTHS


def wheel(
    arcs: Iterable[Arc],
    marks: Iterable[Mark],
    *,
    today: date,
    months: Sequence[str],
    centre: Sequence[str],
    label: str,
) -> Drawing:
    """The drawing. `months`: twelve short names; `centre`: at most three lines."""
    inside = (
        _months(months, today)
        + _today(today)
        + "".join(_arcs(list(arcs)))
        + "".join(_marks(sorted(marks, key=lambda one: one.on)))
        + _centre(centre)
    )
    return Drawing(
        f'<svg class="wheel" viewBox="0 0 {SIZE} {SIZE}" role="img"'
        f' aria-label="{words(label)}">{inside}</svg>'
    )


def lanes(arcs: Sequence[Arc]) -> list[int]:
    """A lane for each arc, so that none lies over another. As few lanes as come of it."""
    taken: list[list[tuple[float, float]]] = []
    chosen = []
    for arc in arcs:
        spans = _spans(*_ends(arc))
        free = (
            lane
            for lane, there in enumerate(taken)
            if not any(a < d and c < b for a, b in spans for c, d in there)
        )
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane] += spans
        chosen.append(lane)
    return chosen


def _ends(arc: Arc) -> tuple[float, float]:
    """Where an arc begins and ends; past 1 when it passes the turn of the year."""
    starts, ends = turn(arc.starts), turn(arc.ends) + 1 / (31 * MONTHS)
    ends += arc.ends.year > arc.starts.year
    least = _LEAST / (2 * pi * (_INNER + _OUTER) / 2)
    return starts, min(max(ends, starts + least), starts + 0.999)


def _spans(starts: float, ends: float) -> list[tuple[float, float]]:
    """The same within one turn."""
    return [(starts, ends)] if ends <= 1 else [(starts, 1.0), (0.0, ends - 1)]


def _at(turned: float, radius: float) -> tuple[str, str]:
    angle = 2 * pi * turned - pi / 2
    return figure(_MIDDLE + radius * cos(angle)), figure(_MIDDLE + radius * sin(angle))


def _months(names: Sequence[str], today: date) -> str:
    circles = "".join(
        f'<circle class="{kind}" cx="{figure(_MIDDLE)}" cy="{figure(_MIDDLE)}"'
        f' r="{figure(radius)}"/>'
        for kind, radius in (("rim", _RIM), ("rim", _OUTER + 2), ("hub", _INNER - 4))
    )
    return circles + "".join(
        _month(number, name, is_now=number == today.month - 1)
        for number, name in enumerate(names)
    )


def _month(number: int, name: str, *, is_now: bool) -> str:
    (x1, y1), (x2, y2) = _at(number / MONTHS, _INNER - 4), _at(number / MONTHS, _RIM)
    x, y = _at((number + 0.5) / MONTHS, _NAMES)
    kind = "month now" if is_now else "month"
    return (
        f'<line class="spoke" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'
        f'<text class="{kind}" x="{x}" y="{y}">{words(name)}</text>'
    )


def _arcs(arcs: list[Arc]) -> list[str]:
    chosen = lanes(arcs)
    count = max(chosen, default=0) + 1
    pitch = min(_WIDEST + _GAP, (_OUTER - _INNER) / count)
    return [
        _arc(arc, _OUTER - pitch * (lane + 0.5), pitch - _GAP)
        for arc, lane in zip(arcs, chosen, strict=True)
    ]


def _arc(arc: Arc, radius: float, width: float) -> str:
    starts, ends = _ends(arc)
    (x1, y1), (x2, y2) = _at(starts, radius), _at(ends, radius)
    x, y = _at((starts + ends) / 2, radius)
    r, large = figure(radius), int(ends - starts > 1 / 2)
    return (
        f'<path class="arc" data-kind="{words(arc.kind)}" stroke-width="{figure(width)}"'
        f' d="M{x1} {y1} A{r} {r} 0 {large} 1 {x2} {y2}"/>'
        f'<text class="number" x="{x}" y="{y}">{arc.number}</text>'
    )


def _marks(marks: list[Mark]) -> list[str]:
    """Marks that would lie over each other are moved a little onwards."""
    drawn, last = [], -1.0
    beside = _BESIDE / (2 * pi * _MARKS)
    for mark in marks:
        at = turn(mark.on)
        at = max(at, last + beside) if abs(at - last) < beside else at
        last = at
        x, y = _at(at, _MARKS)
        drawn.append(
            f'<circle class="mark" data-kind="{words(mark.kind)}" cx="{x}" cy="{y}"'
            ' r="6.5"/>'
        )
    return drawn


def _today(today: date) -> str:
    (x1, y1), (x2, y2) = _at(turn(today), _INNER - 4), _at(turn(today), _RIM)
    where = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
    return (
        f'<line class="halo" {where}/><line class="today" {where}/>'
        f'<circle class="today" cx="{x2}" cy="{y2}" r="8"/>'
    )


def _centre(lines: Sequence[str]) -> str:
    """The first line large, the others small under it."""
    top = _MIDDLE - 14 * (len(lines) - 1)
    return "".join(
        f'<text class="{"middle" if number else "middle large"}" x="{figure(_MIDDLE)}"'
        f' y="{figure(top + 34 * number)}">{words(line)}</text>'
        for number, line in enumerate(lines)
    )
