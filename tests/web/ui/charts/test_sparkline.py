"""A small line is broken where nothing is known, and ends in a dot."""

from handslag.web.ui.charts import sparkline
from handslag.web.ui.charts.sparkline import MOST
from tests.web.ui.charts.drawn import drawn, of


def test_it_is_broken_where_there_is_no_number_and_ends_in_a_dot():
    root = drawn(sparkline([1, 2, None, 4, 0]))
    assert root.get("aria-hidden") == "true"
    assert len(of(root, "l")) == 2
    (dot,) = of(root, "pt")
    assert (dot.get("cx"), dot.get("cy")) == ("92", "20")


def test_what_stands_alone_is_a_dot_and_nothing_is_nothing():
    assert len(of(drawn(sparkline([None, 3, None, 4])), "pt")) == 2
    assert sparkline([None, None]) == "" == sparkline([])
    many = sparkline([9, *range(1, MOST + 1)])
    assert many == sparkline(list(range(1, MOST + 1)))
