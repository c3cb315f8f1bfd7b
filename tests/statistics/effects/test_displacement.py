import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.effects.displacement import wdd, wdq

PAIR = st.tuples(st.integers(0, 500), st.integers(0, 500))


def test_the_difference_is_that_of_the_authors():
    # Wheeler & Ratcliffe (2018); Wheeler's own example of the test: 100 to 80 here, 100
    # to 90 there is 10 fewer with the standard error 19.
    found = wdd((100, 80), (100, 90))
    assert (found.estimate, round(found.se)) == (-10, 19)
    assert found.se == pytest.approx(np.sqrt(370))
    # The example of the package ptools for areas of different size: -91.9 (31.5).
    sized = wdd((207, 110), (308, 318), (178, 157), (150, 140), areas=(1.2, 0.9, 1.5, 1.6))
    assert sized.here
    assert sized.ring
    assert round(sized.here.estimate, 1) == -91.9
    assert round(sized.here.se, 1) == 31.5
    assert sized.estimate == pytest.approx(sized.here.estimate + sized.ring.estimate)
    assert sized.se**2 == pytest.approx(sized.here.se**2 + sized.ring.se**2)


def test_years_before_are_made_as_long_as_those_after():
    # Five years before and one after: 500 and 100 are the same each year.
    found = wdd((500, 80), (500, 90), periods=(5, 1))
    assert found.estimate == -10
    assert found.se == pytest.approx(np.sqrt(80 + 90 + 2 * 500 / 25))


@given(PAIR, st.tuples(st.integers(1, 500), st.integers(0, 500)), st.floats(1, 4))
def test_areas_changed_about_change_its_sign(treated, comparison, phi):
    one, other = wdd(treated, comparison, phi=phi), wdd(comparison, treated, phi=phi)
    assert one.estimate == -other.estimate
    assert one.lower == pytest.approx(-other.upper)
    assert one.p == other.p
    assert one.se == pytest.approx(np.sqrt(phi) * wdd(treated, comparison).se)


def test_where_nothing_moved_it_is_rarely_said_that_something_did():
    rng = np.random.default_rng(3)
    counts = rng.poisson([60, 60, 90, 90, 40, 40, 50, 50], (2000, 8)).tolist()
    p = [wdd(r[:2], r[2:4], r[4:6], r[6:]).p for r in counts]
    assert 0.03 < np.mean(np.array(p) < 0.05) <= 0.06


def test_the_quotient_says_how_much_of_the_gain_was_lost_next_door():
    # By hand, Bowers & Johnson (2003): success 20/45 - 35/50 = -0.25556, the ring
    # 28/45 - 30/50 = 0.02222, and their quotient -0.08696. Expected 31.5 and 27.
    found = wdq((35, 20), (30, 28), (50, 45))
    assert found.success == pytest.approx(20 / 45 - 0.7)
    assert found.estimate == pytest.approx(-0.0869565)
    assert (found.gross_effect, found.total_net_effect) == (15, 11.5 - 1)
    assert np.isnan([found.lower, found.upper]).all()
    assert found.flags == ("no_interval",)
    assert "no_success" in wdq((20, 35), (30, 28), (50, 45)).flags
    assert np.isnan(wdq((50, 45), (30, 28), (50, 45)).estimate)


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="E_SHAPE"):
        wdd((1, 2), (3, 4), (5, 6))
    with pytest.raises(ValueError, match="E_SHAPE"):
        wdd((1, 2, 3), (3, 4))
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        wdd((1, -2), (3, 4))
    with pytest.raises(ValueError, match="E_EMPTY"):
        wdq((1, 2), (3, 4), (0, 4))
    assert wdd((3, 4), (5, 6)).flags == ("few",)
