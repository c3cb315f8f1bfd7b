"""The funnel is wide for the small and narrow for the large, and shows where one is."""

from handslag.web.ui.charts import Limits, Place, funnel_plot
from tests.web.ui.charts.drawn import drawn, of, words_of

LIMITS = Limits(
    (10, 50, 100), ((0.5, 0.7, 0.8), (1.7, 1.3, 1.2)), ((0.3, 0.6, 0.7), (2, 1.5, 1.3))
)
PLACES = [
    Place("Degerfors", 20, 1.4, "inom", is_own=True),
    Place("Örebro", 90, 1.6, "över"),
    Place("Laxå", 12, 0.5, "inom"),
]


def funnel():
    return funnel_plot(
        "k", "t", "d", PLACES, LIMITS, said=str, size_said=str, size_name="Väntade"
    )


def test_ones_own_place_is_named_and_drawn_last():
    found = funnel()
    circles = [one for one in drawn(found.drawing).iter() if one.tag == "circle"]
    assert circles[-1].get("class") == "pt own"
    assert "Degerfors" in words_of(found)
    assert "Örebro" not in words_of(found)


def test_a_larger_place_lies_further_to_the_right():
    circles = of(drawn(funnel().drawing), "pt small")
    assert float(circles[0].get("cx", 0)) > float(circles[1].get("cx", 0))


def test_the_table_names_all_of_them_with_ones_own_first():
    rows = funnel().table.rows
    assert [row[0] for row in rows] == ["Degerfors", "Örebro", "Laxå"]
    assert rows[1] == ["Örebro", "90", "1.6", "över"]


def test_both_limits_are_drawn():
    root = drawn(funnel().drawing)
    assert len(of(root, "band")) == len(of(root, "band faint")) == 1
