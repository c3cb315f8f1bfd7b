from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.counts import dispersion, least_rise, poisson_ci, rate_ratio


def test_the_interval_of_a_count_is_garwoods():
    # Twelve events: 6.20 to 20.96, the table of Garwood (1936).
    found = poisson_ci(12)
    assert (round(found.lower, 2), round(found.upper, 2)) == (6.20, 20.96)
    assert poisson_ci(0).lower == 0
    assert poisson_ci(0).upper == pytest.approx(3.6889, abs=1e-4)


@pytest.mark.parametrize(("k1", "k2"), [(11, 3), (40, 22), (7, 0), (0, 7)])
def test_the_same_test_the_other_way_round_says_the_same(k1, k2):
    one, other = rate_ratio(k1, 7, k2, 30), rate_ratio(k2, 30, k1, 7)
    assert one.p == pytest.approx(other.p)
    assert one.lower == pytest.approx(0 if other.upper == inf else 1 / other.upper)


def test_the_ratio_agrees_with_the_sum_of_binomial_terms():
    # 8 of 10 at one half: P(9)+P(10)+P(8)/2 = (10 + 1 + 45/2)/1024, on both sides.
    found = rate_ratio(8, 1, 2, 1)
    assert found.p == pytest.approx(2 * 33.5 / 1024, abs=1e-12)
    assert found.estimate == 4


def test_more_variation_gives_a_wider_interval():
    sure, unsure = rate_ratio(60, 1, 40, 1), rate_ratio(60, 1, 40, 1, phi=3)
    assert sure.lower > 1
    assert unsure.lower < 1 < unsure.upper


@given(st.integers(0, 400), st.integers(0, 400), st.floats(1, 6))
def test_the_ratio_lies_in_its_interval(k1, k2, phi):
    if k1 + k2 == 0:
        with pytest.raises(ValueError, match="E_EMPTY"):
            rate_ratio(k1, 1, k2, 1)
        return
    found = rate_ratio(k1, 1, k2, 1, phi=phi)
    assert found.lower <= found.estimate <= found.upper


def test_counts_that_vary_as_chance_gives_have_a_dispersion_of_about_one():
    assert dispersion([2, 6], [4, 4]) == (2.0, 1)
    with pytest.raises(ValueError, match="E_SHAPE"):
        dispersion([2], [4, 4])


def test_the_least_rise_that_can_be_found_is_that_of_the_formula():
    # exp((1.959964 + 0.841621) * sqrt(2 / 100)) - 1, by hand.
    assert least_rise(100) == pytest.approx(0.486172, abs=1e-6)
    # As many again vary four times as much: exp(2.801585 * sqrt(4 / 100 * 2)) - 1.
    assert least_rise(100, phi=4) == pytest.approx(1.208709, abs=1e-6)
    assert least_rise(12) > 2
    assert least_rise(0) == inf
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        least_rise(-1)
    with pytest.raises(ValueError, match="E_EMPTY"):
        least_rise(1, times=0)
