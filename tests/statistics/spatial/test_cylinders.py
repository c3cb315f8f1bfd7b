import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.spatial.cylinders import scan_spacetime_permutation
from handslag.statistics.spatial.likelihood import ratio


@settings(max_examples=20)
@given(st.integers(0, 5000))
def test_the_cluster_is_that_of_looking_at_each_cylinder(seed):
    rng = np.random.default_rng(seed)
    xy, counts = rng.uniform(0, 9, (9, 2)), rng.poisson(0.5, (9, 12))
    counts[0, 0] += 1
    total, best = counts.sum(), 0.0
    for middle in xy:
        near = np.argsort(np.hypot(*(xy - middle).T))
        for many in range(1, 5):
            for days in range(1, 4):
                inside = near[:many]
                c = counts[inside, -days:].sum()
                e = counts[inside].sum() * counts[:, -days:].sum() / total
                if e <= total / 2:
                    best = max(best, float(ratio(c, e, total)))
    found = scan_spacetime_permutation(xy, counts, 4, 3, 0).clusters
    assert (found[0].llr if found else 0) == pytest.approx(best, abs=1e-9)


def test_what_began_lately_is_found_and_a_place_that_always_had_much_is_not():
    rng = np.random.default_rng(2)
    xy, counts = rng.uniform(0, 9, (30, 2)), rng.poisson(0.2, (30, 90))
    counts[4] += rng.poisson(3, 90)
    counts[11, -3:] += 3
    found = scan_spacetime_permutation(xy, counts, 5, 14, 99)
    first = found.clusters[0]
    assert (first.centre, first.days) == (11, 3)
    assert first.p_rank == 0.01
    assert first.cases == counts[11, -3:].sum()
    assert all(4 not in one.members for one in found.clusters if one.p < 0.05)


def test_where_nothing_begins_rarely_anything_is_found():
    """At most 6 in 100 at nominal 5, of 200."""
    rng = np.random.default_rng(3)
    xy, hits = rng.uniform(0, 9, (8, 2)), 0
    for _ in range(200):
        counts = rng.poisson(rng.uniform(0.1, 1, (8, 1)) * rng.uniform(0.2, 2, 20))
        found = scan_spacetime_permutation(xy, counts, 3, 5, 39, rng=rng)
        hits += bool(found.clusters) and found.clusters[0].p_rank <= 0.05
    assert 0.01 * 200 < hits <= 0.06 * 200


def test_shapes_are_checked():
    with pytest.raises(ValueError, match="E_SHAPE"):
        scan_spacetime_permutation(np.zeros((2, 2)), np.ones((3, 4)), 2, 2)
    with pytest.raises(ValueError, match="E_EMPTY"):
        scan_spacetime_permutation(np.zeros((2, 2)), np.zeros((2, 4), int), 2, 2)
