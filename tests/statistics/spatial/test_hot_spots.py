import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.spatial.hot_spots import gi_star, poisson_window

# Of esda 2.9.0, G_Local(transform="B", star=True), with the eight around and oneself.
COUNTS = np.array([[0, 2, 1, 0, 3], [1, 5, 4, 0, 0], [0, 3, 9, 2, 1], [2, 0, 1, 0, 4]])
THEIRS = [
    [0.097565558, 0.340648803, 0.127743301, -0.723878706, -1.122003915],
    [-0.085162201, 1.549301786, 1.745415937, 0.568731036, -1.14968971],
    [-0.085162201, 1.549301786, 1.353187636, 0.764845186, -0.936784208],
    [-0.634176126, 0.766459807, 0.766459807, 1.192270811, -0.146348337],
]


def around(kept):
    """For each place of a map that counts: those beside it, numbered without the others."""
    numbers = np.full(kept.shape, -1)
    numbers[kept] = np.arange(kept.sum())
    wide = np.pad(numbers, 1, constant_values=-1)
    return [
        [int(n) for n in wide[row : row + 3, column : column + 3].ravel() if n >= 0]
        for row, column in zip(*np.nonzero(kept), strict=True)
    ]


def test_gi_star_is_that_of_esda():
    assert gi_star(COUNTS).z == pytest.approx(np.array(THEIRS), abs=1e-9)


@given(st.integers(0, 300))
def test_by_lists_and_by_squares_is_the_same_and_land_without_people_is_not_there(seed):
    rng = np.random.default_rng(seed)
    counts, kept = rng.poisson(2, (5, 6)), rng.random((5, 6)) < 0.7
    if kept.sum() < 3 or np.ptp(counts[kept]) == 0:
        return
    found = gi_star(counts, kept)
    alone = gi_star(counts[kept], neighbours=around(kept))
    assert found.z[kept] == pytest.approx(alone.z, nan_ok=True)
    assert np.isnan(found.z[~kept]).all()
    assert (found.n, found.mean) == (kept.sum(), counts[kept].mean())


def test_a_map_needs_places():
    with pytest.raises(ValueError, match="E_EMPTY"):
        gi_star(COUNTS, np.zeros(COUNTS.shape, bool))
    with pytest.raises(ValueError, match="E_SHAPE"):
        gi_star(COUNTS, radius=1, neighbours=[[1], [0]])
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        poisson_window(-COUNTS)


def test_the_window_is_the_exact_tail():
    # 24 events within 3 x 3, where 9 x 1.9 were expected: 1 - sum of e^-17.1 17.1^k / k!.
    found = poisson_window(COUNTS)
    mean = 9 * 1.9
    assert found.observed[2, 2] == COUNTS[1:4, 1:4].sum() == 24
    terms = np.cumprod(np.concatenate([[1.0], mean / np.arange(1, 24)]))
    assert found.p[2, 2] == pytest.approx(1 - np.exp(-mean) * terms.sum())
    assert found.lower[2, 2] < found.ratio[2, 2] < found.upper[2, 2]
    # Garwood's interval of 24 events: 15.38 to 35.71.
    assert found.lower[2, 2] * mean == pytest.approx(15.377, abs=1e-3)
    assert found.upper[2, 2] * mean == pytest.approx(35.710, abs=1e-3)


def test_noise_has_no_hot_spots_and_a_gathering_is_one():
    # Finding 3 of the design: Gi* with a normal z finds a hundred of them here.
    rng = np.random.default_rng(11)
    counts = rng.poisson(0.3, (230, 230))
    assert not poisson_window(counts).is_hot().any()
    counts[100:103, 100:103] += 2
    assert poisson_window(counts).is_hot()[101, 101]


def test_few_events_are_flagged_and_never_hot():
    counts = np.zeros((40, 40), int)
    counts[5, 5] = 4
    found = poisson_window(counts, 1e-6)
    assert found.p[5, 5] < 1e-12
    assert found.flags[5, 5] == "few"
    assert not found.is_hot().any()


def test_equal_risk_of_unequal_people_is_no_hot_spot():
    rng = np.random.default_rng(3)
    people = rng.pareto(1.2, (60, 60)) + 1
    counts = rng.poisson(people)
    assert not poisson_window(counts, people).is_hot().any()
    assert poisson_window(counts).is_hot().mean() > 0.02
