import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.spatial.windows import spans, window_sums


@given(st.integers(0, 400), st.floats(0, 4), st.sampled_from(["square", "disc"]))
def test_the_sums_are_those_of_adding_one_by_one(seed, radius, form):
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 9, rng.integers(1, 7, 2))
    rows, columns = np.indices(values.shape)
    found = window_sums(values, radius, form)
    for row, column in np.ndindex(values.shape):
        up, right = abs(rows - row), abs(columns - column)
        near = np.maximum(up, right) <= int(radius)
        if form == "disc":
            near = up**2 + right**2 <= radius**2
        assert found[row, column] == values[near].sum()


def test_a_disc_is_round():
    assert spans(2, "disc") == {-2: 0, -1: 1, 0: 2, 1: 1, 2: 0}
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        spans(-1)
