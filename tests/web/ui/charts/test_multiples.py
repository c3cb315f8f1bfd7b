"""Many small charts lie on one scale."""

import pytest

from handslag.web.ui.charts import Line, Point, small_multiples
from tests.web.ui.charts.drawn import drawn, of, words_of


def panels(*lines):
    return small_multiples("k", "t", "d", lines, said=lambda n: f"{n:g}")


def test_the_same_number_lies_equally_high_in_each_panel():
    small, large = [Point("a", 1), Point("b", 5)], [Point("a", 5), Point("b", 100)]
    root = drawn(panels(Line("Centrum", small), Line("Bruket", large)).drawing)
    heights = [float(one.get("cy", 0)) for one in of(root, "pt")]
    assert heights[1] == heights[2]
    assert heights[3] < heights[0]


def test_each_panel_has_its_name_and_last_number_and_the_table_has_all():
    found = panels(Line("Centrum", [Point("a", 1), Point("b", None)]))
    assert {"Centrum", "1"} <= set(words_of(found))
    assert list(found.table.rows) == [["a", "1"], ["b", "–"]]


def test_panels_of_different_length_are_refused():
    with pytest.raises(ValueError, match="E_SHAPE"):
        panels(Line("a", [Point("a", 1)]), Line("b", []))
