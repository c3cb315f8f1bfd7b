from math import inf

import numpy as np
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


def test_many_at_once_are_what_each_is_by_itself():
    k1, k2, phi = [11, 0, 300, 7], [3, 4, 120, 0], [1.0, 1.0, 2.5, 1.0]
    many = rate_ratio(k1, 6.3, k2, [9.0, 2.0, 1.0, 1.0], phi=phi)
    for at, than in enumerate((9.0, 2.0, 1.0, 1.0)):
        one = rate_ratio(k1[at], 6.3, k2[at], than, phi=phi[at])
        assert (one.estimate, one.lower, one.upper, one.p, one.n) == pytest.approx(
            (many.estimate[at], many.lower[at], many.upper[at], many.p[at], many.n[at])
        )
        assert many.flags[at] == ()
    counts = poisson_ci([0, 12], [1.0, 2.0])
    assert counts.upper == pytest.approx([3.6889, 20.96 / 2], abs=5e-3)


def test_the_exact_method_is_rs():
    # R 4.2.2, poisson.test(c(11, 3), c(6.3, 9)) and poisson.test(c(7, 0), c(1, 1)).
    found = rate_ratio([11, 7], [6.3, 1], [3, 0], [9, 1], method="exact")
    assert found.p == pytest.approx([0.005701138636, 0.015625], rel=1e-8)
    assert found.lower == pytest.approx([1.383711704, 1.441308519], rel=1e-8)
    assert found.upper == pytest.approx([29.24109943, inf], rel=1e-8)
    with pytest.raises(ValueError, match="E_METHOD"):
        rate_ratio(1, 1, 1, 1, method="wald")
    with pytest.raises(ValueError, match="E_SHAPE"):
        rate_ratio([1, 2], 1, [1, 2, 3], 1)


def test_without_a_difference_few_pairs_are_called_different():
    rng = np.random.default_rng(19)
    pairs = rng.poisson(rng.uniform(3, 60, 4000)[:, None], (4000, 2))
    pairs = pairs[pairs.sum(axis=1) > 0]
    assert (rate_ratio(pairs[:, 0], 1, pairs[:, 1], 1).p < 0.05).mean() <= 0.06
