import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.peers.similarity import similar

# Inhabitants in thousands and share of young, of four made-up municipalities: both have
# the standard deviation sqrt 1.25 times 4 and 2.
PLACES = np.array([[8.0, 12], [12, 14], [16, 16], [20, 18]])


def test_the_distance_is_weighted_and_says_what_it_is_made_of():
    # By hand: one step is 1 / sqrt 1.25 in each; weights 3/4 and 1/4 of both.
    found = similar(PLACES, np.array([3.0, 1]), 0, 2)
    assert found.ids.tolist() == [1, 2]
    assert found.distance == pytest.approx([1 / np.sqrt(1.25), 2 / np.sqrt(1.25)])
    assert found.contributions == pytest.approx(np.array([[0.75, 0.25], [0.75, 0.25]]))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32))
def test_units_do_not_matter_and_the_nearest_come_first(seed):
    rng = np.random.default_rng(seed)
    features, weights = rng.normal(size=(20, 4)), rng.uniform(0.1, 1, 4)
    found = similar(features, weights, 3, 7)
    other = similar(features * [1, 1000, 0.01, 7] + 5, weights, 3, 7)
    assert found.ids.tolist() == other.ids.tolist()
    assert found.distance == pytest.approx(other.distance)
    assert 3 not in found.ids
    assert (np.diff(found.distance) >= 0).all()
    assert found.contributions.sum(axis=1) == pytest.approx(np.ones(7))
    back = similar(features, weights, int(found.ids[0]), 19)
    assert back.distance[back.ids == 3] == pytest.approx(found.distance[:1])


def test_what_is_the_same_everywhere_tells_nobody_apart():
    alike = np.column_stack([PLACES, np.full(4, 5.0)])
    found = similar(alike, np.ones(3), 0, 3)
    assert found.contributions[:, 2].tolist() == [0, 0, 0]
    same = similar(np.ones((3, 2)), np.ones(2), 0, 2)
    assert same.distance.tolist() == [0, 0]
    assert same.contributions.sum() == 0


def test_what_cannot_be_is_refused():
    for wrong, code in (
        ((PLACES, np.ones(3), 0, 1), "E_SHAPE"),
        ((PLACES, np.ones(2), 4, 1), "E_SHAPE"),
        ((PLACES, -np.ones(2), 0, 1), "E_NEGATIVE"),
        ((PLACES, np.zeros(2), 0, 1), "E_EMPTY"),
        ((PLACES * np.nan, np.ones(2), 0, 1), "E_NAN"),
    ):
        with pytest.raises(ValueError, match=code):
            similar(*wrong)
