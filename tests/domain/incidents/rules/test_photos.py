"""What is to be hidden is hidden with all that JPEG packs together with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.photos import (
    Box,
    Grid,
    PhotoState,
    boxes_from,
    grid_of,
    may_see_photo,
    rectangles,
    state_of,
)
from handslag.domain.incidents.rules.sight import Seen, Sight
from tests.refusing import code_of

shares = st.floats(-0.5, 1.5)
sides = st.integers(16, 1600)


@given(shares, shares, shares, shares, sides, sides)
def test_the_rectangle_holds_the_box_and_all_squares_it_touches(
    x, y, x2, y2, width, height
):
    box = Box(min(x, x2), min(y, y2), max(x, x2), max(y, y2))
    for left, top, right, bottom in rectangles([box], width, height):
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
        assert left <= max(0, box.left * width - 20)
        assert right >= min(width, box.right * width + 20)
        assert top <= max(0, box.top * height - 20)
        assert bottom >= min(height, box.bottom * height + 20)


def test_a_box_inside_the_picture_is_never_left_out():
    assert rectangles([Box(0.5, 0.5, 0.51, 0.51)], 1600, 1200)


def test_all_squares_are_the_whole_picture():
    grid = grid_of(400, 300)
    whole = grid.boxes(range(grid.columns * grid.rows))
    assert (whole[0].left, whole[0].top) == (0, 0)
    assert (whole[-1].right, whole[-1].bottom) == (1, 1)
    assert sum((b.right - b.left) * (b.bottom - b.top) for b in whole) == pytest.approx(1)
    assert code_of(lambda: grid.boxes([108])) == "incidents.photo_unknown_square"
    assert grid_of(300, 400) == Grid(9, 12)


@pytest.mark.parametrize(
    "text",
    [
        "nej",
        "{}x",
        "[[0,0,1]]",
        "[[0,0,NaN,1]]",
        "[[1,0,0,1]]",
        '[["a",0,1,1]]',
        "7",
        "[" * 9000,
        json.dumps([[0, 0, 1, 1]] * 201),
        " " * 20_001,
    ],
)
def test_boxes_that_are_none_are_refused(text):
    assert code_of(lambda: boxes_from(text)) == "incidents.photo_boxes"


def test_boxes_are_read_and_none_is_none():
    assert boxes_from("[[0, 0.25, 0.5, 1]]") == [Box(0, 0.25, 0.5, 1)]
    assert boxes_from("") == []


def test_a_photo_is_seen_when_it_was_shown_by_those_who_see_the_incident():
    group = Sight(own=frozenset({3}), groups={1: frozenset({3})})
    seen = Seen(within=1, by=2, owner=None, shared=True, text_state=TextState.EMPTY)
    states = {state: may_see_photo(group, seen, state) for state in PhotoState}
    assert [state for state, may in states.items() if may] == [PhotoState.SHOWN]
    stranger = Sight(own=frozenset({4}))
    assert not may_see_photo(stranger, seen, PhotoState.SHOWN)


def test_how_far_a_photo_has_come():
    def state(**said: bool) -> PhotoState:
        rest = dict.fromkeys(("is_marked", "is_shown", "is_refused"), False)
        return state_of(**{**rest, **said})

    assert state() is PhotoState.WITH_REPORTER
    assert state(is_marked=True) is PhotoState.WITH_MODERATOR
    assert state(is_marked=True, is_shown=True) is PhotoState.SHOWN
    assert state(is_marked=True, is_refused=True) is PhotoState.REFUSED
