import numpy as np
import pytest

from handslag.core.points.files import rebuild
from handslag.core.points.reading import grid, of_area
from handslag.core.points.rules import ROWS
from tests.core.points.made import rows, some


@pytest.fixture(autouse=True)
def given(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"
    found = some()
    rebuild("prov", [found])
    return found


def test_one_municipality_never_reads_anothers_rows(given):
    found = of_area("prov", 1883, years=(2000, 2090))
    assert rows(found) == rows(given.where(given.area == 1883))
    assert len(of_area("prov", 180, years=(2000, 2090))) == 0


def test_years_kinds_and_what_is_shared_narrow_it(given):
    found = of_area("prov", 1862, years=(2025, 2025), kinds=[3], shared_only=True)
    mine = (given.area == 1862) & (given.kind == 3) & (given.shared == 1)
    assert rows(found) == rows(given.where(mine & (given.years() == 2025)))


def test_a_source_that_is_not_there_has_no_points():
    assert len(of_area("ingen", 1862, years=(2000, 2090))) == 0
    cells, counts = grid("ingen")
    assert len(cells) == len(counts) == 0


def test_the_grid_of_the_nation_counts_every_point_in_its_square(given):
    cells, counts = grid("prov")
    assert counts.sum() == len(given)
    numbers = (given.east.astype(np.int64) // 250) * ROWS + given.north // 250
    assert cells.tolist() == np.unique(numbers).tolist()
