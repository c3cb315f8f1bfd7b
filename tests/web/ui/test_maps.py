"""Places on paper: nothing outside it, nothing upside down."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.maps import Shape, draw, sheet

places = st.tuples(
    st.floats(min_value=10.5, max_value=24.5), st.floats(min_value=55, max_value=69.5)
)


@given(st.lists(places, min_size=1, max_size=20))
def test_every_place_has_room_on_the_paper(points):
    paper = sheet(points)
    for point in points:
        x, y = paper.at(point)
        assert -0.1 <= x <= paper.width + 0.1
        assert -0.1 <= y <= paper.height + 0.1


def test_north_is_up_and_east_is_right():
    south_west, north_east = (13.0, 55.6), (20.2, 67.8)
    paper = sheet([south_west, north_east])
    assert paper.at(south_west)[0] < paper.at(north_east)[0]
    assert paper.at(south_west)[1] > paper.at(north_east)[1]


def test_sweden_is_taller_than_it_is_wide():
    paper = sheet([(10.9, 58.9), (24.2, 65.8), (13.4, 55.3), (20.5, 69.06)])
    assert 2 < paper.height / paper.width < 3


def test_a_degree_north_is_as_long_in_the_north_as_in_the_south():
    paper = sheet([(15.0, 55.0), (15.0, 69.0)])
    heights = [
        paper.at((15.0, lat))[1] - paper.at((15.0, lat + 1))[1] for lat in (55.0, 68.0)
    ]
    assert heights[0] == pytest.approx(heights[1], rel=0.001)


def test_a_ring_smaller_than_a_dot_is_not_drawn():
    paper = sheet([(10.9, 55.0), (24.2, 69.0)])
    assert paper.path([[(15, 60), (15.00001, 60), (15, 60.00001)]]) == ""


def test_a_map_without_places_is_refused():
    with pytest.raises(ValueError, match="at least one place"):
        sheet([])


def test_the_tab_key_and_screen_readers_go_to_the_list_instead():
    paper = sheet([(14, 59), (15, 60)])
    ring = [(14.0, 59.0), (15.0, 59.0), (15.0, 60.0)]
    shape = Shape(paper.path([ring]), '<b>"Lundby"</b>', href="/lundby/", mark="on")
    root = ElementTree.fromstring(draw([shape], paper))  # noqa: S314 - our own drawing
    assert root.get("aria-hidden") == "true"
    (link,) = root.findall("a")
    assert (link.get("href"), link.get("tabindex")) == ("/lundby/", "-1")
    assert link.findtext("path/title") == '<b>"Lundby"</b>'
