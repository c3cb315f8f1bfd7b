import threading
from datetime import date

import pytest

from handslag.core.points import files
from handslag.core.points.files import append, forget, rebuild
from handslag.core.points.reading import of_area
from handslag.core.points.rules import COLUMNS, points
from tests.core.points.made import rows, some

NONE = points(**{name: [] for name in COLUMNS})


def kept(source: str = "prov") -> list[tuple[int, ...]]:
    years = (1990, 2090)
    return sorted(
        row for area in (1862, 1883) for row in rows(of_area(source, area, years=years))
    )


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def test_what_is_written_is_read_again_whatever_its_order():
    given = some()
    assert rebuild("prov", [given]) == len(given)
    assert kept() == rows(given)


def test_a_year_has_a_file_and_its_rows_lie_by_municipality():
    rebuild("prov", [some()])
    assert [file.stem for file in files.files("prov")] == ["2024", "2025", "2026"]
    area = of_area("prov", 1862, years=(2024, 2024))
    assert (area.day[:-1] <= area.day[1:]).all() or len(set(area.east // 250)) > 1


def test_to_append_gives_what_one_writing_gives():
    first, second = some(seed=1), some(seed=2, since=date(2025, 6, 1))
    rebuild("prov", [first])
    assert append("prov", [second]) == len(second)
    one_by_one = kept()
    rebuild("prov", [first, second])
    assert kept() == one_by_one == sorted(rows(first) + rows(second))


def test_what_is_forgotten_at_home_is_forgotten_here():
    """A year that has nothing left has no file left, and no table either."""
    rebuild("prov", [some()])
    rebuild("prov", [some(seed=3, since=date(2026, 1, 1)).where(some().day > 0)])
    assert "2024" not in [file.stem for file in files.files("prov")]
    rebuild("prov", [NONE])
    assert files.files("prov") == []
    rebuild("prov", [some()])
    forget("prov")
    assert kept() == []


def test_a_draft_that_was_left_is_cleared_and_never_read():
    rebuild("prov", [some()])
    before = kept()
    (files.folder("prov") / "half.draft").write_bytes(b"PAR1 half")
    assert kept() == before
    append("prov", [NONE])
    assert list(files.folder("prov").glob("*.draft")) == []


def test_two_who_append_at_once_lose_nothing():
    parts = [some(60, seed=seed) for seed in range(4)]
    at_once = [threading.Thread(target=append, args=("prov", [part])) for part in parts]
    for one in at_once:
        one.start()
    for one in at_once:
        one.join()
    assert kept() == sorted(row for part in parts for row in rows(part))


@pytest.mark.parametrize("name", ["../up", "", "Å", "a/b", "x" * 60])
def test_a_name_that_leads_elsewhere_is_refused(name):
    with pytest.raises(ValueError, match="E_NAME"):
        files.folder(name)
