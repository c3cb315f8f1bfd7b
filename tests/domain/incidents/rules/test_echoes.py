"""What may be said of what others reported: enough of them, in a month that has ended."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.incidents.rules import Top
from handslag.domain.incidents.rules.echoes import Known, sayable, window

MONTH = date(2026, 10, 1)
TORGET = Known(MONTH, 1, Top.DAMAGE)


def told(*days):
    return [(number, MONTH + timedelta(days=day)) for number, day in enumerate(days)]


def test_five_reports_on_three_days_are_said_and_fewer_are_not():
    assert sayable({TORGET: told(0, 0, 1, 1, 2)}) == [TORGET]
    assert sayable({TORGET: told(0, 0, 1, 2)}) == []
    assert sayable({TORGET: told(0, 0, 0, 1, 1)}) == []


def test_many_incidents_of_one_report_are_one():
    assert sayable({TORGET: [(1, day) for _, day in told(0, 1, 2, 3, 4)]}) == []


def test_what_is_people_is_never_said():
    people = Known(MONTH, 1, Top.GATHERING)
    coming = Known(MONTH, 1, Top.EVENT)
    assert sayable({people: told(*range(9)), coming: told(*range(9))}) == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_only_months_that_have_ended_are_spoken_of(today):
    first, last = window(today)
    assert last < today.replace(day=1)
    assert (last + timedelta(days=1)).day == first.day == 1
    assert 88 <= (last - first).days <= 92
