"""What was measured over time is drawn as sure as it is, and its table says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.charts import (
    Aim,
    Break,
    Extras,
    Goal,
    Line,
    Point,
    line_chart,
    series_chart,
)
from tests.web.ui.charts.drawn import drawn, of, words_of


def said(value: float) -> str:
    return f"{value:.0%}"


def test_a_missing_year_breaks_the_line():
    points = [Point("2021", 0.2), Point("2022", None), Point("2023", 0.3)]
    root = drawn(series_chart("k", "Otrygga", "20 och 30 procent", points, said=said))
    assert len(of(root, "l")) == 2
    assert len(of(root, "pt")) == 2


def test_a_chart_without_intervals_draws_no_band():
    root = drawn(series_chart("k", "t", "d", [Point("2021", 0.2)], said=said))
    assert of(root, "band") == []


def test_a_chart_says_what_it_shows():
    root = drawn(series_chart("k", "Otrygga", "20 procent", [Point("a", 0.2)], said=said))
    assert root.get("role") == "img"
    named = {one.get("id"): one.text for one in root if one.get("id")}
    assert [named[one] for one in (root.get("aria-labelledby") or "").split()] == [
        "Otrygga",
        "20 procent",
    ]


def test_a_series_with_nothing_measured_is_an_empty_plane():
    root = drawn(series_chart("k", "t", "d", [Point("2021", None)], said=said))
    assert of(root, "pt") == []


def test_words_cannot_break_out_of_the_drawing():
    nasty = '</svg><script src="x">"'
    points = [Point(nasty, 0.2)]
    goal = Goal(0.1, nasty)
    svg = series_chart(nasty, nasty, nasty, points, said=lambda _: nasty, goal=goal)
    assert "<script" not in svg
    assert {one.tag.lower() for one in drawn(svg).iter()}.isdisjoint({"script"})


@given(
    st.lists(st.one_of(st.none(), st.floats(min_value=0, max_value=1e6)), min_size=1),
    st.one_of(st.none(), st.floats(min_value=0, max_value=1e6)),
)
def test_every_point_lies_on_the_paper(estimates, goal):
    points = [Point(str(i), e, e, e) for i, e in enumerate(estimates)]
    aim = None if goal is None else Goal(goal, "mål")
    root = drawn(series_chart("k", "t", "d", points, said=str, goal=aim))
    for point in of(root, "pt"):
        assert 28 <= float(point.get("cy", 0)) <= 220
        assert 62 <= float(point.get("cx", 0)) <= 620


STATES = [
    Point("2021", 12),
    Point("2022", None, state="missing", sign="–"),
    Point("2023", None, state="secret", sign="s"),
    Point("2024", None, state="suppressed", sign="x"),
    Point("2025", 0),
]


def chart(lines, **extras):
    return line_chart("k", "t", "d", lines, said=str, extras=Extras(**extras))


def test_five_states_are_drawn_apart():
    """Nought is a point on the axis; the other three have a sign and their own box."""
    found = chart([Line("Degerfors", STATES)])
    root = drawn(found.drawing)
    assert [float(one.get("cy", 0)) for one in of(root, "pt")][-1] == 220
    assert [one.tag for one in of(root, "secret")] == ["rect"]
    assert sorted(one.tag for one in of(root, "suppressed")) == ["path", "rect"]
    assert of(root, "missing") == []
    signs = [one.text for one in of(root, "mid sign")]
    assert signs == ["–", "s", "x"]
    assert [row[1] for row in found.table.rows] == ["12", "–", "s", "x", "0"]


def test_what_is_preliminary_has_a_grey_band_an_open_dot_and_a_word():
    points = [Point("jan", 3), Point("feb", 2, is_preliminary=True)]
    found = chart([Line("Stöld", points)])
    assert len(of(drawn(found.drawing), "prelim")) == 1
    assert len(of(drawn(found.drawing), "pt open")) == 1
    assert [row[-1] for row in found.table.rows] == ["", "Preliminär."]


def test_a_break_is_a_line_between_two_measurements_and_a_note_in_the_table():
    points = [Point(str(year), 5) for year in range(2017, 2020)]
    found = chart([Line("Våldtäkt", points)], breaks=[Break(1, "Ny lag 1 juli 2018.")])
    (line,) = of(drawn(found.drawing), "broken")
    first, second = (float(one.get("cx", 0)) for one in of(drawn(found.drawing), "pt")[:2])
    assert first < float(line.get("x1", 0)) < second
    assert [row[-1] for row in found.table.rows] == ["", "Ny lag 1 juli 2018.", ""]


def test_lines_are_told_apart_by_more_than_colour():
    lines = [
        Line(name, [Point("a", 1), Point("b", 2)]) for name in ("Vi", "Länet", "Riket")
    ]
    found = chart(lines)
    for kind in ("l", "l other", "l third"):
        assert len(of(drawn(found.drawing), kind)) >= 1
    assert {"Vi", "Länet", "Riket"} <= set(words_of(found))
    assert list(found.table.columns)[1:] == ["Vi", "Länet", "Riket"]


def test_four_lines_are_too_many_and_lines_of_different_length_are_wrong():
    line = Line("a", [Point("a", 1)])
    with pytest.raises(ValueError, match="E_SHAPE"):
        chart([line] * 4)
    with pytest.raises(ValueError, match="E_SHAPE"):
        chart([line, Line("b", [])])


def test_the_interval_stands_in_the_table_beside_its_value():
    found = chart([Line("a", [Point("2024", 5, 3, 8)]), Line("b", [Point("2024", 6)])])
    assert list(found.table.rows) == [["2024", "5", "3–8", "6"]]


def test_months_as_bars_lie_under_the_line_of_the_year():
    points = [Point("jan", 30), Point("feb", 32)]
    found = chart([Line("Rullande", points)], bars=[2, None], bars_name="Månaden")
    assert len(of(drawn(found.drawing), "bar")) == 1
    assert [row[-1] for row in found.table.rows] == ["2", "–"]


def test_a_goal_at_its_day_is_a_short_line():
    points = [Point("2025", 30), Point("2026", None)]
    (aim,) = of(drawn(chart([Line("a", points)], aims=[Aim(1, 20)]).drawing), "goal aim")
    assert float(aim.get("x2", 0)) - float(aim.get("x1", 0)) == 24


def test_a_long_series_has_room_for_its_labels():
    points = [Point(f"m{i}", i) for i in range(120)]
    found = chart([Line("a", points)])
    assert 2 < sum(word.startswith("m") for word in words_of(found)) <= 12
    assert "m119" in words_of(found)
    assert of(drawn(found.drawing), "pt") == []


@given(st.lists(st.floats(min_value=-1e4, max_value=1e4), min_size=1, max_size=30))
def test_what_is_below_nought_lies_on_the_paper_too(values):
    found = chart([Line("a", [Point(str(i), v) for i, v in enumerate(values)])])
    for point in of(drawn(found.drawing), "pt"):
        assert 28 <= float(point.get("cy", 0)) <= 220
