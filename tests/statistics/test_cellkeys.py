import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.cellkeys import cell_key, cell_keys, noise_table

NOISE = noise_table(5, 2.0)


def chances(noise):
    return np.diff(noise.cumulated, axis=1, prepend=0)


@pytest.mark.parametrize(
    ("most", "variance", "never"), [(5, 2.0, 0), (3, 1.0, 0), (8, 4.5, 2)]
)
def test_changes_have_the_mean_and_variance_that_are_stated(most, variance, never):
    # Giessing (2016): no bias, the stated variance, the largest change, no negative count.
    noise = noise_table(most, variance, never=never)
    p = chances(noise)
    assert p[1:] @ noise.changes == pytest.approx(np.zeros(len(p) - 1), abs=1e-9)
    assert p[1:] @ noise.changes**2 == pytest.approx(np.full(len(p) - 1, variance))
    assert np.abs(noise.changes).max() == most
    after = np.arange(len(p))[:, None] + noise.changes
    assert (p[(after < 0) | ((after > 0) & (after <= never) & (p > 0))] == 0).all()
    assert p[0, noise.changes == 0] == 1


def test_the_changes_of_large_counts_are_as_even_as_can_be():
    # Largest entropy: the logarithm is a parabola without its middle term, by symmetry.
    p = np.log(chances(NOISE)[-1])
    assert p == pytest.approx(p[::-1])
    assert np.diff(p, 3) == pytest.approx(np.zeros(8), abs=1e-8)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32))
def test_the_same_people_are_changed_the_same_wherever_they_are_counted(seed):
    rng = np.random.default_rng(seed)
    area, sex = rng.integers(0, 4, 300), rng.integers(0, 2, 300)
    records = rng.random(300)
    counts, keys = cell_keys([area, sex], records, (4, 2))
    shown = cell_key(counts, keys, NOISE)
    # In another order, as a table of one side, and with others beside.
    order = rng.permutation(300)
    again = cell_key(*cell_keys([sex[order], area[order]], records[order], (2, 4)), NOISE)
    assert (shown == again.T).all()
    one = area == 1
    alone = cell_key(*cell_keys([sex[one]], records[one], (2,)), NOISE)
    assert (alone == shown[1]).all()
    assert (shown >= 0).all()
    assert np.abs(shown - counts).max() <= 5
    assert (shown[counts == 0] == 0).all()


def test_over_many_cells_nothing_is_added_or_taken():
    rng = np.random.default_rng(1)
    counts = rng.poisson(3, 100_000)
    change = cell_key(counts, rng.random(100_000), NOISE) - counts
    assert change.mean() == pytest.approx(0, abs=0.02)
    assert change[counts > 0].var() == pytest.approx(2, rel=0.02)
    # Parts need not add up to their total.
    keys = rng.random((50, 4))
    table, total = counts[:200].reshape(50, 4), counts[:200].reshape(50, 4).sum(axis=1)
    parts = cell_key(table, keys, NOISE).sum(axis=1)
    assert (parts != cell_key(total, keys.sum(axis=1) % 1, NOISE)).any()


def test_all_records_may_be_one_cell():
    counts, keys = cell_keys([], np.array([0.75, 0.5, 0.5]), ())
    assert (int(counts), float(keys)) == (3, 0.75)


def test_what_cannot_be_is_refused():
    for wrong in ((0, 1.0), (3, 0.0)):
        with pytest.raises(ValueError, match="E_NEGATIVE"):
            noise_table(*wrong)
    with pytest.raises(ValueError, match="E_VARIANCE"):
        noise_table(2, 3.0)
    with pytest.raises(ValueError, match="E_SHAPE"):
        cell_key(np.ones(2, int), np.zeros(3), NOISE)
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        cell_key(np.ones(2, int), np.ones(2), NOISE)
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        cell_keys([np.zeros(1, int)], np.ones(1), (1,))
    with pytest.raises(ValueError, match="E_SHAPE"):
        cell_keys([np.zeros(2, int)], np.zeros(1), (1,))
