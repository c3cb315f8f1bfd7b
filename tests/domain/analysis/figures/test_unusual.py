from datetime import date, timedelta

import numpy as np
import pytest

from handslag.core.points.cubes import keep
from handslag.core.points.rules import week_number
from handslag.domain.analysis.figures.unusual import Past, judged, unexpected
from handslag.domain.analysis.queries.sums import Weekly
from handslag.domain.analysis.rules import SOURCE, TROUBLES, Question, Way
from handslag.domain.incidents.rules import Top
from tests.domain.analysis.counted import AREA, TODAY, reported

MONDAY = date(2026, 3, 2)  # the last whole week before TODAY, a Sunday
DAMAGE = Question(AREA, tops=(Top.DAMAGE,), ways=(Way.RESIDENT,))


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def weeks(counts: list[int]) -> None:
    """So many reports of damage by residents in each week, the last week last."""
    first = MONDAY - timedelta(weeks=len(counts) - 1)
    reported([first + timedelta(weeks=at) for at, n in enumerate(counts) for _ in range(n)])


def drawn(rng: np.random.Generator, many: int, *, season: float) -> Weekly:
    """About six a week of each kind, with half as much variation again as chance gives."""
    phi, level = 1.5, 6 * (1 + season * np.sin(np.arange(many) * 2 * np.pi / 52))
    lam = rng.gamma(level / (phi - 1), phi - 1, (len(TROUBLES), many)).T
    return Weekly(MONDAY - timedelta(weeks=many - 1), rng.poisson(lam))


def test_a_week_far_beyond_the_half_year_before_it_is_unexpected():
    weeks([5] * 30 + [20])
    found = unexpected(DAMAGE, today=TODAY)
    assert found is not None
    assert (found.monday, found.past, found.known) == (MONDAY, Past.WEEKS, 29)
    assert [one.count for one in found.alarms] == [20]
    assert found.counts[:-1].tolist() == [[5]] * 12


def test_what_has_come_as_often_before_is_not_unexpected():
    """In an even half year with one such week the limit is that week."""
    weeks([5] * 20 + [20] + [5] * 9 + [20])
    found = unexpected(DAMAGE, today=TODAY)
    assert found is not None
    assert (found.alarms, found.judged[0].limit) == ([], 20)


def test_twelve_weeks_are_too_short_and_few_events_are_not_judged():
    weeks([5] * 13 + [20])
    short = unexpected(DAMAGE, today=TODAY)
    assert short is not None
    assert (short.past, short.judged) == (Past.SHORT, [])
    weeks([1, *[0] * 29, 4])
    few = unexpected(DAMAGE, today=TODAY)
    assert few is not None
    assert (few.past, few.judged) == (Past.WEEKS, [])


def test_with_three_years_it_is_held_against_the_same_season():
    """Seven weeks of each year have twenty, and all others four. When they begin anew it
    is no alarm; with one year known it is."""
    at = MONDAY - timedelta(weeks=160)
    mondays = [at + timedelta(weeks=n) for n in range(161)]
    ago = [abs(n - 52 * round(n / 52)) if n > 26 else 4 * n for n in range(160, -1, -1)]
    counts = [20 if n <= 3 else 4 for n in ago]
    found = judged(Weekly(at, np.array([counts]).T), (Top.DAMAGE,))
    assert (found.past, found.years, found.alarms) == (Past.YEARS, 3, [])
    recent = judged(Weekly(mondays[-60], np.array([counts[-60:]]).T), (Top.DAMAGE,))
    assert (recent.past, len(recent.alarms)) == (Past.WEEKS, 1)


def test_in_weeks_like_all_others_hardly_ever_is_any_kind_unexpected():
    """Four kinds together: about one week of twenty at most, for both ways of comparing;
    of the half year only without a season, as the page says."""
    rng = np.random.default_rng(5)
    for many, rounds, season in ((60, 15, 0.0), (170, 60, 0.3)):
        found = [judged(drawn(rng, many, season=season), TROUBLES) for _ in range(rounds)]
        marks = np.concatenate([(one.counts > one.limits).any(axis=1) for one in found])
        assert 0 < marks.mean() <= 0.06


def test_of_all_that_is_received_the_numbers_of_weeks_go_back_beyond_the_reports():
    weeks([3] * 4)
    last = week_number(MONDAY)
    kept = {
        "area": np.full(200, AREA, np.int32),
        "kind": np.full(200, 10, np.int32),
        "week": np.arange(last - 199, last + 1, dtype=np.int32),
        "n": np.full(200, 7, np.int32),
    }
    keep(SOURCE, "past", kept)
    found = unexpected(Question(AREA), today=TODAY)
    assert found is not None
    assert (found.past, found.known, found.kinds[0].count) == (Past.YEARS, 198, 7)
    some = unexpected(DAMAGE, today=TODAY)
    assert some is not None
    assert some.past is Past.SHORT


def test_the_share_that_has_come_by_now_counts_each_day_of_the_week():
    """Half come at once and half after ten days: on the Sunday after, those of Monday to
    Thursday have come, and of the other three days half."""
    weeks([5] * 20)
    late = {"area": [AREA] * 2, "kind": [11] * 2, "days": [0, 10], "n": [50, 50]}
    keep(SOURCE, "late", {name: np.array(column) for name, column in late.items()})
    found = unexpected(DAMAGE, today=TODAY)
    assert found is not None
    assert found.registered == pytest.approx((4 * 1 + 3 * 0.5) / 7)


def test_nothing_reported_is_no_week():
    assert unexpected(DAMAGE, today=TODAY) is None
