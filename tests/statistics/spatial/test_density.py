import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.spatial import density
from handslag.statistics.spatial.density import kde_grid


def directly(found, x, y):
    """The sum of the kernels, point by point."""
    rows, columns = found.density.shape
    to_x = found.origin[0] + found.cell * (np.arange(columns) + 0.5)
    to_y = found.origin[1] + found.cell * (np.arange(rows) + 0.5)
    wide, high = (
        np.exp(-((to[:, None] - own) ** 2) / 2 / found.bw**2)
        for to, own in ((to_x, x), (to_y, y))
    )
    return high @ wide.T / (2 * np.pi * found.bw**2) * 1e6


def test_the_peak_of_one_point_is_that_of_the_formula():
    # 1 / (2 pi 0.3^2) for each square kilometre.
    found = kde_grid(np.array([5050.0]), np.array([5050.0]), 100, 300)
    assert found.density.max() == pytest.approx(1.76839, rel=0.002)
    assert found.n == 1


@settings(max_examples=20)
@given(
    st.integers(1, 30),
    st.sampled_from([(100, 90), (100, 300), (100, 250), (250, 1000)]),
    st.booleans(),
)
def test_the_surface_is_that_of_direct_summation(n, sizes, cuts):
    cell, bw = sizes
    rng = np.random.default_rng(n)
    x, y = rng.uniform(3000, 4500, n), rng.uniform(3000, 4500, n)
    bbox = (3500, 3000, 4500, 4000) if cuts else None
    found = kde_grid(x, y, cell, bw, bbox=bbox, edge=False)
    exact = directly(found, x, y)
    assert np.abs(found.density - exact).max() <= 0.002 * exact.max()


def test_very_many_points_are_shared_more_cheaply(monkeypatch):
    monkeypatch.setattr(density, "_MANY", 1000)
    rng = np.random.default_rng(1)
    x, y = rng.normal(0, 900, (2, 3000))
    found = kde_grid(x, y, 100, 300)
    exact = directly(found, x, y)
    assert np.abs(found.density - exact).max() <= 0.002 * exact.max()
    assert found.density.sum() / 100 == pytest.approx(3000, rel=0.001)


def test_at_the_edge_an_even_spread_stays_even():
    at = np.arange(12.5, 4000, 25)
    x, y = (one.ravel() for one in np.meshgrid(at, at))
    box = (0, 0, 4000, 4000)
    even = kde_grid(x, y, 100, 400, bbox=box).density
    assert even == pytest.approx(np.full((40, 40), 1600), rel=0.01)
    fading = kde_grid(x, y, 100, 400, bbox=box, edge=False).density
    assert fading[0, 0] < 0.35 * 1600


def test_only_what_is_in_the_mask_counts():
    mask = np.zeros((4, 4), bool)
    mask[:, :2] = True
    x, y = np.array([150.0, 350.0]), np.array([150.0, 150.0])
    found = kde_grid(x, y, 100, 100, mask, bbox=(0, 0, 400, 400))
    assert found.n == 1
    assert (np.isnan(found.density) == ~mask).all()


def test_sizes_are_checked():
    x = np.zeros(1)
    with pytest.raises(ValueError, match="E_SIZE"):
        kde_grid(x, x, 100, 0)
    with pytest.raises(ValueError, match="E_SHAPE"):
        kde_grid(x, x, 100, 100, np.ones((1, 1), bool))
