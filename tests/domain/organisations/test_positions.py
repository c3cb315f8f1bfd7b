"""Where a place lies, as people type or paste it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.organisations import positions
from handslag.domain.organisations.rules import NotAllowedError

DEGERFORS = (14.4306, 59.2372)
WAY = {"type": "LineString", "coordinates": [[14.43, 59.23], [14.44, 59.24]]}
AREA = {"type": "Polygon", "coordinates": [[[14, 59], [15, 59], [15, 60], [14, 59]]]}


@pytest.mark.parametrize(
    "typed",
    [
        "59.2372, 14.4306",
        "59,2372 14,4306",
        "59,2372, 14,4306",
        "14.4306, 59.2372",
        "N 59.2372° E 14.4306°",
        "(59.2372; 14.4306)",
        "https://map.example/#map=16/59.2372/14.4306",
        "https://map.example/place/@59.2372,14.4306,17z",
    ],
)
def test_a_position_is_read_however_it_is_written(typed):
    assert positions.position(typed) == DEGERFORS


@pytest.mark.parametrize("typed", ["", "torget", "59.2372", "59, 14", "48.85, 2.35"])
def test_what_is_no_position_in_sweden_is_refused(typed):
    with pytest.raises(NotAllowedError, match="no_position"):
        positions.position(typed)


@given(st.text())
def test_any_text_is_a_position_in_sweden_or_refused(typed):
    try:
        lon, lat = positions.position(typed)
    except NotAllowedError:
        return
    assert 10 < lon < 25
    assert 55 <= lat < 70


@pytest.mark.parametrize(
    "given",
    [
        WAY,
        {"type": "Feature", "properties": {}, "geometry": WAY},
        {
            "type": "FeatureCollection",
            "features": [{"type": "Feature", "properties": {}, "geometry": WAY}],
        },
        {**WAY, "crs": "left out"},
    ],
)
def test_an_outline_is_found_in_what_a_map_program_gives(given):
    assert positions.outline(json.dumps(given)) == WAY


def test_the_middle_of_an_outline_is_where_its_place_is():
    assert positions.middle(AREA) == (14.5, 59.5)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{", "no_outline"),
        ("[]", "no_outline"),
        ("3", "no_outline"),
        ('{"type": "Point", "coordinates": [14.4, 59.2]}', "no_outline"),
        ('{"type": "LineString", "coordinates": []}', "no_outline"),
        ('{"type": "LineString", "coordinates": [["a", "b"]]}', "no_outline"),
        ('{"type": "LineString", "coordinates": [[NaN, 59], [14, 59]]}', "no_outline"),
        (
            '{"type": "FeatureCollection", "features": [{"geometry": 1}, {}]}',
            "no_outline",
        ),
        (
            '{"type": "LineString", "coordinates": [[59, 14], [59, 15]]}',
            "outline_elsewhere",
        ),
        (
            json.dumps({"type": "LineString", "coordinates": [[14.4, 59.2]] * 2001}),
            "too_many_points",
        ),
        ("[" * 100_000, "no_outline"),
    ],
)
def test_what_is_no_outline_is_refused_with_its_reason(typed, code):
    with pytest.raises(NotAllowedError, match=code):
        positions.outline(typed)
