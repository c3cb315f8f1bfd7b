import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.spatial.likelihood import ratio
from handslag.statistics.spatial.scans import scan_areal, scan_grid


def one_by_one(xy, cases, expected, maxfrac):
    """The largest ratio of all circles, written as the definition says."""
    expected = expected * cases.sum() / expected.sum()
    best, members = 0.0, np.empty(0, int)
    for middle in xy:
        apart = np.hypot(*(xy - middle).T)
        for reach in apart:
            inside = apart <= reach
            c, e = cases[inside].sum(), expected[inside].sum()
            if e <= maxfrac * cases.sum() and ratio(c, e, cases.sum()) > best:
                best, members = float(ratio(c, e, cases.sum())), np.flatnonzero(inside)
    return best, members


@settings(max_examples=30)
@given(st.integers(0, 5000), st.sampled_from([0.2, 0.5]))
def test_the_most_likely_cluster_is_that_of_looking_at_each_circle(seed, maxfrac):
    rng = np.random.default_rng(seed)
    xy, expected = rng.uniform(0, 9, (14, 2)), rng.uniform(0.2, 4, 14)
    cases = rng.poisson(expected) + (rng.random(14) < 0.1)
    best, members = one_by_one(xy, cases, expected, maxfrac)
    found = scan_areal(xy, cases, expected, maxfrac, 0)
    if not found.clusters:
        assert best == 0
        return
    assert found.clusters[0].llr == pytest.approx(best, abs=1e-9)
    assert cases[members].sum() == found.clusters[0].cases
    every = np.concatenate([cluster.members for cluster in found.clusters])
    assert len(set(every)) == len(every)


def test_a_gathering_is_found_with_its_risk_and_p():
    rng = np.random.default_rng(4)
    xy = rng.uniform(0, 100, (60, 2))
    cases = np.resize([4, 6], 60)
    near = np.argsort(np.hypot(*(xy - xy[7]).T))[:4]
    cases[near] = 15
    found = scan_areal(xy, cases, np.full(60, 3.7), nsim=99)
    first = found.clusters[0]
    assert sorted(first.members) == sorted(near)
    # 60 cases where 4 / 60 of all were expected, and the others in the other 56.
    total = cases.sum()
    assert first.cases == 60
    assert first.expected == pytest.approx(total * 4 / 60)
    assert first.rr == pytest.approx(60 / 4 / ((total - 60) / 56))
    assert first.lower < 60 / (total * 4 / 60) < first.upper
    assert first.p < 0.001 < first.p_rank == 0.01
    assert found.clusters[1].p > 0.05


def test_where_nothing_gathers_rarely_anything_is_found():
    """At most 6 in 100 at nominal 5, by rank and by Gumbel; of 250 maps."""
    rng = np.random.default_rng(8)
    xy, expected = rng.uniform(0, 9, (15, 2)), rng.uniform(2, 9, 15)
    runs, few = 250, {"p": 0, "p_rank": 0}
    for _ in range(runs):
        cases = rng.multinomial(80, expected / expected.sum())
        found = scan_areal(xy, cases, expected, nsim=59, rng=rng).clusters[0]
        for name in few:
            few[name] += getattr(found, name) <= 0.05
    assert max(few.values()) <= 0.06 * runs
    assert min(few.values()) > 0.01 * runs


def test_a_scan_of_squares_is_a_scan_of_areas_of_the_same_discs():
    rng = np.random.default_rng(5)
    counts, expected = rng.poisson(2, (7, 8)), rng.uniform(1, 3, (7, 8))
    counts[2:4, 5] += 6
    found = scan_grid(counts, expected, (0, 1), 19).clusters
    up, right = (one.ravel() for one in np.indices((7, 8)))
    awaited = (expected * counts.sum() / expected.sum()).ravel()
    best = 0.0
    for at in range(56):
        for reach in (0, 1):
            inside = np.hypot(up - up[at], right - right[at]) <= reach
            sums = counts.ravel()[inside].sum(), awaited[inside].sum()
            best = max(best, float(ratio(*sums, counts.sum())))
    assert found[0].llr == pytest.approx(best)
    assert found[0].cases == counts.ravel()[found[0].members].sum()
    assert found[0].p_rank == 0.05
    every = np.concatenate([cluster.members for cluster in found])
    assert len(set(every)) == len(every)


def test_few_cases_are_flagged_and_none_refused():
    xy = np.arange(8.0).reshape(4, 2)
    found = scan_areal(xy, np.array([2, 0, 1, 0]), np.ones(4), nsim=9)
    assert found.flags == ("few",)
    with pytest.raises(ValueError, match="E_EMPTY"):
        scan_areal(xy, np.zeros(4), np.ones(4))
    with pytest.raises(ValueError, match="E_SHAPE"):
        scan_grid(np.ones((2, 2)), np.ones(4))
