import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.conditional import exact_limits, exact_p, mid_p, mid_p_limits


def array(*values):
    return np.array(values, dtype=float)


def test_the_tail_with_half_of_the_case_is_the_sum_of_its_terms():
    # 8 of 10 at one half: P(9) + P(10) + P(8)/2 = (10 + 1 + 45/2) / 1024.
    found = mid_p(array(8, 0, 10), array(10, 10, 10), array(0.5, 0.5, 0.5))
    assert found == pytest.approx([33.5 / 1024, 1 - 0.5 / 1024, 0.5 / 1024], rel=1e-12)


def test_the_exact_test_is_that_of_r():
    # R 4.2.2, binom.test(11, 14, 6.3 / 15.3) and binom.test(300, 420, 2.2 / 3.2).
    found = exact_p(array(11, 300, 5), array(14, 420, 10), array(6.3 / 15.3, 0.6875, 0.5))
    assert found == pytest.approx([0.005701138636, 0.2470873667, 1], rel=1e-8)


def test_the_exact_limits_are_those_of_clopper_and_pearson():
    # R 4.2.2, binom.test(7, 21): 0.1458769 to 0.5696755; of 0 among 10: 0 to 0.3084971.
    lower, upper = exact_limits(array(7, 0, 10), array(21, 10, 10), 0.025)
    assert lower == pytest.approx([0.1458769, 0, 0.6915029], abs=1e-7)
    assert upper == pytest.approx([0.5696755, 0.3084971, 1], abs=1e-7)


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(1, 40))
def test_at_a_limit_the_tail_is_what_was_asked_for(hits, misses, tail):
    hits, misses, tail = hits / 7, misses / 7, tail / 100
    total = array(hits + misses)
    lower, upper = mid_p_limits(array(hits), total, tail)
    assert 0 <= lower[0] < upper[0] <= 1
    if lower[0] > 1e-250:
        assert mid_p(array(hits), total, lower)[0] == pytest.approx(tail, rel=1e-6)
