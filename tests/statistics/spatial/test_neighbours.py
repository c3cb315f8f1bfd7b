from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.spatial.neighbours import Quadrant, local_moran
from tests.statistics.spatial.test_hot_spots import COUNTS, around

# Of esda 2.9.0, Moran_Local(transformation="r"), times 20 / 19: the scale of spdep.
THEIRS = [
    *(-0.291917168, 0.006012024, -0.054108216, 0.114228457, -0.418837675),
    *(-0.018036072, 0.372745491, 0.357715431, -0.228456914, 0.266533066),
    *(-0.114228457, 0.187374749, -0.035571142, 0.009519038, 0.126252505),
    *(-0.018036072, -0.418837675, -0.162324649, -0.571142285, -0.378757515),
]
QUADRANTS = [2, 1, 2, 3, 4, 2, 1, 1, 2, 3, 2, 1, 4, 1, 3, 4, 2, 2, 2, 4]


def beside(shape):
    lists = around(np.ones(shape, bool))
    return [[one for one in own if one != at] for at, own in enumerate(lists)]


def test_local_moran_is_that_of_esda_on_the_scale_of_spdep():
    found = local_moran(COUNTS.ravel().astype(float), beside(COUNTS.shape))
    assert found.I - np.array(THEIRS) == pytest.approx(0, abs=1e-8)
    assert found.quadrant.tolist() == QUADRANTS


def test_the_moments_are_those_of_every_exchange():
    x = np.array([1.0, 4, 2, 8, 5])
    lists = [[1, 2], [0, 2, 3], [0, 1], [1, 4], [3]]
    found = local_moran(x, lists)
    own = x - x.mean()
    for at in range(5):
        others = np.delete(own, at)
        drawn = np.array([np.insert(one, at, own[at]) for one in permutations(others)])
        moved = own[at] / own.var() * drawn[:, lists[at]].mean(axis=1)
        assert found.expected[at] == pytest.approx(moved.mean())
        assert found.se[at] == pytest.approx(moved.std())


@given(st.lists(st.floats(-100, 100), min_size=4, max_size=4), st.floats(0.5, 9))
def test_units_do_not_matter_and_places_alone_are_flagged(values, times):
    x = np.array(values)
    if x.std() < 0.01:
        return
    lists = [[1], [0, 2], [1], []]
    one, other = local_moran(x, lists), local_moran(times * x + 3, lists)
    assert np.abs(one.I - other.I).max() < 1e-6
    assert (one.flags[3], one.quadrant[3]) == ("alone", Quadrant.NONE)


def test_neighbours_have_to_be_there():
    with pytest.raises(ValueError, match="E_SHAPE"):
        local_moran(np.arange(3.0), [[1], [0], [3]])
    with pytest.raises(ValueError, match="E_EMPTY"):
        local_moran(np.arange(2.0), [[1], [0]])
