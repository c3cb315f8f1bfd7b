import re
from itertools import pairwise

import pytest

from handslag.domain.organisations import maps
from handslag.domain.organisations.shipped import sweden

NUMBER = re.compile(r"-?\d+")


def points(path: str) -> list[tuple[int, int]]:
    """Where a relative path goes, in the units of the drawing."""
    found: list[tuple[int, int]] = []
    for part in path.strip("M").split("M"):
        numbers = [int(number) for number in NUMBER.findall(part)]
        x, y = numbers[:2]
        found.append((x, y))
        for step_x, step_y in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + step_x, y + step_y
            found.append((x, y))
    return found


@pytest.mark.parametrize("county", ["", "01", "18", "25"])
def test_everything_drawn_lies_within_the_window(county):
    drawn = maps.drawing(county)
    left, top, width, height = map(int, drawn.view_box.split())

    for shape in drawn.shapes:
        for x, y in points(shape.path):
            assert left <= x <= left + width
            assert top <= y <= top + height


def test_neighbours_share_their_border():
    shapes = {shape.code: set(points(shape.path)) for shape in maps.drawing("18").shapes}

    assert len(shapes["1862"] & shapes["1883"]) > 5


def test_a_county_holds_its_own_municipalities_and_no_others():
    assert {shape.code[:2] for shape in maps.drawing("18").shapes} == {"18"}
    assert len(maps.drawing("18").shapes) == 12


def test_an_outline_is_closed_and_encloses_the_towns_of_the_municipality():
    outline = maps.outline("1862")
    assert outline is not None
    rings = [ring for polygon in outline["coordinates"] for ring in polygon]  # type: ignore[attr-defined]
    assert all(ring[0] == ring[-1] for ring in rings)
    towns = [one for one in sweden().localities if one.municipality == "1862"]
    assert towns
    for town in towns:
        assert any(inside(town.lon, town.lat, ring) for ring in rings)
    assert maps.outline("0000") is None


def inside(x: float, y: float, ring: list[tuple[float, float]]) -> bool:
    """Whether a line to the west crosses the ring an odd number of times."""
    crossings = [
        a
        for a, b in pairwise(ring)
        if (a[1] > y) != (b[1] > y)
        and x > (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    ]
    return len(crossings) % 2 == 1


DEGERFORS, CENTRE = "1862", (14.4306, 59.2372)


def test_a_close_up_holds_its_municipality_and_the_places_in_it():
    around = maps.close_up(DEGERFORS)
    assert around is not None
    left, top, width, height = map(int, around.view_box.split())
    x, y = around.at(*CENTRE)
    assert left < x < left + width
    assert top < y < top + height
    assert around.longest == max(width, height)
    assert all(left <= x <= left + width for x, _ in points(around.path))


def test_a_line_in_a_close_up_goes_through_its_points():
    around = maps.close_up(DEGERFORS)
    assert around is not None
    way = {"type": "LineString", "coordinates": [[14.43, 59.23], [14.44, 59.24]]}
    drawn = points(around.drawn(way))
    wanted = [around.at(lon, lat) for lon, lat in ((14.43, 59.23), (14.44, 59.24))]
    for (x, y), (at_x, at_y) in zip(drawn, wanted, strict=True):
        assert x == pytest.approx(at_x, abs=0.6)
        assert y == pytest.approx(at_y, abs=0.6)
    assert not around.drawn(way).endswith("z")


def test_an_area_is_closed_and_a_point_has_no_line():
    around = maps.close_up(DEGERFORS)
    assert around is not None
    ring = [[14.4, 59.2], [14.5, 59.2], [14.5, 59.3], [14.4, 59.2]]
    assert around.drawn({"type": "Polygon", "coordinates": [ring]}).endswith("z")
    two = {"type": "MultiPolygon", "coordinates": [[ring], [ring]]}
    assert around.drawn(two).count("z") == 2
    assert around.drawn({"type": "Point", "coordinates": [14.4, 59.2]}) == ""


def test_a_position_is_near_its_own_municipality_alone():
    assert maps.is_near(DEGERFORS, *CENTRE)
    assert not maps.is_near("0180", *CENTRE)
    assert not maps.is_near("0000", *CENTRE)
    assert maps.close_up("0000") is None


def test_an_outline_holds_its_towns_and_what_it_cannot_tell_and_nothing_far_away():
    towns = {"1862": (14.43, 59.235), "1883": (14.523, 59.327), "0180": (18.07, 59.33)}
    for code, place in towns.items():
        assert [one for one in towns if maps.holds(one, *place)] == [code]
    (ring, *_others) = maps.lines_of(maps.outline("1862") or {})
    assert all(maps.holds("1862", *place) for place in ring)
    assert not maps.holds("1862", 200, 95)
    assert maps.holds("9999", 18.07, 59.33)  # no outline is known
