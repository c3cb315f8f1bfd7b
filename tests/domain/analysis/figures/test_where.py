from datetime import date, timedelta

import numpy as np
import pytest

from handslag.domain.analysis.figures.where import where
from tests.domain.analysis.counted import ALL, reported

DAYS = [date(2026, 1, 5) + timedelta(n % 40) for n in range(400)]
WEST, SOUTH = 460_000, 6_560_000
LIVED = [(WEST + 250 * x, SOUTH + 250 * y) for x in range(20) for y in range(20)]


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def spread(n: int, seed: int = 7) -> list[tuple[int, int]]:
    """Anywhere where people live, each square as likely as another."""
    rng = np.random.default_rng(seed)
    east, north = WEST + rng.integers(0, 5000, n), SOUTH + rng.integers(0, 5000, n)
    return list(zip(east.tolist(), north.tolist(), strict=True))


def test_what_chance_spreads_has_no_place_that_stands_out():
    found = 0
    for seed in range(20):
        reported(DAYS[:200], at=spread(200, seed))
        found += bool(where(ALL, LIVED).hot)
    assert found <= 3  # one in twenty is let through


def test_a_place_with_more_stands_out_once_and_on_both_maps():
    at = (WEST + 2600, SOUTH + 3100)
    reported(DAYS[:240], at=[*spread(200), *[at] * 40])
    found = where(ALL, LIVED)
    assert found.agrees
    assert len(found.hot) == 1
    hot = found.hot[0]
    assert max(abs(hot.east - at[0]), abs(hot.north - at[1])) <= 500
    assert hot.count > 3 * hot.expected
    assert found.heaps[0] == (*at, 40)
    assert found.squares == 400


def test_where_nobody_lives_and_nothing_was_reported_is_not_looked_at():
    reported(DAYS[:2], at=[(WEST, SOUTH), (WEST + 9000, SOUTH)])
    assert where(ALL, ()).squares == 2


def test_two_maps_that_disagree_say_so():
    """A little at one point: enough for small squares, not for large ones."""
    reported(DAYS[:211], at=[*spread(200), *[(WEST + 2600, SOUTH + 3100)] * 11])
    found = where(ALL, LIVED)
    assert found.hot
    assert not found.agrees


def test_nothing_reported_is_no_place():
    assert where(ALL, LIVED).total == 0
