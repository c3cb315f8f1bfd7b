"""Where a promise is kept, on a small map of its municipality."""

from collections.abc import Iterable, Iterator

from handslag.domain.organisations.published import CloseUp, close_up
from handslag.domain.promises.published import PublishedOrganisation, PublishedSite
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.maps import Dot, Label, Shape, draw

# Parts of the map's longer side
LETTERS, RING, DOT = 18, 22, 90


def site_map(site: PublishedSite | None, areas: Iterable[PublishedOrganisation]) -> Drawing:
    """The municipality, its largest places, and this one; nothing where it is unknown."""
    if site is None or site.lon is None or site.lat is None:
        return Drawing()
    around = close_up([area.code for area in areas], site.lon, site.lat)
    if around is None:
        return Drawing()
    parts = [Shape(around.drawn.path, ""), *_landmarks(around), *_marked(site, around)]
    return draw(parts, around.drawn.view_box)


def _landmarks(around: CloseUp) -> Iterator[Dot | Label]:
    side = around.drawn.longest
    for name, lon, lat in around.landmarks:
        x, y = around.drawn.at(lon, lat)
        yield Dot(x, y, side / DOT, name)
        ends = x > side / 2
        beside = -1.4 * side / RING if ends else 1.4 * side / RING
        yield Label(x + beside, y + side / LETTERS / 3, side / LETTERS, name, ends=ends)


def _marked(site: PublishedSite, around: CloseUp) -> Iterator[Shape | Dot]:
    """A ring round the middle of the place, and its own outline if it has one."""
    drawn = around.drawn
    if site.shape and (lines := drawn.drawn(site.shape)):
        way = "" if "Polygon" in site.shape["type"] else " way"
        yield Shape(lines, site.name, mark=f"site{way}")
    x, y = drawn.at(site.lon or 0, site.lat or 0)
    yield Dot(x, y, drawn.longest / RING, site.name, mark="ring")
