"""Reports before two surveys, and what the surveys say."""

from datetime import date

import pytest

from handslag.core.deadlines import months_after
from handslag.domain.analysis.figures import against as figures
from handslag.domain.analysis.rules.against import Together
from handslag.domain.surveys.published.awareness import Awareness, Knowing
from tests.domain.analysis.counted import ALL, TODAY, reported
from tests.domain.analysis.figures.test_development import by_month

FIRST = date(2024, 3, 1)


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


@pytest.fixture
def asked(monkeypatch):
    """Surveys that ended on these days; the change from the last but one."""

    def surveys(*ended: date, change=(0.02, -0.01, 0.05), is_certain=False):
        waves = tuple(
            Knowing("s", "S", day, 0.12, 0.1, 0.14, 900, 2000, 900, is_example=True)
            for day in ended
        )
        found = Awareness(waves, change if len(waves) > 1 else None, is_certain)
        monkeypatch.setattr(figures, "exposure_of", lambda home: found)

    return surveys


def told():
    return figures.against(ALL, 1, first=FIRST, today=TODAY)


def test_as_many_whole_months_before_each_survey(asked):
    # 24 months from March 2024: 20 in each of the first year, 30 in each of the second.
    reported(by_month(FIRST, [20] * 12 + [30] * 12))
    asked(date(2025, 2, 10), date(2026, 2, 10))
    found = told()
    assert found.counted is not None
    assert (found.counted.months, found.counted.before, found.counted.after) == (
        11,
        11 * 20,
        11 * 30,
    )
    assert found.said is Together.REPORT


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        (date(2025, 8, 10), date(2025, 12, 10), None),
        (date(2024, 9, 10), date(2025, 9, 10), 6),
        (date(2024, 9, 10), date(2025, 10, 10), 6),
        (date(2024, 10, 10), date(2025, 9, 10), 6),
        (date(2024, 9, 10), date(2025, 11, 10), None),
    ],
)
def test_less_than_a_year_is_held_against_the_same_months(asked, first, second, months):
    # Ten times as many in summer, the same each year: nothing has changed.
    year = [10, 10, 10, 100, 100, 100, 10, 10, 10, 10, 10, 10]
    reported(by_month(FIRST, year * 2))
    asked(first, second)
    found = told()
    assert (found.counted.months if found.counted else None) == months
    assert found.said is Together.NONE
    if found.counted:
        assert found.counted.before == found.counted.after


def test_fewer_reports_though_more_are_exposed(asked):
    reported(by_month(FIRST, [40] * 12 + [15] * 12))
    days = date(2025, 3, 10), date(2026, 3, 10)
    asked(*days, change=(0.05, 0.02, 0.08), is_certain=True)
    assert told().said is Together.DARK
    # The interval of one question alone is not enough where many are compared.
    asked(*days, change=(0.05, 0.02, 0.08))
    assert told().said is Together.FEWER


@pytest.mark.parametrize("ended", [(), (date(2026, 2, 10),)])
def test_it_takes_two_surveys(asked, ended):
    reported(by_month(FIRST, [20] * 24))
    asked(*ended)
    found = told()
    assert (found.asked, found.waves, found.counted) == (len(ended), None, None)


def test_it_takes_three_months_before_the_first(asked):
    reported(by_month(FIRST, [20] * 24))
    asked(months_after(FIRST, 2), date(2026, 2, 10))
    found = told()
    assert found.waves is not None
    assert found.counted is None
