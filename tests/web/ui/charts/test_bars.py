"""What is drawn follows from the numbers, and says nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.charts import BAR, share_bar, target_bar, way_bar
from tests.web.ui.charts.drawn import drawn, of

amounts = st.floats(min_value=0, max_value=1e6, allow_nan=False)
shares = st.floats(min_value=0, max_value=1)


def test_the_mark_stands_where_the_promise_was():
    root = drawn(target_bar(5, 4))
    (fill,), (goal,) = of(root, "fill"), of(root, "goal")
    assert float(fill.get("width", 0)) / float(goal.get("x1", 0)) == pytest.approx(
        5 / 4, abs=0.01
    )


def test_a_bar_without_a_number_is_not_drawn():
    assert target_bar(None, 4) == ""
    assert target_bar(5, None) == ""


def test_nothing_done_is_an_empty_bar_and_not_a_missing_one():
    (fill,) = of(drawn(target_bar(0, 4)), "fill")
    assert fill.get("width") == "0"


def test_a_promised_range_has_two_marks():
    root = drawn(target_bar(11, 10, upper=12))
    assert len(of(root, "goal")) == 2
    assert len(of(root, "within")) == 1


def test_a_share_is_drawn_on_a_scale_of_hundred():
    (fill,) = of(drawn(target_bar(31, 20, scale=100)), "fill")
    assert float(fill.get("width", 0)) == pytest.approx(BAR * 0.31, abs=0.1)


@given(value=amounts, goal=amounts)
def test_nothing_is_drawn_outside_the_bar(value, goal):
    root = drawn(target_bar(value, goal))
    for one in root:
        right = float(one.get("x", 0)) + float(one.get("width", 0))
        assert 0 <= right <= BAR + 0.05
        assert 0 <= float(one.get("x1", 0)) <= BAR


@given(parts=st.lists(shares, min_size=3, max_size=3).map(sorted))
def test_the_interval_lies_around_the_share(parts):
    lower, estimate, upper = parts
    root = drawn(share_bar(estimate, lower, upper))
    (fill,) = of(root, "fill")
    across = of(root, "interval")[0]
    end = float(fill.get("width", 0))
    assert float(across.get("x1", 0)) <= end <= float(across.get("x2", 0))


@pytest.mark.parametrize(
    ("start", "goal", "reached", "filled"),
    [
        (9, 6, 9, "0"),
        (9, 6, 7.5, "108.8"),
        (9, 6, 6, "217.6"),
        (9, 6, 0, "272"),
        (9, 6, 11, "0"),
        (10, 40, 25, "108.8"),
        (9, 6, None, "0"),
    ],
)
def test_the_way_is_filled_as_far_as_it_has_been_gone(start, goal, reached, filled):
    """Down or up, past the goal, the wrong way, or not measured."""
    assert f'class="fill" y="7" width="{filled}"' in way_bar(start, goal, reached)


def test_where_a_level_is_held_there_is_no_way_to_draw():
    assert way_bar(9, 9, 9) == ""
