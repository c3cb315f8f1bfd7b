"""The picture on the page of where: how dense reports lie, and where in words."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from handslag.domain.analysis.figures.heat import Heat, heat
from handslag.domain.analysis.rules import Question
from handslag.domain.organisations.maps import lines_of, outline
from handslag.domain.organisations.published import names_in
from handslag.statistics.grid import to_sweref
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number

_RULERS = (1000, 2000, 5000, 10_000)  # metres
_SHARE = 4  # of the picture's width, at least, for the ruler


Near = Callable[[int, int], str]


def picture(question: Question, code: str, near: Near) -> Chart | None:
    """None: there is nothing to draw. One query."""
    found = heat(question)
    if found is None:
        return None
    title = _("How close together the events lie")
    return charts.surface(
        "tathet",
        title,
        _("A picture, not a test. Darkest: at least four fifths of the densest."),
        _area(found, code, near),
        charts.Table(
            title,
            [_("Near"), _("Events per square kilometre")],
            [
                [near(one.east, one.north), number(round(one.density, 1))]
                for one in found.peaks
            ],
        ),
    )


def said() -> str:
    """What the picture is, and is not."""
    return _(
        "Each event is spread out around its square of 250 metres. The picture helps you"
        " find your way. It does not say which places stand out: that is tested above."
    )


def _area(found: Heat, code: str, near: Near) -> charts.Area:
    def at(east: float, north: float) -> tuple[float, float]:
        return (east - found.west) / found.side, (north - found.south) / found.side

    border = outline(code)
    known = [
        (*to_sweref(lon, lat), name) for name, lon, lat, large in names_in(code) if large
    ]
    tops = [(one.east, one.north, near(one.east, one.north)) for one in found.peaks]
    metres = _RULERS[0]
    across = found.steps.shape[1] * found.side
    for one in _RULERS:
        metres = one if one * _SHARE <= across else metres
    return charts.Area(
        steps=found.steps.tolist(),
        ruler=(metres / found.side, f"{number(metres // 1000)} km"),
        lines=[
            [at(*to_sweref(lon, lat)) for lon, lat, *_rest in line]
            for line in (lines_of(border) if border else [])
        ],
        names=[(*at(east, north), name) for east, north, name in (*tops, *known)],
    )
