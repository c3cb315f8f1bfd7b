import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.effects.areas import did_poisson
from handslag.statistics.effects.ratios import ratio_of_ratios

COUNTS = np.array(
    [
        [12, 15, 11, 14, 6, 7, 5, 8],
        [22, 19, 25, 21, 13, 12, 15, 9],
        [14, 12, 16, 13, 15, 13, 12, 14],
        [31, 28, 26, 33, 30, 27, 29, 35],
        [8, 9, 7, 11, 8, 10, 6, 9],
        [18, 21, 17, 16, 19, 22, 18, 15],
    ]
)
TREATED, AFTER = np.arange(6) < 2, np.arange(8) >= 4
PEOPLE = np.outer([1, 2, 1, 3, 0.8, 1.9], [1, 1, 1.1, 1, 1, 0.9, 1, 1.2]) + np.eye(6, 8)


def test_the_estimate_is_that_of_a_regression_with_a_level_for_each():
    # statsmodels 0.15, GLM(Poisson) with a column for each area and span: 0.5357416195,
    # standard error 0.1662681743; clusters without correction 0.0409826950.
    found = did_poisson(COUNTS, TREATED, AFTER)
    assert found.estimate == pytest.approx(0.5357416195, abs=1e-9)
    assert found.model_se == pytest.approx(0.1662681743, abs=1e-8)
    assert found.cluster_se == pytest.approx(0.0409826950 * np.sqrt(6 / 5), abs=1e-8)
    # Only 15 ways to choose two of six: the true one is the most extreme, 1/15.
    assert (found.assignments, found.p) == (15, 1 / 15)
    assert found.flags == ("few_assignments",)


def test_with_people_it_is_that_of_a_regression_with_an_offset():
    # statsmodels 0.15 with offset log(PEOPLE): 0.6211370611, standard error 0.1667871804.
    found = did_poisson(COUNTS, TREATED, AFTER, exposure=PEOPLE)
    assert found.estimate == pytest.approx(0.6211370611, abs=1e-8)
    assert found.model_se == pytest.approx(0.1667871804, abs=1e-8)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_without_people_it_is_the_ratio_of_ratios_whatever_the_scale(seed):
    rng = np.random.default_rng(seed)
    counts = rng.poisson(rng.uniform(5, 40, (6, 8)))
    found = did_poisson(counts, TREATED, AFTER)
    four = [
        counts[np.ix_(who, when)].sum()
        for who in (TREATED, ~TREATED)
        for when in (~AFTER, AFTER)
    ]
    assert found.estimate == pytest.approx(ratio_of_ratios(*four).estimate)
    same = did_poisson(counts, TREATED, AFTER, exposure=np.full(counts.shape, 3.0))
    assert same.estimate == pytest.approx(found.estimate, rel=1e-8)
    assert same.p == found.p
    assert found.lower <= found.estimate <= found.upper


def test_where_nothing_was_done_chance_is_found_as_often_as_it_should():
    # Areas go their own ways, so that Poisson alone would cry wolf.
    rng = np.random.default_rng(6)
    treated = np.arange(8) < 2
    alarms = model = 0
    for _ in range(400):
        ways = np.exp(0.3 * rng.normal(size=(8, 1)) * AFTER)
        counts = rng.poisson(40 * ways * np.ones((8, 8)))
        found = did_poisson(counts, treated, AFTER)
        alarms += found.p < 0.05
        model += abs(np.log(found.estimate)) > 1.96 * found.model_se
    assert alarms <= 0.06 * 400 < model


def test_many_choices_are_drawn_and_noughts_are_flagged():
    counts = np.random.default_rng(7).poisson(9, (30, 8))
    treated = np.arange(30) < 15
    found = did_poisson(counts, treated, AFTER, most=99, rng=np.random.default_rng(8))
    assert found.assignments == 100
    with pytest.raises(ValueError, match="E_RNG"):
        did_poisson(counts, treated, AFTER, most=99)
    none = COUNTS * ~(TREATED[:, None] & AFTER)
    assert "zero" in did_poisson(none, TREATED, AFTER).flags


def test_what_cannot_be_compared_is_refused():
    for wrong, code in (
        ((COUNTS, AFTER, TREATED), "E_SHAPE"),
        ((COUNTS, TREATED * 1, AFTER), "E_SHAPE"),
        ((-COUNTS, TREATED, AFTER), "E_NEGATIVE"),
        ((COUNTS, TREATED | True, AFTER), "E_EMPTY"),
        ((COUNTS * 0, TREATED, AFTER), "E_EMPTY"),
    ):
        with pytest.raises(ValueError, match=code):
            did_poisson(*wrong)
