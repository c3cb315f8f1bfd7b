import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.effects.interrupted import its_poisson

# Car drivers killed in Great Britain by month, 1969-1984; belts were made compulsory on
# the last day of January 1983. Harvey & Durbin (1986), Journal of the Royal Statistical
# Society A 149, 187-227; R's Seatbelts.
KILLED = np.array([
    107, 97, 102, 87, 119, 106, 110, 106, 107, 134, 147, 180, 125, 134, 110, 102,
    103, 111, 120, 129, 122, 183, 169, 190, 134, 108, 104, 117, 157, 148, 130, 140,
    136, 140, 187, 150, 159, 143, 114, 127, 159, 156, 138, 120, 117, 170, 168, 198,
    144, 146, 109, 131, 151, 140, 153, 140, 161, 168, 152, 136, 113, 100, 103, 103,
    121, 134, 133, 129, 144, 154, 156, 163, 122, 92, 117, 95, 96, 108, 108, 106,
    140, 114, 158, 161, 102, 127, 125, 101, 97, 112, 112, 113, 108, 128, 154, 162,
    112, 79, 82, 127, 108, 110, 123, 103, 97, 140, 165, 183, 148, 111, 116, 115,
    100, 106, 134, 125, 117, 122, 153, 178, 114, 94, 128, 119, 111, 110, 114, 118,
    115, 132, 153, 171, 115, 95, 92, 100, 95, 114, 102, 104, 132, 136, 117, 137,
    111, 106, 98, 84, 94, 105, 123, 109, 130, 153, 134, 99, 115, 104, 131, 108,
    103, 115, 122, 122, 125, 137, 138, 152, 120, 95, 100, 89, 82, 89, 60, 84,
    113, 126, 122, 118, 92, 86, 81, 84, 87, 90, 79, 96, 122, 120, 137, 154,
])  # fmt: skip
BELTS = 169


def test_seat_belts_saved_one_driver_in_eight():
    # R: glm(DriversKilled ~ law + time + two waves, quasipoisson); statsmodels 0.15 gives
    # 0.87500440, dispersion 2.27091516.
    found = its_poisson(KILLED, BELTS)
    assert found.estimate == pytest.approx(0.87500440, abs=1e-8)
    assert found.phi == pytest.approx(2.27091516, abs=1e-8)
    percent = [round(100 * (end - 1), 1) for end in (found.lower, found.upper)]
    assert percent == [-19.0, -5.5]
    assert found.df == 192 - 7
    assert found.observed == KILLED[BELTS:].sum()
    assert found.expected > found.observed
    assert found.flags == ("correlated",)


def test_where_nothing_was_done_it_is_rarely_said_that_it_helped():
    rng = np.random.default_rng(4)
    t = np.arange(60)
    mean = np.exp(3 + 0.005 * t + 0.3 * np.sin(2 * np.pi * t / 12))
    series = rng.poisson(mean * rng.gamma(10, 1 / 10, (400, 60)))
    p = np.array([its_poisson(row, 36).p for row in series])
    assert 0.02 < (p < 0.05).mean() <= 0.06


@settings(max_examples=20, deadline=None)
@given(st.integers(24, 100), st.floats(0.5, 2))
def test_a_level_that_changes_is_found_as_it_is(start, ratio):
    t = np.arange(120)
    mean = 1000 * np.exp(0.003 * t + 0.2 * np.cos(2 * np.pi * t / 12))
    found = its_poisson(mean * np.where(t >= start, ratio, 1), start)
    assert found.estimate == pytest.approx(ratio, rel=1e-6)
    assert found.lower <= found.estimate <= found.upper


def test_exposure_takes_away_what_more_people_do():
    t = np.arange(48)
    people = np.where(t < 24, 1000.0, 2000.0)
    counts = np.random.default_rng(5).poisson(people / 50)
    assert its_poisson(counts, 24, exposure=people, harmonics=0).p > 0.05
    assert its_poisson(counts, 24, harmonics=0).estimate == pytest.approx(2, rel=0.3)


def test_short_series_are_flagged_and_impossible_ones_refused():
    assert "short" in its_poisson(np.tile([5, 7, 6], 8), 12, harmonics=0).flags
    for wrong, code in (
        ((np.ones(6), 3), "E_TOO_LITTLE_HISTORY"),
        ((np.ones(40), 0), "E_SHAPE"),
        ((-np.ones(40), 20), "E_NEGATIVE"),
        ((np.append(np.ones(30), np.zeros(10)), 30), "E_TOO_LITTLE_HISTORY"),
    ):
        with pytest.raises(ValueError, match=code):
            its_poisson(*wrong)
    with pytest.raises(ValueError, match="E_EMPTY"):
        its_poisson(np.ones(40), 20, exposure=np.zeros(40))
