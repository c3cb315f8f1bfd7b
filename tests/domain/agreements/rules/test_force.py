"""Whether an agreement holds on a day, prolonged by its own words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.deadlines import months_after
from handslag.domain.agreements.rules.force import (
    Caution,
    Force,
    Term,
    caution,
    follow_up_due,
    in_force,
    renew_by,
    standing,
    stretch_end,
)
from handslag.domain.agreements.rules.words import Prolongation

DAY = timedelta(days=1)
days = st.dates(date(2000, 1, 1), date(2060, 12, 31))
maybe = st.none() | days


@st.composite
def terms(draw) -> Term:
    """Any agreement that ends after it starts, with whatever became of it."""
    starts = draw(maybe)
    ends = draw(maybe)
    if starts and ends and ends < starts:
        starts, ends = ends, starts
    prolongation = draw(st.sampled_from(Prolongation))
    months = draw(st.integers(1, 60)) if prolongation is Prolongation.BY_MONTHS else None
    return Term(starts, ends, prolongation, months, draw(maybe), draw(maybe))


FOUR_YEARS = Term(date(2019, 1, 1), date(2022, 12, 31))
ON_AND_ON = Term(date(2019, 1, 1), date(2022, 12, 31), Prolongation.UNTIL_FURTHER_NOTICE)
BY_YEARS = Term(date(2019, 1, 1), date(2022, 12, 31), Prolongation.BY_MONTHS, 12)


def test_the_first_and_the_last_day_are_part_of_it():
    assert [
        in_force(FOUR_YEARS, date(2018, 12, 31)),
        in_force(FOUR_YEARS, date(2019, 1, 1)),
    ] == [False, True]
    assert in_force(FOUR_YEARS, date(2022, 12, 31))
    assert standing(FOUR_YEARS, date(2023, 1, 1)).force is Force.RUN_OUT


def test_one_that_says_so_is_prolonged_until_further_notice():
    now = standing(ON_AND_ON, date(2026, 11, 22))
    assert (now.force, now.since, now.until) == (Force.PROLONGED, date(2023, 1, 1), None)


def test_one_prolonged_by_months_says_when_the_present_stretch_ends():
    now = standing(BY_YEARS, date(2026, 11, 22))
    assert (now.force, now.until) == (Force.PROLONGED, date(2026, 12, 31))
    assert standing(BY_YEARS, date(2027, 1, 1)).until == date(2027, 12, 31)


def test_a_new_one_takes_over_on_its_first_day():
    term = Term(
        date(2019, 1, 1),
        date(2022, 12, 31),
        Prolongation.UNTIL_FURTHER_NOTICE,
        replaced_from=date(2025, 7, 1),
    )
    assert standing(term, date(2025, 6, 30)).force is Force.PROLONGED
    over = standing(term, date(2025, 7, 1))
    assert (over.force, over.until) == (Force.REPLACED, date(2025, 6, 30))


@given(terms(), days)
def test_it_holds_on_no_day_before_its_first(term, today):
    if term.starts and today < term.starts:
        assert not in_force(term, today)


@given(terms(), days)
def test_what_is_over_stays_over(term, today):
    if standing(term, today).is_over:
        assert standing(term, today + DAY).is_over
        assert not in_force(term, today + 400 * DAY)


@given(terms(), days)
def test_it_holds_without_a_gap(term, today):
    """One that held yesterday and tomorrow holds today."""
    if in_force(term, today - DAY) and in_force(term, today + DAY):
        assert in_force(term, today)


@given(terms(), days)
def test_nothing_holds_after_what_ends_it(term, today):
    stops = [term.ended_on] if term.ended_on else []
    stops += [term.replaced_from - DAY] if term.replaced_from else []
    if term.prolongation is Prolongation.NONE and term.ends:
        stops.append(term.ends)
    begun = term.starts is None or term.starts <= today
    assert in_force(term, today) == (begun and all(today <= stop for stop in stops))


@given(terms(), days)
def test_the_day_it_is_said_to_hold_until_is_a_day_it_holds(term, today):
    now = standing(term, today)
    if now.holds and now.until is not None:
        assert now.until >= today
        assert in_force(term, now.until)


@given(terms(), days)
def test_a_stretch_is_as_long_as_the_agreement_says_and_holds_the_day(term, today):
    if standing(term, today).force is not Force.PROLONGED:
        return
    last = stretch_end(term, today)
    if last is None:
        assert term.prolongation is Prolongation.UNTIL_FURTHER_NOTICE
        return
    assert term.ends is not None
    assert term.months is not None
    assert today <= last
    first = term.ends + DAY
    # Whole stretches from the last day, and the one before did not reach today.
    times = next(
        n for n in range(1, 2000) if months_after(first, n * term.months) - DAY >= today
    )
    assert last == months_after(first, times * term.months) - DAY


@given(terms(), days)
def test_nobody_is_pressed_to_renew_what_is_replaced_or_ended(term, today):
    if term.replaced_from or term.ended_on:
        assert renew_by(term, today) is None
        assert caution(term, today) is None


@pytest.mark.parametrize(
    ("term", "today", "expected"),
    [
        (FOUR_YEARS, date(2022, 1, 1), None),
        (FOUR_YEARS, date(2022, 7, 1), Caution.RUNS_OUT),
        (FOUR_YEARS, date(2023, 7, 1), Caution.RAN_OUT),
        (ON_AND_ON, date(2022, 7, 1), Caution.PROLONGS),
        (ON_AND_ON, date(2023, 7, 1), Caution.PROLONGED),
        (BY_YEARS, date(2022, 7, 1), Caution.PROLONGS),
    ],
)
def test_half_a_year_ahead_somebody_is_told(term, today, expected):
    assert caution(term, today) is expected


def test_one_that_ran_out_presses_until_it_is_replaced():
    assert renew_by(FOUR_YEARS, date(2026, 1, 1)) == date(2022, 12, 31)
    assert renew_by(ON_AND_ON, date(2026, 1, 1)) is None


def test_it_is_followed_up_two_years_after_it_began_and_after_each_time():
    today = date(2021, 6, 1)
    assert follow_up_due(FOUR_YEARS, last=None, months=24, today=today) == date(2021, 1, 1)
    told = date(2020, 11, 30)
    assert follow_up_due(FOUR_YEARS, last=told, months=24, today=today) == date(
        2022, 11, 30
    )


def test_what_is_over_is_not_to_be_followed_up_any_more():
    assert follow_up_due(FOUR_YEARS, last=None, months=24, today=date(2023, 1, 1)) is None


@given(terms(), days, st.integers(1, 24), days)
def test_nothing_is_called_late_from_before_it_was_known(term, today, months, known):
    due = follow_up_due(term, last=None, months=months, today=today, known_from=known)
    assert due is None or due >= known
