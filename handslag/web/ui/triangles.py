"""Three things that must meet, drawn as a triangle with what is in the middle.

A corner that is lit is a filled disc, and a side is whole when both its ends are.
The words beside the drawing say all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from handslag.web.ui.drawing import Drawing, figure, words
from handslag.web.ui.letters import lines

_RADIUS = 17.0
_SIZE, _LEADING = 19.0, 24.0
_NARROW = 22.0  # on a phone the letters are larger: lines are broken for them
_PLACES = ((320.0, 92.0), (120.0, 372.0), (520.0, 372.0))
_MIDDLE = (320.0, 268.0)


@dataclass(frozen=True, slots=True)
class CornerMark:
    """One corner: what it is, a few words more, and the number in its disc."""

    name: str
    hint: str
    number: int
    lit: bool


def _line(kind: str, x: float, y: float, text: str) -> str:
    return f'<text class="{kind}" x="{figure(x)}" y="{figure(y)}">{words(text)}</text>'


def _side(one: int, other: int, corners: Sequence[CornerMark]) -> str:
    (x1, y1), (x2, y2) = _PLACES[one], _PLACES[other]
    whole = corners[one].lit and corners[other].lit
    return (
        f'<line class="side{"" if whole else " broken"}" x1="{figure(x1)}"'
        f' y1="{figure(y1)}" x2="{figure(x2)}" y2="{figure(y2)}"/>'
    )


def _corner(place: int, corner: CornerMark) -> str:
    x, y = _PLACES[place]
    name = lines(corner.name, 300 if place == 0 else 230, _NARROW, bold=True)
    first = y - 30 - _LEADING * len(name) if place == 0 else y + 44
    said = "".join(
        _line("name", x, first + nr * _LEADING, line) for nr, line in enumerate(name)
    )
    hint = _line("hint", x, first + len(name) * _LEADING, corner.hint)
    number = _line("number", x, y + 6.5, str(corner.number)) if corner.number else ""
    lit = "lit" if corner.lit else "dark"
    at = f'cx="{figure(x)}" cy="{figure(y)}"'
    disc = f'<circle class="{lit}" {at} r="{figure(_RADIUS)}"/>'
    return f'<g class="corner {lit}">{disc}{number}{said}{hint}</g>'


def triangle(
    key: str, title: str, description: str, corners: Sequence[CornerMark], middle: str
) -> Drawing:
    """Three corners, the first on top, and in the middle what happens where they meet."""
    sides = "".join(_side(a, b, corners) for a, b in combinations(range(3), 2))
    said = lines(middle, 150, _NARROW)
    x, y = _MIDDLE
    first = y - _LEADING * (len(said) - 1) / 2
    inside = "".join(
        _line("middle", x, first + nr * _LEADING, line) for nr, line in enumerate(said)
    )
    area = " ".join(f"{figure(x)},{figure(y)}" for x, y in _PLACES)
    whole = "whole" if all(corner.lit for corner in corners) else "part"
    return Drawing(
        f'<svg class="triangle" viewBox="0 0 640 490" role="img"'
        f' aria-labelledby="{words(key)}-t {words(key)}-d">'
        f'<title id="{words(key)}-t">{words(title)}</title>'
        f'<desc id="{words(key)}-d">{words(description)}</desc>'
        f'<polygon class="{whole}" points="{area}"/>{sides}{inside}'
        + "".join(_corner(place, corner) for place, corner in enumerate(corners))
        + "</svg>"
    )
