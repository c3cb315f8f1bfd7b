"""Places in, a drawn map out. No tiles, no script, no request to anyone else.

Degrees become paper by a transverse Mercator projection, as on the maps people
know: Sweden is drawn upright and its far north is not stretched.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, atanh, cos, radians, sin, tan

from handslag.web.ui.drawing import Drawing, figure, words

Degrees = tuple[float, float]  # longitude, latitude
_MIDDLE = radians(15)  # the meridian that Swedish maps are drawn around


def _flat(point: Degrees) -> tuple[float, float]:
    east, north = radians(point[0]) - _MIDDLE, radians(point[1])
    return atanh(cos(north) * sin(east)), -atan2(tan(north), cos(east))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: how degrees become coordinates on it."""

    left: float
    top: float
    scale: float
    width: float
    height: float

    def at(self, point: Degrees) -> tuple[float, float]:
        x, y = _flat(point)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def path(self, rings: Iterable[Sequence[Degrees]]) -> str:
        """Rings of degrees as the d of a path. Corners that fall on one spot are one."""
        return "".join(self._ring(ring) for ring in rings)

    def _ring(self, ring: Sequence[Degrees]) -> str:
        corners: list[str] = []
        for point in ring:
            x, y = self.at(point)
            corner = f"{figure(x)} {figure(y)}"
            if not corners or corners[-1] != corner:
                corners.append(corner)
        return f"M{' '.join(corners)}Z" if len(corners) > 2 else ""  # noqa: PLR2004


def sheet(points: Iterable[Degrees], *, width: float = 600, margin: float = 8) -> Sheet:
    """A paper on which all the points have room."""
    flat = [_flat(point) for point in points]
    if not flat:
        raise ValueError("A map needs at least one place.")
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    top, bottom = min(y for _, y in flat), max(y for _, y in flat)
    scale = (width - 2 * margin) / max(right - left, bottom - top, 1e-9)
    inset = margin / scale
    return Sheet(
        left=left - inset,
        top=top - inset,
        scale=scale,
        width=(right - left) * scale + 2 * margin,
        height=(bottom - top) * scale + 2 * margin,
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """One place as it is drawn. `d` is prepared once (`Sheet.path`) and kept.

    `mark` is a class of the style sheet (on, some) or nothing, `verdict` a code;
    `href` leads to the page of the place.
    """

    d: str
    name: str
    href: str = ""
    mark: str = ""
    verdict: str = ""


def _shape(shape: Shape) -> str:
    kind = f' class="{words(shape.mark)}"' if shape.mark else ""
    found = f' data-verdict="{words(shape.verdict)}"' if shape.verdict else ""
    drawn = (
        f'<path{kind}{found} d="{words(shape.d)}"><title>{words(shape.name)}</title></path>'
    )
    if not shape.href:
        return drawn
    return f'<a href="{words(shape.href)}" tabindex="-1">{drawn}</a>'


def draw(shapes: Iterable[Shape], on: Sheet) -> Drawing:
    """The map. It is a way for the hand and the eye; the list beside it is the text,
    so screen readers and the tab key pass it by."""
    return Drawing(
        f'<svg viewBox="0 0 {figure(on.width)} {figure(on.height)}" aria-hidden="true">'
        + "".join(_shape(shape) for shape in shapes)
        + "</svg>"
    )
