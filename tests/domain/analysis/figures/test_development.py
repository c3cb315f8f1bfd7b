from datetime import date

import numpy as np
import pytest

from handslag.core.deadlines import months_after
from handslag.domain.analysis.figures.development import compared, development
from handslag.domain.analysis.queries.sums import Monthly
from handslag.statistics.verdicts import verdict
from tests.domain.analysis.counted import ALL, TODAY, reported


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def by_month(first: date, counts) -> list[date]:
    return [
        months_after(first, at).replace(day=1 + nr % 28)
        for at, n in enumerate(counts)
        for nr in range(n)
    ]


def test_the_same_months_are_compared():
    """Eighteen months: the last six against the same six a year before."""
    first = date(2024, 9, 1)
    reported(by_month(first, [10] * 6 + [30] * 6 + [5] * 6))
    found = development(ALL, first=first, today=TODAY)
    assert (found.compared, found.before, found.after) == (6, 60, 30)
    assert found.rolling[10:13] == [None, 240, 235]


def test_two_whole_years_are_compared_and_a_halving_is_seen():
    first = date(2024, 3, 1)
    reported(by_month(first, [40] * 12 + [20] * 12))
    found = development(ALL, first=first, today=TODAY)
    assert (found.compared, found.before, found.after) == (12, 480, 240)
    assert found.measured is not None
    assert verdict(found.measured).key == "down"


def test_few_events_are_too_few_to_judge():
    first = date(2024, 3, 1)
    reported(by_month(first, [1, 0] * 6 + [0, 1] * 6))
    found = development(ALL, first=first, today=TODAY)
    assert found.measured is not None
    assert verdict(found.measured).key == "few"


def test_a_short_time_is_not_judged():
    first = date(2025, 1, 1)
    reported(by_month(first, [9] * 14))
    assert development(ALL, first=first, today=TODAY).measured is None


def test_the_month_that_goes_on_is_not_counted():
    first = date(2024, 3, 1)
    reported([*by_month(first, [5] * 24), *[date(2026, 3, 10)] * 50])
    assert development(ALL, first=first, today=TODAY).monthly.counts.tolist() == [5] * 24


def test_without_a_change_it_seldom_says_that_there_is_one():
    """Two years of the same, with a season and more than Poisson's variation."""
    rng = np.random.default_rng(3)
    first, season = date(2024, 3, 1), 20 + 10 * np.sin(np.arange(24) * np.pi / 6)
    said = 0
    for _ in range(300):
        counts = rng.poisson(rng.gamma(20, season / 20))
        measured = compared(Monthly(first, counts)).measured
        assert measured is not None
        said += verdict(measured).key in {"up", "down"}
    assert said <= 18
