"""Numbers in, SVG out, drawn on the server. Colours and letters come from `charts.css`.

A chart carries a title and a description, and comes with the table that says the same.
The axis reaches nought; what is unsure is drawn as unsure; what has no number says why.
"""

from handslag.web.ui.charts.bars import BAR, share_bar, target_bar, way_bar
from handslag.web.ui.charts.funnel import Limits, Place, funnel_plot
from handslag.web.ui.charts.intervals import Dot, Mark, dot_plot
from handslag.web.ui.charts.lines import (
    Aim,
    Break,
    Extras,
    Goal,
    Line,
    Point,
    line_chart,
    series_chart,
)
from handslag.web.ui.charts.matrix import Square, matrix, step_of
from handslag.web.ui.charts.multiples import small_multiples
from handslag.web.ui.charts.plane import Chart, Table
from handslag.web.ui.charts.sparkline import sparkline
from handslag.web.ui.charts.standing import on_paper, standing_alone
from handslag.web.ui.charts.surface import Area, surface

__all__ = [
    "BAR",
    "Aim",
    "Area",
    "Break",
    "Chart",
    "Dot",
    "Extras",
    "Goal",
    "Limits",
    "Line",
    "Mark",
    "Place",
    "Point",
    "Square",
    "Table",
    "dot_plot",
    "funnel_plot",
    "line_chart",
    "matrix",
    "on_paper",
    "series_chart",
    "share_bar",
    "small_multiples",
    "sparkline",
    "standing_alone",
    "step_of",
    "surface",
    "target_bar",
    "way_bar",
]
