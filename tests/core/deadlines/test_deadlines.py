"""Months are counted as a lawyer does: the same day, or the last of a shorter month."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.deadlines import months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 7, 1), 24, date(2026, 7, 1)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 22), -6, date(2026, 5, 22)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_the_same_day_so_many_months_later(day, months, expected):
    assert months_after(day, months) == expected


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 240)
)
def test_later_is_never_earlier_and_the_day_is_kept_where_there_is_one(day, months):
    later = months_after(day, months)
    assert later >= day
    assert later.day == day.day or (later.day < day.day and later.day >= 28)
