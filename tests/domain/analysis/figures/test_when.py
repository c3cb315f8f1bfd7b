from datetime import date, timedelta

import pytest

from handslag.domain.analysis.figures.when import weekdays, when
from tests.domain.analysis.counted import ALL, TODAY, reported

FIRST = date(2025, 3, 1)


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def test_what_happened_between_two_hours_is_shared_between_them():
    """Friday 22 to Saturday 02: half in each block of four hours."""
    reported([date(2026, 2, 27)] * 2, hour=[4 * 24 + 22] * 2, hours=[4] * 2)
    found = when(ALL, today=TODAY)
    assert found.table.shape == (7, 6)
    assert (found.table[4, 5], found.table[5, 0]) == (1.0, 1.0)
    assert found.table.sum() == found.known == 2
    assert found.cells is None


def test_with_many_every_hour_has_its_cell():
    days = [FIRST + timedelta(n % 365) for n in range(600)]
    reported(days, hour=[24 * day.weekday() + 20 for day in days])
    found = when(ALL, today=TODAY)
    assert found.table.shape == (7, 24)
    assert found.busiest is not None
    assert found.busiest[1] == 20


def test_what_has_no_hour_is_counted_as_unknown():
    reported([date(2026, 1, 5)] * 3, hour=[255, 255, 12])
    found = when(ALL, today=TODAY)
    assert (found.known, found.total) == (1, 3)


def test_an_even_week_has_nothing_that_stands_out_and_a_peak_does():
    even = [(day, 24 * day + 4 * block) for day in range(7) for block in range(6)] * 6
    days = [date(2026, 1, 5) + timedelta(day) for day, _ in even]
    hours = [hour for _, hour in even]
    reported(days, hour=hours)
    found = when(ALL, today=TODAY)
    assert found.cells is not None
    assert (found.cells.p_fdr > 0.05).all()
    peak = 40
    reported([*days, *[date(2026, 1, 9)] * peak], hour=[*hours, *[4 * 24 + 20] * peak])
    found = when(ALL, today=TODAY)
    assert found.cells is not None
    assert found.cells.p_fdr[4, 5] < 0.05


def test_nothing_reported_is_an_empty_week():
    found = when(ALL, today=TODAY)
    assert (found.known, found.total, found.busiest) == (0, 0, None)


def test_a_leap_year_has_one_weekday_more_twice():
    assert weekdays(date(2024, 1, 1), date(2025, 1, 1)).tolist() == [53, 53, *[52] * 5]
