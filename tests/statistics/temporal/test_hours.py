import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.hours import aoristic, hour_week

# Quarters of an hour.
spans = st.lists(st.tuples(st.integers(0, 9000), st.integers(-5, 900)), max_size=9)


def test_a_theft_between_half_past_ten_and_two_lies_in_four_hours():
    # 210 minutes: 30 of them after ten, 60 after eleven, 60 after twelve, 60 after one.
    monday = np.datetime64("2026-11-23T00:00")
    minutes = np.timedelta64(1, "m")
    found = aoristic(np.array([monday + 630 * minutes]), np.array([monday + 840 * minutes]))
    assert found[10:14] * 7 == pytest.approx([1, 2, 2, 2])
    assert found.sum() == pytest.approx(1)


def test_longer_than_a_week_is_any_hour_and_without_an_end_the_first_one():
    # The rule of Ratcliffe's R package aoristic: 1/168, about 0.006, each.
    assert aoristic(np.array([5.0]), np.array([200.0])) == pytest.approx(1 / 168)
    points = aoristic(np.array([5.0, 170.0, 7.5]), np.array([np.nan, 170.0, 3.0]))
    assert np.flatnonzero(points).tolist() == [2, 5, 7]


def test_a_night_into_monday_begins_the_week_again():
    found = aoristic(np.array([166.0]), np.array([170.0]))
    assert np.flatnonzero(found).tolist() == [0, 1, 166, 167]


def test_hours_are_counted():
    assert hour_week(np.array([0, 167, 167], np.uint8))[[0, 1, 167]].tolist() == [1, 0, 2]
    with pytest.raises(ValueError, match="E_SHAPE"):
        hour_week(np.array([168]))
    with pytest.raises(ValueError, match="E_SHAPE"):
        aoristic(np.zeros(2), np.zeros(3))
    with pytest.raises(ValueError, match="E_NAN"):
        aoristic(np.array([np.nan]), np.zeros(1))


@given(spans)
def test_every_event_is_one_wherever_it_is_spread(drawn):
    start = np.array([one / 4 for one, _ in drawn])
    found = aoristic(start, start + np.array([length / 4 for _, length in drawn]))
    assert found.sum() == pytest.approx(len(drawn))
    assert (found >= 0).all()
