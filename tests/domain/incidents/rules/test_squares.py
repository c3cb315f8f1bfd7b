"""What a map shows from how far, and that nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.incidents.rules.squares import (
    Box,
    around,
    box_in,
    box_of,
    in_degrees,
    rings,
    size_at,
)
from handslag.statistics.grid import cell, to_wgs84

EASTS = st.integers(300_000, 900_000)
NORTHS = st.integers(6_150_000, 7_600_000)
COUNTS = st.dictionaries(
    st.builds(lambda east, north: cell(east, north, 1000), EASTS, NORTHS),
    st.integers(1, 90),
    min_size=1,
    max_size=60,
)


@given(EASTS, NORTHS, st.integers(1, 50_000), st.integers(1, 50_000))
def test_a_box_is_read_as_it_is_written_and_in_degrees_holds_all_of_it(x, y, wide, high):
    box = Box(x, y, x + wide, y + high)
    assert box_in(str(box)) == box
    seen = box_in(",".join(map(str, in_degrees(box))))
    assert seen is not None
    for east in (x, x + wide - 1):
        for north in (y, y + high - 1):
            assert seen.holds(east, north)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,2,3",
        "a,b,c,d",
        "nan,1,2,3",
        "1,1,1,2",
        "14,59,13,60",
        "14,59,15,inf",
        "100,0,120,1",
    ],
)
def test_what_is_no_box_is_nothing(text):
    assert box_in(text) is None


@given(COUNTS, st.floats(1, 5000))
def test_rings_hold_every_report_once_and_lie_where_they_are(counts, metres):
    found = rings(counts, metres, of=1000)
    assert sum(one.n for one in found) == sum(counts.values())
    for one in found:
        assert one.box.holds(one.east, one.north)
    for at in counts:
        box = box_of(at, 1000)
        assert any(
            one.box.holds(box.west, box.south)
            and one.box.holds(box.east - 1, box.north - 1)
            for one in found
        )


@given(COUNTS)
def test_the_map_begins_where_nearly_all_lies(counts):
    found = around(counts, of=1000)
    assert found is not None
    total = sum(counts.values())
    held = sum(n for at, n in counts.items() if found.holds(*_corner(at)))
    assert total - held <= 4 * (total // 50)


def _corner(at):
    box = box_of(at, 1000)
    return box.west, box.south


def test_far_to_the_side_decides_nothing():
    many = cell(467_000, 6_566_000, 1000)
    astray = cell(600_000, 7_000_000, 1000)
    assert around({many: 99, astray: 1}, of=1000) == box_of(many, 1000)
    assert around({}, of=1000) is None


@pytest.mark.parametrize(
    ("metres", "size"), [(0.5, 100), (3.3, 100), (3.4, 250), (16, 500), (33, 1000), (34, 0)]
)
def test_a_square_is_as_small_as_can_be_read(metres, size):
    assert size_at(metres) == size


def test_degrees_are_told_from_metres():
    lon, lat = to_wgs84(467_000, 6_566_000)
    box = box_in(f"{lon},{lat},{lon + 0.01},{lat + 0.01}")
    assert box is not None
    assert box.holds(467_001, 6_566_001)
