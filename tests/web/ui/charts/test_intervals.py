"""Figures beside each other are held against one mark, each with its interval."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.charts import Dot, Mark, dot_plot
from tests.web.ui.charts.drawn import drawn, of, words_of

DOTS = [
    Dot("Degerfors", 1.3, 0.9, 1.9, n=34, is_own=True),
    Dot("Laxå", 0.8, 0.4, 1.4, n=12, is_weak=True),
    Dot("Ljusnarsberg", None, sign="x"),
]


def plot(dots=DOTS, **more):
    return dot_plot("k", "t", "d", dots, said=lambda n: f"{n:g}", **more)


def test_each_figure_lies_within_its_interval():
    root = drawn(plot().drawing)
    across = [one for one in of(root, "interval") if one.get("y1") == one.get("y2")]
    (own,), (weak,) = of(root, "pt own"), of(root, "pt open")
    for dot, line in zip((own, weak), across, strict=True):
        assert float(line.get("x1", 0)) < float(dot.get("cx", 0)) < float(line.get("x2", 0))


def test_what_may_not_be_shown_has_its_sign_and_no_dot():
    found = plot([DOTS[2]])
    assert "x" in words_of(found)
    assert [one for one in drawn(found.drawing).iter() if one.tag == "circle"] == []
    assert list(found.table.rows) == [["Ljusnarsberg", "x", "–"]]


def test_the_table_has_the_interval_and_the_number_behind():
    assert plot().table.rows[0] == ["Degerfors", "1.3", "0.9–1.9", "34"]


def test_bars_begin_at_nought_and_dots_need_not():
    bar = of(drawn(plot([Dot("a", 10), Dot("b", 20)], bars=True).drawing), "bar")
    assert float(bar[1].get("width", 0)) / float(bar[0].get("width", 1)) == 2
    (mark,) = of(drawn(plot(mark=Mark(1, "riket")).drawing), "goal")
    assert 12 <= float(mark.get("x1", 0)) <= 560


@given(
    st.lists(
        st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(sorted),
        min_size=1,
        max_size=8,
    )
)
def test_nothing_lies_outside_the_paper(rows):
    dots = [Dot("a", mid, low, high) for low, mid, high in rows]
    for bars in (True, False):
        for one in drawn(plot(dots, bars=bars).drawing).iter():
            if one.tag == "circle":
                assert 12 <= float(one.get("cx", 0)) <= 560
