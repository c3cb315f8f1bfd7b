import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.breaks import breakpoints
from tests.statistics.temporal.drawn import NILE


def test_the_nile_fell_after_28_years():
    # R 4.2.2, strucchange 1.5-3: breakpoints(Nile ~ 1) is 28 (1898); its confint with
    # het.reg = FALSE, het.err = FALSE 25 to 31. Means 1097.75 and 849.97: Cobb (1978).
    found = breakpoints(NILE)
    assert [*found.estimate, *found.lower, *found.upper] == [28, 25, 31]
    assert found.means == pytest.approx([1097.75, 849.97222])
    assert (found.means_upper[1], found.means_lower[0]) == pytest.approx((880, 1050), abs=1)


def test_what_each_shift_costs_can_be_stated():
    # strucchange's sums of squares with 0, 1, 2 shifts: 2835157, 1597457, 1552924.
    assert len(breakpoints(NILE, penalty=1_300_000).estimate) == 0
    assert len(breakpoints(NILE, penalty=100_000).estimate) == 1
    assert len(breakpoints(NILE, penalty=40_000).estimate) == 2


def test_too_short_a_series_is_not_divided():
    found = breakpoints([1, 9, 9])
    assert (len(found.estimate), found.method) == (0, "none")
    for size, code in ((0, "E_EMPTY"), ((1, 1), "E_SHAPE"), (1, "E_NAN")):
        with pytest.raises(ValueError, match=code):
            breakpoints(np.full(size, np.nan))


@pytest.mark.parametrize("n", [12, 30, 100])
def test_of_series_without_a_shift_at_most_six_in_a_hundred_have_one(n):
    rng = np.random.default_rng(26)
    found = [len(breakpoints(rng.poisson(20, n)).estimate) > 0 for _ in range(200)]
    assert np.mean(found) <= 0.06


@given(st.integers(8, 20), st.integers(8, 20), st.integers(5, 50))
def test_a_step_is_found_where_it_is(before, after, height):
    noise = np.resize([1.0, -1.0, 0.5], before + after)
    found = breakpoints(noise + height * (np.arange(before + after) >= before))
    assert before in found.estimate
    assert (found.lower <= found.estimate).all()
