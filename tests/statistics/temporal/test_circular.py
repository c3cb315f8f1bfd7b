import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.circular import circular_mean, rayleigh


def test_the_directions_of_zar_have_the_mean_that_he_prints():
    # Zar (1999), Biostatistical Analysis, example 26.4 and 27.1: eight directions, mean
    # 99 degrees, r = 0.82522, Rayleigh's z = 5.448, p between 0.001 and 0.002.
    found = circular_mean([45, 55, 81, 96, 110, 117, 132, 154], period=360)
    assert found.estimate == pytest.approx(99, abs=0.1)
    assert pytest.approx(0.82522, abs=1e-5) == found.R
    assert pytest.approx(5.448, abs=1e-3) == 8 * found.R**2
    assert 0.001 < found.p < 0.002
    assert found.lower < 99 < found.upper
    assert found.flags == ("few",)


def test_around_midnight_is_not_noon():
    found = circular_mean([23.0, 1.0] * 20)
    assert min(found.estimate, 24 - found.estimate) == pytest.approx(0, abs=1e-9)
    assert found.lower > 23
    assert found.upper < 1


def test_hours_all_around_have_no_mean():
    found = circular_mean(np.arange(24))
    assert found.flags == ("few", "flat")
    assert (found.lower, found.upper, found.se) == (0, 24, None)
    with pytest.raises(ValueError, match="E_EMPTY"):
        circular_mean([])


@pytest.mark.parametrize("n", [6, 40, 200])
def test_without_a_pattern_at_most_six_in_a_hundred_have_one(n):
    rng = np.random.default_rng(18)
    near = np.abs(np.exp(2j * np.pi * rng.random((4000, n))).mean(axis=1))
    assert np.mean([rayleigh(float(one), n) < 0.05 for one in near]) <= 0.06


@given(st.lists(st.integers(0, 23), min_size=1, max_size=30), st.integers(0, 23))
def test_as_much_later_is_the_same_pattern_so_much_later(hours, later):
    one = circular_mean(hours)
    other = circular_mean([(hour + later) % 24 for hour in hours])
    assert pytest.approx(other.R, abs=1e-9) == one.R
    if one.R > 1e-6:
        apart = (other.estimate - one.estimate - later) % 24
        assert min(apart, 24 - apart) == pytest.approx(0, abs=1e-6)
