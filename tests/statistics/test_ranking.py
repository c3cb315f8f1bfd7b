import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtr

from handslag.statistics.ranking import rank_problems


def ranked(scores, se, weights=(1.0,), nsim=4000, **more):
    made = (np.array(scores, float), np.array(se, float), np.array(weights, float))
    return rank_problems(*made, nsim, rng=np.random.default_rng(1), **more)


def test_two_problems_change_places_as_often_as_the_normal_distribution_says():
    # The difference 5 has the standard error 5 sqrt 2: the first leads in 76 of 100.
    found = ranked([[55], [50]], [[5], [5]], k=1)
    assert found.top[0] == pytest.approx(ndtr(1 / np.sqrt(2)), abs=0.02)
    assert found.rank.tolist() == [1, 2]
    assert (found.lower.tolist(), found.upper.tolist()) == ([1, 1], [2, 2])
    assert found.flags == ("close",)


def test_scales_are_weighted_together_with_their_uncertainty():
    found = ranked([[80, 20], [40, 60]], [[3, 4], [0, 0]], (3, 1))
    assert found.estimate.tolist() == [65, 45]
    assert found.se[0] == pytest.approx(np.sqrt((0.75 * 3) ** 2 + (0.25 * 4) ** 2))
    # Without the first scale the second decides, and the other way about.
    assert found.without.tolist() == [[2, 1], [1, 2]]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_of_all_problems_three_are_among_the_first_three(seed):
    rng = np.random.default_rng(seed)
    scores, se = rng.uniform(0, 100, (12, 4)), rng.uniform(0, 20, (12, 4))
    found = rank_problems(scores, se, np.ones(4), 200, rng=rng)
    assert found.top.sum() == pytest.approx(3)
    assert (found.lower <= found.upper).all()
    sure = rank_problems(scores, 0 * se, np.ones(4), 20, rng=rng)
    assert (sure.lower == sure.rank).all()
    assert (sure.upper == sure.rank).all()
    assert ((sure.top == 1) == (sure.rank <= 3)).all()


def test_equal_problems_share_the_better_rank_and_win_as_often():
    found = ranked([[5], [5], [1]], [[0], [0], [0]], k=1)
    assert found.rank.tolist() == [1, 1, 3]
    assert found.top[:2] == pytest.approx([0.5, 0.5], abs=0.05)


def test_what_cannot_be_is_refused():
    for wrong, code in (
        (([[1]], [[1, 2]]), "E_SHAPE"),
        (([[1]], [[1]], (1, 2)), "E_SHAPE"),
        (([[1]], [[-1]]), "E_NEGATIVE"),
        (([[1]], [[1]], (0,)), "E_EMPTY"),
        (([[np.nan]], [[1]]), "E_NAN"),
    ):
        with pytest.raises(ValueError, match=code):
            ranked(*wrong)
