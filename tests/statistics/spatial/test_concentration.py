import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.spatial.concentration import concentration, pai


def test_the_curve_and_the_coefficients_are_those_by_hand():
    found = concentration(np.array([0, 6, 0, 3, 1]))
    assert found.share_of_events == pytest.approx([0, 0.6, 0.9, 1, 1, 1])
    assert found.events_in(0.2) == pytest.approx(0.6)
    assert found.places_for(0.9) == pytest.approx(0.4)
    # (2 (3 1 + 4 3 + 5 6) / 10 - 6) / 5.
    assert found.gini == pytest.approx(0.6)
    assert found.generalised_gini == found.gini  # more events than places


def test_few_events_that_never_meet_are_not_concentrated():
    # Bernasco & Steenbeek (2017): 4 events at 4 of 10 places are as even as can be.
    found = concentration(np.array([1, 0, 1, 0, 0, 1, 0, 0, 1, 0]))
    assert found.gini == pytest.approx(0.6)
    assert found.generalised_gini == pytest.approx(0)
    assert found.flags == ("few",)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30))
def test_the_curve_rises_and_the_coefficient_is_a_share(counts):
    found = concentration(np.array(counts))
    if not sum(counts):
        assert "none" in found.flags
        return
    assert (np.diff(found.share_of_events) >= 0).all()
    assert -1e-12 <= found.generalised_gini <= found.gini + 1e-12 <= 1


def test_what_a_map_told_is_as_by_hand():
    # A quarter of the area held 30 of 60 events; the best quarter holds 40.
    hot, future = np.array([1, 0, 0, 0], bool), np.array([30, 40, 0, 0])
    found = pai(hot, 2.0, future - np.array([0, 10, 0, 0]))
    assert found.pai == pytest.approx(2)
    assert found.lower < 2 < found.upper
    assert pai(hot, 2.0, future).pei == pytest.approx(0.75)
    # Wilson's interval of 30 of 60: 0.377 to 0.623.
    assert found.hit_lower == pytest.approx(0.3773, abs=1e-4)


@given(st.lists(st.integers(0, 9), min_size=3, max_size=12), st.integers(1, 2))
def test_no_map_beats_the_best_one(future, marked):
    hot = np.arange(len(future)) < marked
    found = pai(hot, np.arange(1.0, len(future) + 1), np.array(future))
    if sum(future):
        assert found.pei <= 1 + 1e-12
        assert found.lower <= found.estimate <= found.upper
    else:
        assert found.flags == ("few", "none")


def test_nothing_marked_is_no_map():
    with pytest.raises(ValueError, match="E_EMPTY"):
        pai(np.zeros(2, bool), 1, np.ones(2))
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        concentration(np.array([-1]))
