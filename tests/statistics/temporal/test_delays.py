import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.delays import nowcast

# Taylor & Ashe (1983), Journal of Econometrics 23, 37-61, as in Mack (1993).
CLAIMS = [
    (357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948),
    (352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046),
    (290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405),
    (310608, 1108250, 776189, 1562400, 272482, 352053, 206286),
    (443160, 693190, 991983, 769488, 504851, 470639),
    (396132, 937085, 847498, 805037, 705960),
    (440832, 847631, 1131398, 1063269),
    (359480, 1061648, 1443370),
    (376686, 986608),
    (344014,),
]
# Mack (1993), table 5, in thousands: what is to come of each period and its error.
TO_COME = [0, 95, 470, 710, 985, 1419, 2178, 3920, 4279, 4626]
ERRORS = [0, 76, 122, 134, 261, 411, 558, 875, 971, 1363]


def triangle(rows):
    found = np.full((len(rows), len(rows[0])), np.nan)
    for at, row in enumerate(rows):
        found[at, : len(row)] = row
    return found


def test_the_claims_of_taylor_and_ashe_come_to_what_mack_prints():
    found = nowcast(triangle(CLAIMS))
    assert (found.estimate - found.reported) / 1000 == pytest.approx(TO_COME, abs=0.6)
    assert found.se / 1000 == pytest.approx(ERRORS, abs=0.6)
    assert found.total.estimate - found.reported.sum() == pytest.approx(18_680_856, abs=1)
    assert found.total.se == pytest.approx(2_447_095, abs=1)
    added = nowcast(np.cumsum(triangle(CLAIMS), axis=1), cumulative=True)
    assert added.estimate == pytest.approx(found.estimate)


def test_few_and_what_is_no_triangle_are_said():
    found = nowcast(triangle([(5, 5), (6, 4), (8,)]))
    assert list(found.flags) == [(), (), ("few",)]
    assert found.share[2] == pytest.approx(11 / 20)
    for rows, code in (
        ([[1, np.nan], [1, 2]], "E_SHAPE"),
        ([[1, 2], [np.nan, 2]], "E_SHAPE"),
        ([1, 2], "E_SHAPE"),
        ([[1, -2], [1, np.nan]], "E_NEGATIVE"),
    ):
        with pytest.raises(ValueError, match=code):
            nowcast(np.array(rows, dtype=float))


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(27)
    held = []
    for _ in range(150):
        whole = rng.poisson(np.array([200, 80, 30, 10]), (12, 4)).astype(float)
        seen = np.where(np.add.outer(np.arange(12), np.arange(4)) < 12, whole, np.nan)
        found = nowcast(seen)
        truth = whole[9:].sum(axis=1)
        held.append((found.lower[9:] <= truth) & (truth <= found.upper[9:]))
    assert np.mean(held) > 0.85


@given(st.lists(st.integers(1, 500), min_size=10, max_size=10))
def test_a_total_is_never_less_than_what_is_there(drawn):
    rows = [drawn[:4], drawn[4:7], drawn[7:9], drawn[9:]]
    found = nowcast(triangle(rows))
    assert (found.estimate >= found.reported - 1e-9).all()
    assert (found.lower >= found.reported - 1e-9).all()
    assert ((found.share > 0) & (found.share <= 1 + 1e-9)).all()
