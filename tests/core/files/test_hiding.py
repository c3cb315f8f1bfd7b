"""What is to be hidden is hidden with all that JPEG packs together with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.files.hiding import Box, Grid, boxes_from, grid_of, rectangles
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
    assert code_of(lambda: grid.boxes([108])) == "files.unknown_square"
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
    assert code_of(lambda: boxes_from(text)) == "files.boxes"


def test_boxes_are_read_and_none_is_none():
    assert boxes_from("[[0, 0.25, 0.5, 1]]") == [Box(0, 0.25, 0.5, 1)]
    assert boxes_from("") == []
