import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.spatial.binning import frame, grid_counts, hex_counts

POINTS = st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), max_size=40)


def test_the_squares_are_those_of_numpy_histogram2d():
    rng = np.random.default_rng(1)
    x, y = rng.integers(0, 1301, 70_000), rng.normal(500, 300, 70_000)
    found = grid_counts(x, y, 100, (0, 0, 1300, 900))
    edges = np.arange(0, 1301, 100), np.arange(0, 901, 100)
    theirs = np.histogram2d(y, x, bins=(edges[1], edges[0]))[0]
    assert (found.counts == theirs).all()
    assert found.outside == 70_000 - theirs.sum()
    assert found.origin == (0, 0)


def test_a_square_has_its_south_west_corner():
    found = grid_counts(np.array([100.0, 199.9, 200.0]), np.zeros(3), 100, (0, 0, 400, 100))
    assert found.counts.tolist() == [[0, 2, 1, 0]]


def test_the_frame_lies_on_multiples_and_holds_all():
    x, y = np.array([-130.0, 250.0]), np.array([7.0, 99.9])
    assert frame(x, y, 250) == (-250, 0, 500, 250)
    assert grid_counts(x, y, 250).counts.sum() == 2


def test_what_is_no_number_lies_nowhere():
    found = grid_counts(np.array([np.nan, 5.0]), np.array([5.0, 5.0]), 10, (0, 0, 10, 10))
    assert (found.counts.sum(), found.outside) == (1, 1)


@given(POINTS)
def test_every_point_is_in_one_square_or_outside(points):
    at = np.array(points, float).reshape(-1, 2)
    found = grid_counts(at[:, 0], at[:, 1], 70, (-300, -200, 400, 500))
    assert found.counts.sum() + found.outside == len(at)


@given(POINTS)
def test_every_point_is_in_the_hexagon_with_the_nearest_centre(points):
    at = np.array(points, float).reshape(-1, 2)
    found = hex_counts(at[:, 0], at[:, 1], 50)
    assert found.counts.sum() == len(at)
    assert (np.diff(found.ids) > 0).all()
    # No point of a hexagon is farther from its centre than the side is long, and those
    # nearer than the height of its triangles are inside.
    apart = np.hypot(at[:, :1] - found.x, at[:, 1:] - found.y)
    assert not len(at) or apart.min(axis=1).max() <= 50 + 1e-6
    surely = (apart < 50 * np.sqrt(3) / 2 - 1e-6).sum(axis=0)
    assert (found.counts >= surely).all()


def test_sizes_and_shapes_are_checked():
    x = np.zeros(2)
    for cell, y, bbox, code in (
        (0, x, (0, 0, 1, 1), "E_SIZE"),
        (1, x[:1], (0, 0, 1, 1), "E_SHAPE"),
        (1, x, (0, 0, 0, 1), "E_EMPTY"),
    ):
        with pytest.raises(ValueError, match=code):
            grid_counts(x, y, cell, bbox)
    with pytest.raises(ValueError, match="E_NAN"):
        hex_counts(x * np.nan, x, 1)
