import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics import grid

SWEDEN = {"lon": st.floats(10.5, 24.5), "lat": st.floats(55.0, 69.5)}
SQUARES = {
    "east": st.integers(200_000, 950_000),
    "north": st.integers(6_100_000, 7_700_000),
}
SIZE = st.sampled_from(grid.SIZES)

# Made with PROJ 9.7 (EPSG:4258 to EPSG:3006): the corners of the country and towns in it.
KNOWN = [
    ((10.57, 55.0), (216716.02061, 6103769.79212)),
    ((11.17, 58.88), (279269.13131, 6533009.47165)),
    ((15.0, 62.0), (500000.0, 6874180.14772)),
    ((14.4333, 59.2333), (467662.54379, 6566167.99092)),
    ((18.0686, 59.3293), (674571.86645, 6580743.00833)),
    ((20.2253, 67.8558), (719583.12301, 7536069.96992)),
    ((24.1649, 65.8256), (917611.57042, 7331029.21301)),
    ((20.55, 69.06), (721104.92815, 7671063.75948)),
]


@pytest.mark.parametrize(("degrees", "metres"), KNOWN)
def test_it_agrees_with_the_usual_library_to_a_tenth_of_a_millimetre(degrees, metres):
    assert grid.to_sweref(*degrees) == pytest.approx(metres, abs=1e-4, rel=0)
    assert grid.to_wgs84(*metres) == pytest.approx(degrees, abs=1e-9, rel=0)


def test_it_agrees_with_the_worked_example_of_lantmateriet(monkeypatch):
    # Gauss Conformal Projection (Transverse Mercator), Krüger's formulas, last page:
    # latitude 66, longitude 24, another meridian, scale and origin.
    monkeypatch.setattr(grid, "_MERIDIAN", math.radians(13 + 35 / 60 + 7.692 / 3600))
    monkeypatch.setattr(grid, "_SCALE", 1.00000254)
    monkeypatch.setattr(grid, "_FALSE_EASTING", 84182.8790)

    east, north = grid.to_sweref(24, 66)

    assert (east, north - 6226307.8640) == pytest.approx(
        (555304.016555, 1135809.413803), abs=1e-5, rel=0
    )


@given(**SWEDEN)
def test_there_and_back_is_where_one_was(lon, lat):
    assert grid.to_wgs84(*grid.to_sweref(lon, lat)) == pytest.approx(
        (lon, lat), abs=1e-9, rel=0
    )


@pytest.mark.parametrize(
    ("lon", "lat"), [(15, 90), (15, -91), (60, 60), (math.nan, 60), (15, math.inf)]
)
def test_what_is_no_position_here_is_refused(lon, lat):
    with pytest.raises(ValueError, match="E_CRS"):
        grid.to_sweref(lon, lat)


def test_a_square_is_named_as_statistics_sweden_names_it():
    assert grid.cell(467662.5, 6566167.99, 250) == 4675006566000
    assert grid.corner(4675006566000) == (467500, 6566000)


@given(**SQUARES, size=SIZE)
def test_each_point_lies_in_one_square_and_in_the_squares_around_that_one(
    east, north, size
):
    here = grid.cell(east, north, size)
    west, south = grid.corner(here)

    assert west <= east < west + size
    assert south <= north < south + size
    assert {grid.cell(west + size * x, south + size * y, size) for x in (-1, 0, 1)
            for y in (-1, 0, 1)} == {here, *grid.neighbours(here, size)}  # fmt: skip


@given(**SQUARES)
def test_a_square_lies_whole_in_its_larger_one(east, north):
    for size, larger in ((100, 500), (250, 500), (100, 1000), (500, 1000)):
        small = grid.cell(east, north, size)
        assert grid.parent(small, larger, of=size) == grid.cell(east, north, larger)
    with pytest.raises(ValueError, match="E_SIZE"):
        grid.parent(grid.cell(east, north, 100), 250, of=100)


def test_the_outline_of_a_square_goes_round_its_middle_and_ends_where_it_began():
    square = grid.cell(467662.5, 6566167.99, 500)
    ring = grid.outline(square, 500)

    assert ring[0] == ring[-1]
    assert [
        tuple(round(metre, 3) for metre in grid.to_sweref(*point)) for point in ring
    ] == [
        (467500, 6566000),
        (468000, 6566000),
        (468000, 6566500),
        (467500, 6566500),
        (467500, 6566000),
    ]
    assert grid.to_sweref(*grid.centre(square, 500)) == pytest.approx((467750, 6566250))


@pytest.mark.parametrize(
    ("east", "north", "size", "code"),
    [(1, 1, 300, "E_SIZE"), (-1, 1, 500, "E_CRS"), (1, math.nan, 500, "E_CRS")],
)
def test_a_square_of_no_grid_is_refused(east, north, size, code):
    with pytest.raises(ValueError, match=code):
        grid.cell(east, north, size)
