"""The picture of how dense reports lie."""

from datetime import date

import pytest

from handslag.domain.analysis.figures.heat import heat
from tests.domain.analysis.counted import ALL, reported

DAY = date(2026, 1, 5)
HERE, THERE = (460_100, 6_560_100), (464_100, 6_562_100)


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def put(**many):
    at = [HERE] * many.get("here", 0) + [THERE] * many.get("there", 0)
    reported([DAY] * len(at), at=at)
    return heat(ALL)


def test_the_densest_comes_first_with_its_density_by_the_formula():
    found = put(here=40, there=20)
    first, second = found.peaks
    for peak, at in ((first, HERE), (second, THERE)):
        # A report lies somewhere in its square of 250 metres, a peak in one of 125.
        assert max(abs(peak.east - at[0]), abs(peak.north - at[1])) <= 125
    # 40 / (2 pi 0.5^2) in each square kilometre, seen half a square from its middle.
    assert first.density == pytest.approx(40 / 1.5708, rel=0.02)
    assert second.density == pytest.approx(first.density / 2, rel=0.02)


def test_the_picture_is_cut_where_next_to_nothing_is_drawn():
    found = put(here=40)
    assert found.steps.max() == 5
    assert not found.steps[0].any()
    assert found.steps.any(axis=1).sum() * found.side < 3000
    east = found.west + found.side * found.steps.shape[1] / 2
    assert abs(east - HERE[0]) <= 125


def test_a_wide_municipality_has_a_coarser_picture():
    far = (HERE[0] + 90_000, HERE[1])
    reported([DAY] * 20, at=[HERE] * 10 + [far] * 10)
    found = heat(ALL)
    assert found
    assert found.side == 625
    assert found.spread == 1250
    assert found.steps.shape[1] <= 170


def test_nothing_reported_is_no_picture():
    assert put() is None
