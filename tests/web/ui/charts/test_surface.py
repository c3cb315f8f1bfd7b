"""A picture of how dense something lies: each square once, names where there is room."""

import pytest

from handslag.web.ui.charts import Area, Table, surface
from tests.web.ui.charts.drawn import drawn, of, words_of

TABLE = Table("t", ["Nära", "n"], [["Torget", "9"]])
STEPS = [[0, 1, 1, 0], [2, 2, 0, 1], [0, 0, 0, 5]]


def picture(**more):
    return surface("k", "t", "d", Area(STEPS, (2, "1 km"), **more), TABLE)


def test_squares_of_one_shade_are_one_path_of_runs_from_the_south():
    root = drawn(picture().drawing)
    assert [one.get("d") for one in of(root, "heat-1")] == ["M1 2h2v1h-2zM3 1h1v1h-1z"]
    assert [one.get("d") for one in of(root, "heat-2")] == ["M0 1h2v1h-2z"]
    assert [one.get("d") for one in of(root, "heat-5")] == ["M3 0h1v1h-1z"]
    assert of(root, "heat-3") == []


def test_a_name_is_written_where_no_better_known_one_is():
    names = [(2, 1.5, "Torget"), (2, 1.4, "Bron"), (90, 1, "Långt bort")]
    assert words_of(picture(names=names)) == ["Torget", "1 km"]


def test_a_border_goes_the_other_way_up():
    root = drawn(picture(lines=[[(0, 0), (4, 3)]]).drawing)
    assert of(root, "border")[0].get("d") == "M0 3 L4 0"


@pytest.mark.parametrize("steps", [[], [[]], [[1], [1, 2]]])
def test_rows_that_do_not_fit_are_refused(steps):
    with pytest.raises(ValueError, match="E_SHAPE"):
        surface("k", "t", "d", Area(steps, (1, "")), TABLE)
