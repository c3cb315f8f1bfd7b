import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.peers.shrinking import eb_shrink
from tests.statistics.scotland import CASES, EXPECTED


def test_the_districts_of_scotland_are_shrunk_as_in_the_paper():
    # Clayton & Kaldor (1987): a gamma with shape 1.88 and scale parameter 1.32; R's
    # SpatialEpi::eBayes: logarithm of the mean 0.3521, shape 1.8795.
    found = eb_shrink(CASES, EXPECTED)
    assert round(found.shape, 2) == 1.88
    assert round(found.shape / found.mean, 2) == 1.32
    assert np.log(found.mean) == pytest.approx(0.3521065, abs=1e-7)
    # Nine cases where 1.4 were expected: (9 + 1.88) / (1.4 + 1.32), not 6.43.
    assert found.estimate[0] == pytest.approx((9 + 1.8795) / (1.4 + 1.32167), abs=1e-4)
    assert found.raw[0] == pytest.approx(9 / 1.4)


def test_the_estimator_of_marshall_agrees_with_that_of_others():
    # esda 2.9 (Empirical_Bayes), which agrees with R's spdep::EBest.
    found = eb_shrink(CASES, EXPECTED, method="moments")
    assert found.estimate[:4] == pytest.approx(
        [3.87281123, 4.04660918, 2.8843139, 2.7353703], abs=1e-7
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["gamma", "moments"]))
def test_each_rate_is_drawn_towards_the_mean_and_not_beyond(seed, method):
    rng = np.random.default_rng(seed)
    people = rng.uniform(2, 200, 25)
    cases = rng.poisson(people * rng.gamma(4, 0.25, 25)) + 1
    found = eb_shrink(cases, people, method=method)
    low, high = np.minimum(found.raw, found.mean), np.maximum(found.raw, found.mean)
    assert ((low - 1e-9 <= found.estimate) & (found.estimate <= high + 1e-9)).all()
    assert ((found.weight >= 0) & (found.weight <= 1)).all()
    assert (found.lower < found.estimate).all()
    assert (found.estimate < found.upper).all()
    # As likely as can be: no other mean or shape near it gives more.
    again = eb_shrink(cases[::-1], people[::-1], method=method)
    assert again.shape == pytest.approx(found.shape, rel=1e-4)


def test_nineteen_intervals_in_twenty_hold_the_true_rate():
    rng = np.random.default_rng(2)
    people, rates = rng.uniform(5, 50, 3000), rng.gamma(5, 0.2, 3000)
    found = eb_shrink(rng.poisson(people * rates), people)
    inside = ((found.lower <= rates) & (rates <= found.upper)).mean()
    assert inside == pytest.approx(0.95, abs=0.012)
    off = np.abs(found.estimate - rates).mean()
    assert off < 0.9 * np.abs(found.raw - rates).mean()


def test_areas_that_do_not_differ_get_the_mean_all():
    found = eb_shrink(np.array([10, 10, 10, 10]), np.full(4, 20.0))
    assert found.flags == ("alike",)
    assert found.estimate == pytest.approx(np.full(4, 0.5), abs=1e-6)
    for wrong, code in (
        ((np.ones(2), np.ones(2)), "E_SHAPE"),
        ((np.ones(3), np.zeros(3)), "E_EMPTY"),
        ((np.zeros(3), np.ones(3)), "E_EMPTY"),
        ((np.array([1, -1, 1]), np.ones(3)), "E_NEGATIVE"),
    ):
        with pytest.raises(ValueError, match=code):
            eb_shrink(*wrong)
