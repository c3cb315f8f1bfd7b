"""A chart that stands alone has its colours with it, and nothing from elsewhere."""

import re
from xml.etree import ElementTree

import pytest

from handslag.web.ui import charts
from handslag.web.ui.charts import Dot, Line, Point, Square, standing_alone
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.themes import DARK, tokens

POINTS = [Point("2024", 5, 3, 8), Point("2025", None, state="suppressed", sign="x")]
EVERY = (
    charts.line_chart("k", "t", "d", [Line("a", POINTS)], said=str),
    charts.dot_plot("k", "t", "d", [Dot("a", 1, 0, 2)], said=str),
    charts.matrix("k", "t", "d", rows=["a"], columns=["b"], cells=[[Square(3, "3")]]),
    charts.small_multiples("k", "t", "d", [Line("a", POINTS)], said=str),
)


@pytest.mark.parametrize("chart", EVERY, ids=("lines", "dots", "matrix", "multiples"))
def test_every_chart_can_stand_alone(chart):
    svg = standing_alone(chart.drawing).decode()
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "var(" not in svg
    assert "@media" not in svg


def test_every_kind_of_line_has_its_rule():
    styles = charts.standing.STYLES.read_text()
    for chart in EVERY:
        for found in re.findall(r'class="([\w -]+)"', chart.drawing):
            known = [f".chart .{one}" in styles for one in found.split()]
            assert any(known) or found in {"chart", "start", "missing"}


def test_in_the_dark_the_colours_are_those_of_the_dark():
    svg = standing_alone(EVERY[0].drawing, scheme=DARK).decode()
    assert tokens()[DARK]["chart-own"] in svg


def test_what_is_no_chart_and_what_is_no_scheme_are_refused():
    for drawing, scheme in ((Drawing("<p>"), "light"), (EVERY[0].drawing, "blue")):
        with pytest.raises(ValueError, match="E_SHAPE"):
            standing_alone(drawing, scheme=scheme)


def test_no_drawing_has_a_style_of_its_own():
    bars = charts.target_bar(5, 4, upper=6) + charts.share_bar(0.2, 0.1, 0.3)
    drawn = bars + "".join(chart.drawing for chart in EVERY)
    assert not re.search(r'style=|fill="|stroke="', drawn)
