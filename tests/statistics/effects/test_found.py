import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.effects.found import mde


def test_the_smallest_fall_is_that_of_the_textbook():
    # Two counts of 60: the standard error of log ratio is sqrt(2/60), and 2.8 of them
    # (1.959964 + 0.841621) = 0.511497 are a ratio of 0.599597.
    found = mde(60)
    assert found.se == pytest.approx(np.sqrt(2 / 60))
    assert found.fall == pytest.approx(1 - 0.599597, abs=1e-6)
    assert found.rise == pytest.approx(1 / 0.599597 - 1, abs=1e-5)
    # A comparison area as large makes it sqrt 2 times as uncertain.
    assert mde(60, comparison=60).se == pytest.approx(np.sqrt(4 / 60))


def test_what_is_called_detectable_is_detected_in_about_four_cases_of_five():
    before, found = 150.0, mde(150)
    rng = np.random.default_rng(1)
    power = []
    for ratio in (1 - found.fall, 1 + found.rise):
        a, b = rng.poisson(before, 20_000), rng.poisson(before * ratio, 20_000)
        z = np.abs(np.log(b / a)) / np.sqrt(1 / a + 1 / b)
        power.append((z > 1.96).mean())
    assert power == pytest.approx([0.73, 0.87], abs=0.02)
    assert np.mean(power) == pytest.approx(0.8, abs=0.02)


@given(st.floats(1, 1e5), st.floats(0.1, 10), st.floats(1, 5))
def test_more_events_show_more_and_spread_hides(before, exposure, phi):
    found = mde(before, exposure, phi)
    assert 0 < found.fall <= 1
    assert found.rise >= found.fall
    assert mde(2 * before, exposure, phi).fall <= found.fall
    assert mde(before, exposure, 2 * phi).fall >= found.fall


def test_after_nothing_no_change_could_be_seen():
    assert (mde(0).fall, mde(0).rise) == (1, np.inf)
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        mde(-1)
    with pytest.raises(ValueError, match="E_EMPTY"):
        mde(10, 0)
