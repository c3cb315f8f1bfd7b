"""The year as a wheel: everything has its place, and nothing lies over another."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.wheel import Arc, Mark, lanes, turn, wheel

MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "maj",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
]
TODAY = date(2026, 11, 22)


def drawn(*arcs: Arc, marks=(), label="Årshjul", centre=("22 nov",)):
    drawing = wheel(arcs, marks, today=TODAY, months=MONTHS, centre=centre, label=label)
    return ElementTree.fromstring(str(drawing))  # noqa: S314 - our own drawing


def arc(number: int, starts: date, ends: date) -> Arc:
    return Arc(number, starts, ends, "council")


@pytest.mark.parametrize(
    ("day", "at"),
    [(date(2026, 1, 1), 0), (date(2026, 4, 1), 1 / 4), (date(2026, 7, 1), 1 / 2)],
)
def test_the_year_begins_at_the_top_and_every_month_is_a_twelfth(day, at):
    assert turn(day) == pytest.approx(at)


def test_every_arc_bears_its_number_and_every_month_its_name():
    tree = drawn(
        arc(1, date(2026, 1, 7), date(2026, 4, 30)),
        arc(2, date(2026, 11, 15), date(2027, 2, 28)),
        marks=[Mark(date(2026, 7, 1), "law")],
    )
    said = [one.text for one in tree.iter("text")]
    assert [one for one in said if one in MONTHS] == MONTHS
    assert {"1", "2", "22 nov"} <= set(said)
    assert len([one for one in tree.iter("circle") if one.get("class") == "mark"]) == 1


def test_what_lies_in_the_same_weeks_lies_in_different_lanes():
    arcs = [
        arc(1, date(2026, 1, 7), date(2026, 4, 30)),
        arc(2, date(2026, 2, 1), date(2026, 2, 28)),
        arc(3, date(2026, 6, 1), date(2026, 6, 20)),
        arc(4, date(2026, 11, 15), date(2027, 1, 20)),  # into January, where 1 lies
    ]
    assert lanes(arcs) == [0, 1, 0, 1]


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(DAYS, st.integers(0, 300)), max_size=30))
def test_no_two_arcs_in_a_lane_share_a_day(times):
    arcs = [
        arc(number, starts, starts + timedelta(days=days))
        for number, (starts, days) in enumerate(times)
    ]
    by_lane: dict[int, set[tuple[int, int]]] = {}
    for one, lane in zip(arcs, lanes(arcs), strict=True):
        days = {one.starts + timedelta(n) for n in range((one.ends - one.starts).days + 1)}
        own = {(day.month, day.day) for day in days}
        assert not own & by_lane.setdefault(lane, set())
        by_lane[lane] |= own


def test_marks_of_one_day_stand_beside_each_other():
    tree = drawn(marks=[Mark(date(2026, 7, 1), "law"), Mark(date(2026, 7, 1), "promise")])
    places = [
        (one.get("cx"), one.get("cy"))
        for one in tree.iter("circle")
        if one.get("class") == "mark"
    ]
    assert len(set(places)) == 2


def test_words_cannot_break_out_of_the_drawing():
    tree = drawn(label='"><script>', centre=("<b>",))
    assert tree.get("aria-label") == '"><script>'
    assert not list(tree.iter("script"))
