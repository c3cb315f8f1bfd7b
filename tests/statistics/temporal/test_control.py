import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.control import cusum_poisson, ewma

# Montgomery (2009), table 9.1: the mean is 10 and, from the 21st on, 11.
VALUES = [
    *(9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34),
    *(9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62, 10.31, 8.52, 10.84),
    *(10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52),
]


def test_the_average_of_montgomery_and_its_limits():
    # Example 9.2, weight 0.1 and 2.7 standard deviations: 9.945, 9.7495, 9.70355; the
    # limits 9.73 to 10.27, then 9.64 to 10.36, in the end 9.38 to 10.62.
    found = ewma(VALUES, 10, 1, weight=0.1, width=2.7)
    assert found.estimate[:3] == pytest.approx([9.945, 9.7495, 9.70355])
    assert found.upper[[0, 1, 29]] == pytest.approx([10.27, 10.36, 10.62], abs=5e-3)
    assert found.lower[[0, 1, 29]] == pytest.approx([9.73, 9.64, 9.38], abs=5e-3)
    assert not found.alarm[:20].any()
    assert found.alarm[20:].any()


def test_what_each_count_is_allowed_is_that_of_lucas():
    # Lucas (1985): (unusual - usual) / (ln unusual - ln usual); 4 / ln 2 by hand.
    found = cusum_poisson([3, 5, 4, 9, 8, 12, 4], 4, 8, 8)
    assert found.k == pytest.approx(5.770780)
    assert found.statistic == pytest.approx(
        [0, 0, 0, 3.229220, 5.458440, 11.687660, 0], abs=1e-6
    )
    assert found.alarm.tolist() == [False] * 5 + [True, False]


def test_a_fall_is_found_too_and_a_head_start_finds_it_at_once():
    assert cusum_poisson([1, 0, 1, 0], 4, 2, 6).alarm.tolist() == [
        False,
        False,
        True,
        False,
    ]
    assert cusum_poisson([1, 0], 4, 2, 6, head_start=0.5).alarm.tolist() == [False, True]


def test_what_cannot_be_watched_is_refused():
    for call, code in (
        (lambda: cusum_poisson([1], 4, 4, 5), "E_EMPTY"),
        (lambda: cusum_poisson([-1], 4, 8, 5), "E_NEGATIVE"),
        (lambda: cusum_poisson(np.ones((1, 1)), 4, 8, 5), "E_SHAPE"),
        (lambda: ewma([1], 0), "E_EMPTY"),
        (lambda: ewma([1], 4, weight=0), "E_SHAPE"),
    ):
        with pytest.raises(ValueError, match=code):
            call()


def test_without_a_change_an_average_seldom_leaves_its_limits():
    rng = np.random.default_rng(25)
    assert ewma(rng.poisson(20, 4000), 20).alarm.mean() <= 0.006


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40), st.integers(1, 5))
def test_more_never_lowers_the_sum_before_an_alarm(counts, more):
    one = cusum_poisson(counts, 4, 8, 1e9)
    other = cusum_poisson([count + more for count in counts], 4, 8, 1e9)
    assert (other.statistic >= one.statistic).all()
