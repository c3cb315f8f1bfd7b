import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.seasons import stl_like
from tests.statistics.temporal.drawn import NILE, VANS

FIRST_FIFTIETH_LAST = [0, 49, 119]

# R 4.2.2, stl(VANS, "periodic"), (…, 7) and (…, 13, t.window = 25): the first, the fiftieth
# and the last value of season, trend and rest.
PERIODIC = [
    [2.285500971, -2.303038459, 2.11889751],
    [10.0442095, 10.32280729, 7.287151764],
    [-0.329710469, -3.019768833, -2.406049274],
]
SEVEN = [
    [2.548865916, -4.030218967, 1.01775923],
    [10.41964428, 10.47841727, 7.700334151],
    [-0.9685101924, -1.448198298, -1.718093381],
]
THIRTEEN = [
    [2.044967035, -2.26622834, 1.79973129],
    [10.37305872, 10.54416428, 7.746614362],
    [-0.4180257512, -3.277935938, -2.546345652],
]
# statsmodels 0.15.0, STL with R's settings and robust=True: trend and season. R itself
# takes another value for the median here, and differs in the third digit.
ROBUST = [
    [10.54842585, 10.85399255, 5.891737742],
    [2.544282505, -5.936628127, 1.859994386],
]


@pytest.mark.parametrize(
    ("season_window", "trend_window", "expected"),
    [
        (None, None, PERIODIC),
        (7, None, SEVEN),
        (13, 25, THIRTEEN),
    ],
)
def test_the_parts_are_those_of_r(season_window, trend_window, expected):
    found = stl_like(VANS, 12, season_window=season_window, trend_window=trend_window)
    parts = [found.season, found.trend, found.rest]
    for part, values in zip(parts, expected, strict=True):
        assert part[FIRST_FIFTIETH_LAST] == pytest.approx(values, abs=1e-8)


def test_robust_parts_are_those_of_another_library():
    found = stl_like(VANS, 12, season_window=9, robust=True)
    assert found.trend[FIRST_FIFTIETH_LAST] == pytest.approx(ROBUST[0], abs=1e-8)
    assert found.season[FIRST_FIFTIETH_LAST] == pytest.approx(ROBUST[1], abs=1e-8)
    assert found.weights.min() < 0.5


def test_what_cannot_be_taken_apart_is_refused():
    for values, window, code in (
        (NILE[:20], None, "E_TOO_LITTLE_HISTORY"),
        (NILE, 8, "E_SHAPE"),
        (NILE, 1, "E_SHAPE"),
        (NILE * np.nan, None, "E_NAN"),
    ):
        with pytest.raises(ValueError, match=code):
            stl_like(values, 12, season_window=window)


@given(st.integers(-50, 50), st.integers(2, 9))
def test_the_parts_sum_to_the_series_and_a_pure_season_is_one(level, height):
    wave = height * np.resize([1.0, -1.0, 2.0, -2.0], 40)
    found = stl_like(level + wave, 4)
    assert found.trend + found.season + found.rest == pytest.approx(level + wave)
    assert found.season == pytest.approx(wave, abs=1e-6)
