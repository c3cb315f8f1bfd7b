"""What comes back in the year comes back on its days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.year.rules.rhythm import (
    USUAL,
    Occasion,
    RhythmDraft,
    Span,
    check,
    occasion,
    occasions,
)
from handslag.domain.year.rules.words import RhythmKind


def draft(span: Span) -> RhythmDraft:
    return RhythmDraft("Rådet möts", RhythmKind.COUNCIL, span)


def test_a_time_within_the_year():
    span = Span(10, 7, 11, 2)
    assert occasion(span, 2026) == Occasion(date(2026, 10, 7), date(2026, 11, 2))


def test_a_time_over_the_turn_of_the_year():
    span = Span(11, 15, 2, 28)
    assert occasion(span, 2026) == Occasion(date(2026, 11, 15), date(2027, 2, 28))
    found = list(occasions(span, date(2027, 1, 1), date(2027, 12, 31)))
    assert [one.starts.year for one in found] == [2026, 2027]


def test_29_february_is_the_last_of_february():
    span = Span(2, 29, 2, 29)
    check(draft(span))
    assert occasion(span, 2027) == Occasion(date(2027, 2, 28), date(2027, 2, 28))
    assert occasion(span, 2028) == Occasion(date(2028, 2, 29), date(2028, 2, 29))


@pytest.mark.parametrize("year", [2022, 2024, 2026])
def test_every_second_year_from_the_one_that_is_named(year):
    span = Span(6, 1, 6, 30, every_years=2, in_year=2024)
    assert occasion(span, year)
    assert occasion(span, year + 1) is None


@pytest.mark.parametrize("day", [(2, 30), (4, 31), (6, 0), (12, 32)])
def test_a_day_that_the_month_never_has_is_refused(day):
    with pytest.raises(NotAllowedError) as refused:
        check(draft(Span(day[0], day[1], 12, 31)))
    assert refused.value.code == "year.no_such_day"


def test_every_second_year_must_say_which():
    with pytest.raises(NotAllowedError) as refused:
        check(draft(Span(6, 1, 6, 30, every_years=2)))
    assert refused.value.code == "year.which_years"


@given(
    months=st.tuples(st.integers(1, 12), st.integers(1, 12)),
    days=st.tuples(st.integers(1, 28), st.integers(1, 28)),
    first=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_every_occasion_touches_the_days_that_were_asked_about(months, days, first):
    span = Span(months[0], days[0], months[1], days[1])
    last = date(first.year + 1, first.month, 1)
    found = list(occasions(span, first, last))
    assert all(one.starts <= last and one.ends >= first for one in found)
    assert all(one.starts <= one.ends for one in found)
    assert found == sorted(found, key=lambda one: one.starts)
    assert found or last < first.replace(year=first.year + 1)


def test_the_usual_year_is_sound_and_has_every_kind():
    for one in USUAL:
        check(one)
    assert {one.kind for one in USUAL} == set(RhythmKind)
    months = {one.span.starts_month for one in USUAL}
    assert len(months) >= 10
