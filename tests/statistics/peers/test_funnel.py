import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.peers.funnel import funnel, limits_at, winsorised_dispersion
from tests.statistics.scotland import CASES, EXPECTED


def test_the_limits_are_those_of_the_paper():
    # Spiegelhalter (2005), appendix A.1, by scipy.stats.poisson: with k the quantile,
    # (k - (P(k) - p) / (P(k) - P(k - 1))) / expected.
    lower, upper = limits_at(np.array([1.4, 8.7, 3.0]), 0.95)
    assert lower == pytest.approx([0, 0.3372632036, 0], abs=1e-9)
    assert upper == pytest.approx([2.6626701717, 1.6641399906, 2.1312800549], abs=1e-9)


def test_districts_that_differ_by_more_than_chance_widen_the_limits():
    found = funnel(CASES, EXPECTED)
    # The mean of the squares of (O - E) / sqrt(E), each tail of 10 percent drawn in.
    z = (CASES - EXPECTED) / np.sqrt(EXPECTED)
    low, high = np.quantile(z, [0.1, 0.9])
    assert found.phi == pytest.approx((np.clip(z, low, high) ** 2).mean())
    assert found.phi == pytest.approx(winsorised_dispersion(z))
    assert found.flags == ("overdispersed", "few")
    plain = funnel(CASES, EXPECTED, adjust=False)
    assert (found.upper - 1) == pytest.approx((plain.upper - 1) * np.sqrt(found.phi))
    assert (np.abs(found.place) <= np.abs(plain.place)).all()
    assert (found.place[1], plain.place[1]) == (2, 2)
    assert (found.n, found.level) == (536, 0.95)


def test_like_areas_are_rarely_set_apart():
    rng = np.random.default_rng(1)
    expected = rng.uniform(5, 80, 20_000)
    found = funnel(rng.poisson(expected), expected)
    assert found.phi == 1
    assert 0.04 < (found.p < 0.05).mean() <= 0.06
    assert 0.04 < (found.place != 0).mean() <= 0.06
    assert (np.abs(found.place) == 2).mean() <= 0.004


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 300), st.floats(0.5, 300)), min_size=1))
def test_an_area_is_placed_by_its_limits(rows):
    observed, expected = (np.array(column) for column in zip(*rows, strict=True))
    found = funnel(observed, expected)
    assert (found.outer_lower <= found.lower).all()
    assert (found.lower <= 1).all()
    assert (found.upper >= 1).all()
    assert (found.upper <= found.outer_upper).all()
    assert ((found.place > 0) == (found.estimate > found.upper)).all()
    assert ((found.place == -2) == (found.estimate < found.outer_lower)).all()
    assert ((found.p >= 0) & (found.p <= 1)).all()


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="E_SHAPE"):
        funnel(np.ones(2), np.ones(3))
    with pytest.raises(ValueError, match="E_EMPTY"):
        funnel(np.ones(2), np.zeros(2))
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        funnel(np.array([-1, 2]), np.ones(2))
    with pytest.raises(ValueError, match="E_EMPTY"):
        limits_at(np.zeros(1), 0.95)
