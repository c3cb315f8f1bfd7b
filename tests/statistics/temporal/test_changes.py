from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.counts import rate_ratio
from handslag.statistics.temporal.changes import change
from handslag.statistics.verdicts import verdict


def test_a_change_is_judged_by_how_much_years_vary():
    # Mean 399, Pearson's sum 264 / 399 on four degrees: chance alone, so that phi is 1.
    assert change(620, [400, 410, 395, 402, 388]).verdict == "increase"
    assert change(250, [400, 410, 395, 402, 388]).verdict == "decrease"
    assert change(420, [400, 410, 395, 402, 388]).verdict == "none"
    # Mean 400, squares 2 * 150² + 2 * 100²: 65,000 / 400 / 4.
    wild = change(620, [250, 550, 400, 300, 500])
    assert wild.phi == pytest.approx(40.625)
    assert wild.verdict == "too_few"


def test_with_the_t_of_many_years_it_is_the_mid_p_interval():
    # Even years of 40, two hundred of them: t is all but normal.
    found, peer = change(60, [40] * 200), rate_ratio(60, 1, 8000, 200)
    assert (found.lower, found.upper) == pytest.approx((peer.lower, peer.upper), rel=5e-3)
    assert found.p == pytest.approx(peer.p, abs=5e-4)


def test_what_could_have_been_seen_is_that_of_the_formula():
    # t(0.975; 4) + t(0.8; 4) = 2.776445 + 0.940965; exp(3.717410 * sqrt(1/100 + 1/500)).
    found = change(100, [100] * 5)
    assert found.mde_rise == pytest.approx(np.exp(3.717410 * np.sqrt(0.012)) - 1, rel=1e-5)
    assert found.mde == pytest.approx(1 - 1 / (1 + found.mde_rise))


def test_twelve_burglaries_are_too_few_and_a_single_year_says_nothing():
    few = change(6, [12, 9, 15, 11, 13])
    assert (few.verdict, few.flags) == ("too_few", ("few",))
    one = change(5, [3])
    assert (one.verdict, one.flags) == ("too_few", ("few", "short"))
    assert (one.lower, one.upper, one.p) == (0, inf, 1)
    none = change(0, [0, 0, 0])
    assert (none.verdict, none.lower, none.upper) == ("too_few", 0, inf)


def test_more_people_explain_more_events():
    assert change(620, [400, 410, 395, 402, 388], [1, 1, 1, 1, 1, 1.55]).verdict == "none"
    with pytest.raises(ValueError, match="E_SHAPE"):
        change(620, [400, 410], [1, 1])
    with pytest.raises(ValueError, match="E_EMPTY"):
        change(620, [400, 410], [1, 1, 0])
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        change(-1, [400, 410])


@pytest.mark.parametrize("mean", [12, 60, 400, 4000])
@pytest.mark.parametrize("variation", [0.0, 0.1])
def test_without_any_change_at_most_six_in_a_hundred_are_found(mean, variation):
    """Also where years vary by a tenth more than by chance."""
    rng = np.random.default_rng(21)
    shape = (5000, 6)
    means = np.full(shape, float(mean))
    if variation:
        means *= rng.gamma(variation**-2, variation**2, shape)
    years = rng.poisson(means)
    found = change(years[:, -1], years[:, :-1])
    assert np.isin(found.verdict, ["increase", "decrease"]).mean() <= 0.06
    assert (found.p < 0.05).mean() <= 0.06


@given(st.integers(0, 300), st.lists(st.integers(0, 300), min_size=2, max_size=8))
def test_the_verdict_follows_the_interval_and_many_are_as_one(now, before):
    found = change(now, before)
    many = change([now, 1], [before, before])
    assert (found.lower, found.upper) == (many.lower[0], many.upper[0])
    assert (found.verdict == "increase") == (found.lower > 1)
    assert (found.verdict == "decrease") == (found.upper < 1)
    assert (found.verdict == "too_few") == ("few" in found.flags)


@pytest.mark.parametrize(
    ("now", "key"), [(620, "up"), (250, "down"), (420, "none"), (None, "few")]
)
def test_the_sentence_of_a_change_is_that_of_its_verdict(now, key):
    found = change(now, [400, 410, 395, 402, 388]) if now else change(6, [12, 9, 15, 11])
    assert verdict(found).key == key
