import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.spatial.repeats import nearby_share, repeats

EVENTS = st.tuples(st.integers(0, 5), st.integers(-30, 30))


def test_the_share_counts_those_that_had_one_before():
    address = np.array([1, 2, 1, 1, 3, 2])
    day = np.array([0, 0, 10, 12, 20, 40])
    week, month = repeats(address, day, (7, 30)).shares
    # After the first week: days 10, 12, 20 and 40; the one of day 12 came two days after.
    assert (week.repeats, week.n, week.estimate) == (1, 4, 0.25)
    # After the first thirty days only day 40, forty days after the one before.
    assert (month.repeats, month.n) == (0, 1)
    assert month.flags == ("few",)


def test_the_curve_is_that_of_kaplan_and_meier():
    # The 6-MP group of Freireich et al. (1963): 9 relapses in weeks, 12 cut short.
    came = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    cut = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    day = np.array([40 - wait for wait in came + cut] + [40] * len(came))
    address = np.array([*range(21), *range(9)])
    found = repeats(address, day, (6, 7, 10, 13, 16, 22, 23, 30))
    still = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448, 0.448]
    assert 1 - found.again == pytest.approx(still, abs=5e-4)
    # R's survfit with conf.type "log-log": 0.620 to 0.952 at week 6.
    assert 1 - found.upper[0] == pytest.approx(0.620, abs=1e-3)
    assert 1 - found.lower[0] == pytest.approx(0.952, abs=1e-3)


@settings(max_examples=40)
@given(st.lists(EVENTS, min_size=1, max_size=30))
def test_the_curve_rises_and_the_order_of_the_events_does_not_matter(events):
    address, day = np.array(events).T
    one = repeats(address, day, (5, 20, 90))
    turned = repeats(address[::-1], day[::-1], (5, 20, 90))
    assert repr(one.shares) == repr(turned.shares)
    assert np.array_equal(one.again, turned.again)
    assert (np.diff(one.again) >= -1e-12).all()
    assert (one.lower <= one.again + 1e-12).all()
    assert (one.again <= one.upper + 1e-12).all()
    assert one.addresses == len(set(address))


@settings(max_examples=40)
@given(st.lists(st.tuples(EVENTS, st.integers(0, 5)), min_size=1, max_size=30))
def test_nearby_counts_each_that_had_an_earlier_one_by_hand(events):
    xy = 100.0 * np.array([(x, y) for (x, _day), y in events])
    day = 5 * np.array([day for (_x, day), _y in events])
    found = nearby_share(xy, day, 150, 14)
    hits = [
        any(
            (day[i], i) < (day[j], j)
            and day[j] - day[i] <= 14
            and np.hypot(*(xy[i] - xy[j])) < 150
            for i in range(len(day))
        )
        for j in range(len(day))
    ]
    known = day >= day.min() + 14
    assert (found.repeats, found.n) == ((hits & known).sum(), known.sum())


def test_what_lies_just_as_far_away_is_not_nearby():
    xy, day = np.array([(0, 0), (0, 0), (250, 0), (249, 0)]), np.array([0, 40, 41, 42])
    assert nearby_share(xy[[0, 1, 2]], day[[0, 1, 2]], 250, 14).repeats == 0
    assert nearby_share(xy[[0, 1, 3]], day[[0, 1, 3]], 250, 14).repeats == 1


def test_nothing_is_refused():
    with pytest.raises(ValueError, match="E_EMPTY"):
        nearby_share(np.zeros((0, 2)), np.zeros(0, int), 250, 14)
    with pytest.raises(ValueError, match="E_SHAPE"):
        nearby_share(np.zeros((2, 2)), np.zeros(2, int), 0, 14)

    with pytest.raises(ValueError, match="E_EMPTY"):
        repeats(np.zeros(0, int), np.zeros(0, int), (7,))
    with pytest.raises(ValueError, match="E_SHAPE"):
        repeats(np.zeros(2, int), np.zeros(1, int), (7,))
