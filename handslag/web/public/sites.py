"""Where a promise is kept, on a small map of its municipality."""

from collections.abc import Iterable

from handslag.domain.organisations.published import close_up
from handslag.domain.promises.published import PublishedOrganisation, PublishedSite
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.maps import Dot, Shape, draw

DOT = 45  # how many dots go side by side across the map


def site_map(site: PublishedSite | None, areas: Iterable[PublishedOrganisation]) -> Drawing:
    """The outline of the municipality with the place in it; nothing where it is unknown."""
    if site is None or site.lon is None or site.lat is None:
        return Drawing()
    around = close_up([area.code for area in areas], site.lon, site.lat)
    if around is None:
        return Drawing()
    x, y = around.at(site.lon, site.lat)
    place: Shape | Dot = Dot(x, y, around.longest / DOT, site.name, mark="site")
    if site.shape and (lines := around.drawn(site.shape)):
        place = Shape(lines, site.name, mark=_mark(site.shape["type"]))
    return draw([Shape(around.path, ""), place], around.view_box)


def _mark(kind: str) -> str:
    return "site" if "Polygon" in kind else "site way"
