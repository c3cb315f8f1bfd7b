import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.spatial.likelihood import Chance, raise_best, ratio, screen


def test_the_ratio_is_that_of_kulldorff():
    # 20 where 10 of 100 were expected: 20 ln 2 + 80 ln(80 / 90).
    assert ratio(20, 10, 100) == pytest.approx(4.440301, abs=1e-6)
    assert ratio(5, 10, 100) == 0


@given(st.integers(0, 2000))
def test_leaving_windows_out_changes_nothing(seed):
    rng = np.random.default_rng(seed)
    c = rng.integers(0, 30, (25, 6)).astype(np.float32)
    e = rng.uniform(0, 20, (25, 1)).astype(np.float32)
    best = rng.uniform(0, 4, 6)
    exact = np.maximum(best, ratio(c, e, 40).max(axis=0))
    c = np.minimum(c, 40)
    raise_best(best, c, e, screen(e, 40), 40)
    assert best == pytest.approx(exact)


def test_p_is_the_rank_or_the_tail_of_gumbel():
    rng = np.random.default_rng(1)
    chance = Chance(rng.gumbel(5, 1.5, 20_000))
    assert chance.p_gumbel(9) == pytest.approx(1 - np.exp(-np.exp(-4 / 1.5)), rel=0.03)
    assert Chance(np.arange(9.0)).p_rank(8) == pytest.approx(0.2)
    assert Chance(np.ones(9)).p_gumbel(2) == pytest.approx(0.1)
