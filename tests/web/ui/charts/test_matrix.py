"""Hours and days: darker where there is more, marked where it is more than expected."""

import pytest

from handslag.web.ui.charts import Square, matrix, step_of
from tests.web.ui.charts.drawn import drawn, of, words_of


def drawn_matrix(cells, columns):
    return matrix("k", "t", "d", rows=["mån"], columns=columns, cells=[cells])


def test_every_hour_has_its_square_and_the_table_its_number():
    cells = [Square(step_of(i, 23), str(i), is_unusual=i == 22) for i in range(24)]
    found = drawn_matrix(cells, [f"{i:02}" for i in range(24)])
    root = drawn(found.drawing)
    assert sum("heat" in (one.get("class") or "") for one in root.iter()) == 24
    assert len(of(root, "unusual")) == 1
    assert found.table.rows[0][-1] == "23"
    assert "23" not in words_of(found)


def test_few_squares_bear_their_numbers():
    assert "7" in words_of(
        drawn_matrix([Square(5, "7"), Square(0, "0")], ["00–04", "04–08"])
    )


def test_what_may_not_be_shown_is_hatched_and_has_no_shade():
    root = drawn(drawn_matrix([Square(4, "x", is_hidden=True)], ["a"]).drawing)
    assert [one.tag for one in of(root, "suppressed")] == ["rect", "path"]
    assert of(root, "heat heat-4") == []


def test_steps_are_five_equal_parts_and_nought_has_none():
    assert [step_of(n, 10) for n in (0, 1, 2, 3, 5, 9, 10)] == [0, 1, 1, 2, 3, 5, 5]
    assert step_of(0, 0) == 0


def test_cells_that_do_not_fit_the_names_are_refused():
    with pytest.raises(ValueError, match="E_SHAPE"):
        drawn_matrix([Square(0, "0")], ["a", "b"])
