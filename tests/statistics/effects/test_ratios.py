import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.effects.ratios import ratio_of_ratios

COUNTS = st.integers(0, 5000)


def test_the_change_here_is_set_against_the_change_there():
    # 100 to 80 here, 100 to 90 there: 0.8/0.9; Woolf (1955): the variance of the
    # logarithm is 1/100 + 1/80 + 1/100 + 1/90, whose root is 0.208832.
    found = ratio_of_ratios(100, 80, 100, 90)
    assert found.estimate == pytest.approx(0.8 / 0.9)
    assert found.se == pytest.approx(0.208832, abs=1e-6)
    assert found.lower == pytest.approx(0.8 / 0.9 * np.exp(-1.959964 * 0.2088327))
    assert (found.observed, found.expected, found.n) == (80, 90, 370)
    wide = ratio_of_ratios(100, 80, 100, 90, 2.25)
    assert wide.se == pytest.approx(1.5 * found.se)


@given(COUNTS, COUNTS, st.integers(1, 5000), COUNTS)
def test_time_turned_back_turns_the_ratio(a, b, c, d):
    there, back = ratio_of_ratios(a, b, c, d), ratio_of_ratios(b, a, d, c)
    assert there.estimate * back.estimate == pytest.approx(1)
    assert there.lower * back.upper == pytest.approx(1)
    assert there.lower <= there.estimate <= there.upper
    assert (there.p < 0.05) == (there.lower > 1 or there.upper < 1)


def test_where_nothing_changed_it_is_rarely_said_that_something_did():
    rng = np.random.default_rng(2)
    counts = rng.poisson([80, 60, 120, 90], (2000, 4))
    p = [ratio_of_ratios(*row).p for row in counts.tolist()]
    assert 0.03 < np.mean(np.array(p) < 0.05) <= 0.06


def test_noughts_and_few_are_flags():
    found = ratio_of_ratios(5, 0, 40, 50)
    assert found.flags == ("zero", "few")
    assert np.isfinite([found.lower, found.upper]).all()
    with pytest.raises(ValueError, match="E_EMPTY"):
        ratio_of_ratios(0, 0, 0, 0)
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        ratio_of_ratios(1, 2, -3, 4)
