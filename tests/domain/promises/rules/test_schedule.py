from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.rules.schedule import follow_up_days
from handslag.domain.promises.rules.words import Rhythm


def test_tertials_are_due_in_may_september_and_january():
    days = follow_up_days(date(2026, 1, 1), date(2026, 12, 31), Rhythm.TERTIAL)
    assert days == [date(2026, 5, 31), date(2026, 9, 30), date(2027, 1, 31)]


@pytest.mark.parametrize(
    ("rhythm", "count"),
    [(Rhythm.YEAR, 2), (Rhythm.HALF_YEAR, 4), (Rhythm.QUARTER, 8), (Rhythm.ONCE, 1)],
)
def test_two_years_have_as_many_follow_ups_as_the_rhythm_says(rhythm, count):
    assert len(follow_up_days(date(2026, 1, 1), date(2027, 12, 31), rhythm)) == count


@given(
    st.dates(date(2015, 1, 1), date(2030, 1, 1)),
    st.integers(1, 1500),
    st.sampled_from(list(Rhythm)),
)
def test_the_last_follow_up_comes_after_the_period_and_no_day_comes_twice(
    starts, length, rhythm
):
    ends = date.fromordinal(starts.toordinal() + length)
    days = follow_up_days(starts, ends, rhythm)
    assert days == sorted(set(days))
    assert days[-1] > ends
    assert all(day > starts for day in days)
