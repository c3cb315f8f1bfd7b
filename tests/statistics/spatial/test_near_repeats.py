from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.spatial.near_repeats import knox
from handslag.statistics.weighting import Numbers

# Drawn once; pointpats 2.5.5 counts 2 pairs within 100 m and 10 days, both inclusive.
XY = [
    *((944, 625), (684, 897), (578, 775), (833, 225), (55, 300), (285, 873)),
    *((912, 5), (499, 821), (131, 797), (119, 467), (816, 303), (341, 278)),
    *((719, 254), (990, 445), (478, 504), (582, 553), (509, 995), (807, 792)),
    *((700, 622), (341, 988), (466, 215), (845, 160), (857, 612), (114, 43)),
    *((444, 35), (141, 514), (970, 466), (808, 917), (823, 629), (441, 514)),
]
DAYS = [
    *(15, 29, 22, 14, 59, 0, 5, 11, 58, 41, 52, 12, 43, 22, 29),
    *(0, 37, 49, 39, 9, 32, 16, 57, 52, 11, 30, 56, 50, 42, 38),
]


def test_the_pairs_are_those_of_pointpats():
    places: Numbers = np.array(XY, np.float64)
    found = knox(places, np.array(DAYS), (0, 100.001), (0, 11))
    assert found.observed.tolist() == [[2]]


@given(st.integers(0, 5000))
def test_the_bands_are_half_open_and_count_each_pair_once(seed):
    rng = np.random.default_rng(seed)
    xy, day = rng.integers(0, 5, (20, 2)) * 50.0, rng.integers(0, 20, 20)
    found = knox(xy, day, (0, 50, 100), (0, 7, 14))
    counts, same = np.zeros((2, 2), int), np.zeros(2, int)
    for one in range(20):
        for other in range(one):
            apart = np.hypot(*(xy[one] - xy[other]))
            row, column = int(apart // 50), int(abs(day[one] - day[other]) // 7)
            if row < 2 and column < 2:
                counts[row, column] += 1
                same[column] += apart == 0
    assert (found.observed == counts).all()
    assert (found.same_place == same).all()


def test_many_pairs_are_counted_some_events_at_a_time(monkeypatch):
    places, days = np.array(XY, np.float64), np.array(DAYS)
    edges = (0, 200, 400, 600), (0, 7, 21)
    whole = knox(places, days, *edges)
    monkeypatch.setattr("handslag.statistics.spatial.near_repeats._BLOCK", 40)
    parts = knox(places, days, *edges)
    assert (parts.observed == whole.observed).all()
    assert (parts.sd == whole.sd).all()


def test_the_moments_are_those_of_every_exchange():
    xy = np.array([[0, 0], [0, 60], [80, 0], [300, 0], [340, 0], [900, 0.0]])
    day = np.array([0, 3, 9, 10, 30, 31])
    edges = (0, 70, 150), (0, 5, 12)
    drawn = np.array([knox(xy, np.array(d), *edges).observed for d in permutations(day)])
    found = knox(xy, day, *edges)
    assert found.expected == pytest.approx(drawn.mean(axis=0))
    assert found.sd == pytest.approx(drawn.std(axis=0))


def test_near_repeats_are_found_with_how_many_there_are_beyond_chance():
    rng = np.random.default_rng(6)
    xy, day = rng.uniform(0, 5000, (400, 2)), rng.integers(0, 700, 400)
    xy[:25], day[:25] = xy[25:50] + 40, day[25:50] + rng.integers(0, 7, 25)
    found = knox(xy, day, (0, 100, 200), (0, 7, 14))
    assert found.p[0, 0] < 1e-6
    assert found.p[1, 1] > 0.05
    assert found.extra[0, 0] == pytest.approx(24, abs=3)
    assert found.lower[0, 0] > 1
    assert found.flags[0, 0] == "few"
    by_runs = knox(xy, day, (0, 100, 200), (0, 7, 14), 99, rng=rng)
    assert by_runs.p[0, 0] == 0.01


def test_where_days_mean_nothing_rarely_anything_is_found():
    """At most 6 in 100 at nominal 5, for few pairs and for many; of 500 layouts."""
    rng = np.random.default_rng(9)
    hits = np.zeros((2, 2))
    for _ in range(500):
        xy = rng.normal(0, 600, (150, 2))
        hits += knox(xy, rng.integers(0, 365, 150), (0, 30, 400), (0, 7, 60)).p <= 0.05
    assert hits.max() <= 0.06 * 500
    assert hits[1, 1] > 0.03 * 500


def test_days_are_whole_and_edges_rise():
    xy, day = np.zeros((4, 2)), np.arange(4)
    for bad in ((xy, day, (0, 0), (0, 1)), (xy, day + 0.5, (0, 1), (0, 1))):
        with pytest.raises(ValueError, match="E_SHAPE"):
            knox(*bad)
    with pytest.raises(ValueError, match="E_EMPTY"):
        knox(xy[:3], day[:3], (0, 1), (0, 1))
