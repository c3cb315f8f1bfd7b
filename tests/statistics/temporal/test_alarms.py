import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.alarms import Settings, farrington
from tests.statistics.temporal.drawn import weeks

# R 4.2.2, surveillance 1.20.3, farringtonFlexible of `weeks()`, range 381:420, b = 5,
# w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, weightsThreshold = 2.58, alpha = 0.01,
# pThresholdTrend = 1, limit54 = c(5, 4), thresholdMethod = "nbPlugin".
ALARMS = [(5, 3), (15, 1), (30, 1)]
UPPER = [
    [7, 20, 44, 103],
    [8, 18, 40, 92],
    [7, 19, 43, 103],
    [9, 22, 50, 126],
]
EXPECTED = [
    [2.88228056, 10.9814508, 28.6320698, 69.1502512],
    [2.79528436, 10.7635807, 28.6621273, 65.8762163],
    [3.65537462, 13.0523658, 34.0186542, 88.3124833],
]


def test_the_alarms_are_those_of_r():
    found = farrington(weeks(), np.arange(380, 420))
    assert [tuple(one) for one in np.argwhere(found.alarm).tolist()] == ALARMS
    assert found.upper[[0, 10, 20, 39]].tolist() == UPPER
    assert found.estimate[[0, 19, 39]] == pytest.approx(np.array(EXPECTED), rel=1e-6)


def test_one_series_is_a_column_of_many_and_a_gap_is_no_nought():
    table = weeks().astype(float)
    alone = farrington(table[:, 2], [400])
    assert alone.estimate.shape == (1,)
    assert alone.estimate[0] == pytest.approx(farrington(table, [400]).estimate[0, 2])
    table[250:256, 2] = np.nan
    gap = farrington(table[:, 2], [400])
    assert gap.n[0] == alone.n[0] - 6
    assert gap.estimate[0] == pytest.approx(alone.estimate[0], rel=0.05)


def test_few_events_are_no_alarm():
    quiet = np.zeros(420)
    quiet[400] = 4
    found = farrington(quiet, [400])
    assert (found.alarm[0], found.p[0], found.flags[0]) == (False, 1.0, ("few",))
    quiet[399] = 1
    assert farrington(quiet, [400]).alarm[0]


@pytest.mark.parametrize("alpha", [0.01, 0.05])
def test_without_outbreaks_hardly_more_weeks_are_marked_than_stated(alpha):
    rng = np.random.default_rng(24)
    season = 1 + 0.4 * np.sin(2 * np.pi * np.arange(300) / 52)[:, None]
    table = rng.poisson(season * rng.uniform(2, 30, 300))
    found = farrington(table, [290, 299], alpha=alpha)
    assert found.alarm.mean() <= 1.2 * alpha + 0.002


def test_too_short_a_history_is_said():
    with pytest.raises(ValueError, match="E_TOO_LITTLE_HISTORY"):
        farrington(np.ones(262), [261])
    assert farrington(np.ones(262), [261], settings=Settings(b=4)).estimate[0] > 0
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        farrington(-np.ones(300), [299])
    with pytest.raises(ValueError, match="E_SHAPE"):
        farrington(np.ones(300), [300])


@given(st.integers(0, 40), st.integers(1, 20))
def test_one_more_is_never_more_usual(count, more):
    table = np.repeat(weeks()[:, [1]], 2, axis=1)
    table[400] = count, count + more
    found = farrington(table, [400])
    assert found.p[0, 0] >= found.p[0, 1]
    assert found.alarm[0, 1] >= found.alarm[0, 0]


def test_one_year_of_past_lacks_seasons_and_is_still_compared():
    counts = np.random.default_rng(1).poisson(5, 120)
    found = farrington(counts, [118, 119], settings=Settings(b=1))
    assert np.isfinite(found.upper).all()
