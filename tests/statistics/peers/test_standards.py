import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.counts import poisson_ci
from handslag.statistics.peers.standards import standardise

# Down's syndrome among first-born children in Michigan 1950-1964 by the mother's age,
# and all births as the standard. Fleiss (1981), Statistical Methods for Rates and
# Proportions, table 14.4: 56.3 per 100,000, standardised 92.3.
CASES = np.array([107, 141, 60, 40, 39, 25])
BIRTHS = np.array([230061.0, 329449, 114920, 39487, 14208, 3052])
STANDARD = np.array([319933.0, 931318, 786511, 488235, 237863, 61313])


def test_first_born_children_are_standardised_as_in_the_book():
    found = standardise(CASES, BIRTHS, STANDARD)
    assert round(1e5 * found.crude[0], 1) == 56.3
    assert round(1e5 * found.estimate[0], 1) == 92.3
    # Fay & Feuer (1997), written out: gamma quantiles of the rate and its variance.
    weights = STANDARD / STANDARD.sum()
    variance = (weights**2 * CASES / BIRTHS**2).sum()
    assert found.se[0] == pytest.approx(np.sqrt(variance))
    ends = 1e5 * np.array([found.lower[0], found.upper[0]])
    assert ends == pytest.approx([80.44174985, 105.76334575])


def test_by_the_standards_rates_cases_are_held_against_those_expected():
    rates = np.array([0.001, 0.002])
    found = standardise(
        np.array([[3, 9], [0, 0]]), np.full((2, 2), 2000.0), rates, method="indirect"
    )
    assert found.expected.tolist() == [6, 6]
    assert found.estimate.tolist() == [2, 0]
    exact = poisson_ci(12, 6.0)
    assert (found.lower[0], found.upper[0]) == pytest.approx((exact.lower, exact.upper))
    assert found.lower[1] == 0
    assert found.flags == ("few",)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32), st.floats(0.5, 20))
def test_people_like_the_standard_keep_their_own_rate(seed, size):
    rng = np.random.default_rng(seed)
    cases, standard = rng.poisson(30, 5), rng.uniform(1e3, 1e5, 5)
    found = standardise(cases, size * standard, standard)
    assert found.estimate == pytest.approx(found.crude)
    assert found.lower[0] <= found.estimate[0] <= found.upper[0]
    own = cases / (size * standard)
    back = standardise(cases, size * standard, own, method="indirect")
    assert back.estimate == pytest.approx([1])


def test_what_cannot_be_is_refused():
    two = np.ones((2, 2))
    for wrong, code in (
        ((two, np.ones((2, 3)), np.ones(2)), "E_SHAPE"),
        ((two, two, np.ones(3)), "E_SHAPE"),
        ((-two, two, np.ones(2)), "E_NEGATIVE"),
        ((two, 0 * two, np.ones(2)), "E_EMPTY"),
        ((two, two, np.zeros(2)), "E_EMPTY"),
    ):
        with pytest.raises(ValueError, match=code):
            standardise(*wrong)
