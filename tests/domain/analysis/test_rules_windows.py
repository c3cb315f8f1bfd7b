from datetime import date

import pytest

from handslag.domain.analysis.rules import window
from handslag.domain.analysis.rules.windows import periods_of, years_around


def test_the_month_in_which_it_begins_is_neither_before_nor_after():
    found = window(date(2026, 5, 12), before=12, after=6)
    months = found.periods(until=date(2027, 1, 1))
    assert (months[0], months[-1]) == (date(2025, 5, 1), date(2026, 11, 1))
    assert date(2026, 5, 1) not in months
    assert sum(map(found.is_before, months)) == 12
    assert sum(map(found.is_after, months)) == 6


def test_a_month_that_is_not_over_is_not_counted():
    found = window(date(2026, 5, 12), before=12, after=6)
    assert found.periods(until=date(2026, 7, 31))[-1] == date(2026, 6, 1)
    assert found.periods(until=date(2026, 8, 1))[-1] == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("begins", "step", "last_before", "first_after"),
    [
        (date(2026, 1, 1), 12, date(2025, 1, 1), date(2026, 1, 1)),
        (date(2026, 1, 2), 12, date(2025, 1, 1), date(2027, 1, 1)),
        (date(2026, 5, 12), 3, date(2026, 1, 1), date(2026, 7, 1)),
        (date(2026, 4, 1), 3, date(2026, 1, 1), date(2026, 4, 1)),
    ],
)
def test_a_period_is_split_only_if_it_begins_within_it(
    begins, step, last_before, first_after
):
    span = periods_of(begins, before=2, after=2, step=step)
    days = span.periods(until=date(2030, 1, 1))
    assert [one for one in days if span.is_before(one)][-1] == last_before
    assert next(one for one in days if span.is_after(one)) == first_after
    assert len(days) == 4


def test_surveys_lie_in_whole_years_from_the_day():
    span = years_around(date(2026, 5, 12), before=2, after=1)
    assert span.is_before(date(2024, 5, 12))
    assert span.is_after(date(2026, 5, 12))
    assert not span.is_after(date(2027, 5, 12))
