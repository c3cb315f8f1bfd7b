"""What a stranger can learn of the reports from the public map, month after month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.incidents.rules import Channel
from handslag.domain.incidents.rules.release import (
    Waiting,
    latest_closed,
    month_after,
    months_before,
    to_release,
)

SQUARES = {1: 200, 2: 50, 3: 49}  # inhabitants; of the fourth nothing is known
BEGAN = date(2026, 1, 1)
REPORTS = st.lists(
    st.tuples(
        st.integers(1, 4),  # square
        st.integers(0, 120),  # day
        st.sampled_from(Channel),
        st.one_of(st.none(), st.integers(1, 6)),  # person
        st.one_of(st.none(), st.integers(1, 3)),  # organisation
        st.integers(1, 60),  # report
    ),
    min_size=10,
    max_size=80,
)


def waiting(rows) -> list[Waiting]:
    return [
        Waiting(key, report, square, BEGAN + timedelta(days=day), channel, person, by)
        for key, (square, day, channel, person, by, report) in enumerate(rows)
    ]


def released(every: list[Waiting]) -> list[list[tuple[int, int, tuple[int, ...]]]]:
    """All that is public after each of four months, as an honest clerk would do it."""
    drawn: set[int] = set()
    public, month = [], BEGAN
    for _ in range(4):
        due = [
            one
            for one in every
            if one.received < month_after(month) and one.incident not in drawn
        ]
        found = to_release(due, SQUARES)
        drawn.update(key for one in found for key in one.incidents)
        public.append([(one.square, one.n, one.incidents) for one in found])
        month = month_after(month)
    return public


@given(REPORTS)
def test_each_number_is_of_enough_and_of_nothing_that_another_is_of(rows):
    every = waiting(rows)
    seen: set[int] = set()
    for square, n, incidents in (one for month in released(every) for one in month):
        those = [every[key] for key in incidents]
        assert n == len({one.report for one in those}) >= 5
        assert len({one.received for one in those}) >= 3
        assert SQUARES[square] >= 50
        assert not seen.intersection(incidents)
        seen.update(incidents)


@given(REPORTS, st.data())
def test_what_is_not_released_leaves_no_trace_in_what_is(rows, data):
    """Whoever takes away any reports that are in no number changes nothing: neither a
    number nor a month. So no number, and no difference of two, can tell of them."""
    every = waiting(rows)
    before = released(every)
    in_one = {key for month in before for _s, _n, keys in month for key in keys}
    never = {one.square for one in every} - {square for m in before for square, *_ in m}
    gone = {
        one.incident
        for one in every
        if one.square in never and one.incident not in in_one and data.draw(st.booleans())
    }
    assert released([one for one in every if one.incident not in gone]) == before


def sent(*rows: tuple[int, int | None]) -> list[Waiting]:
    """Reports of the first square: on which day, and by which reporter in service."""
    return waiting(
        (1, day, Channel.REPORTER if person else Channel.RESIDENT, person, None, key)
        for key, (day, person) in enumerate(rows)
    )


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ([(day, None) for day in range(5)], [5]),  # five residents, as far as one knows
        ([(0, None)] * 4 + [(1, None)] * 4 + [(2, None)] * 4, []),  # or three
        ([(day, day % 4 + 1) for day in range(12)], []),  # four colleagues
        ([(day, day % 5 + 1) for day in range(12)], [12]),  # five
        ([(person % 2, person) for person in range(1, 7)], []),  # on two days
        ([(person % 3, person) for person in range(1, 7)], [6]),  # on three
        ([(day, day + 1) for day in range(4)], []),  # four reports
    ],
)
def test_reporters_reports_and_days_must_all_be_enough(rows, numbers):
    assert [n for _square, n, _keys in released(sent(*rows))[0]] == numbers


def test_a_few_wait_until_there_are_enough_and_are_counted_then():
    days = [(1, day, Channel.RESIDENT, None, None, day) for day in (3, 9, 40, 41, 70, 80)]
    assert [[n for _s, n, _k in month] for month in released(waiting(days))] == [
        [], [], [6], []
    ]  # fmt: skip


def test_a_month_is_closed_when_it_is_over():
    assert latest_closed(date(2026, 3, 31)) == date(2026, 2, 1)
    assert latest_closed(date(2026, 1, 1)) == date(2025, 12, 1)
    assert months_before(date(2026, 3, 1), 23) == date(2024, 4, 1)
