"""Figures as they are drawn: what is hidden leaves nothing behind."""

from math import nan

from handslag.domain.surveys.figures import Figures, Line, Part
from handslag.domain.surveys.rules.documents import read
from handslag.web.counted import shown
from tests.make import surveys
from tests.make.surveys import SAFE


def test_a_hidden_share_of_a_sample_has_no_interval_either(coordinator, municipality):
    row = surveys.survey(coordinator, municipality, (SAFE,))
    whole = Line(40, (0.5, 0.25, nan, nan), (0.4, 0.2, nan, nan), (0.6, 0.3, nan, nan))
    part = Part("safe", "", 40, 40, 0, ("a", "b", "c", "d"), whole)
    figures = Figures(40, 90, 0, True, "design", 40, 1, (), (), (part,))
    (one,) = shown(read(row.document), figures, None, "dolt")
    assert "50" in one.drawing
    assert one.drawing.count("dolt") == 4  # beside the bars and in the table
    assert "nan" not in one.drawing
    assert one.drawing.count('class="interval"') == 6  # three strokes for each known
