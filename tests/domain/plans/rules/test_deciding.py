from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.plans.rules.chain import Break, Defect
from handslag.domain.plans.rules.deciding import (
    Ready,
    decided_in_order,
    editable,
    next_follow_up,
    status_has_reason,
    stops,
)
from handslag.domain.plans.rules.words import State, Status

READY = Ready(is_on_frozen_picture=True, goals=1, measures=1)


def test_a_plan_with_all_in_place_is_stopped_by_nothing():
    assert stops(READY) == []


@pytest.mark.parametrize(
    ("lack", "code"),
    [
        ({"is_on_frozen_picture": False}, "plan.picture_not_frozen"),
        ({"goals": 0}, "plan.no_goals"),
        ({"measures": 0}, "plan.no_measures"),
        ({"unmeasurable": ["Tryggare"]}, "plan.goal_not_bounded"),
        ({"outside": ["Klotter"]}, "plan.problem_not_in_picture"),
        ({"ownerless": ["Lampor"]}, "plan.measure_without_owner"),
        ({"broken": [Defect(Break.MEASURE_WITHOUT_CAUSE, "m", "")]}, "plan.chain_broken"),
    ],
)
def test_what_is_not_in_place_stops_it_by_name(lack, code):
    assert [one.code for one in stops(replace(READY, **lack))] == [code]


def test_everything_that_stops_is_said_at_once():
    assert len(stops(Ready(False, 0, 0))) == 3


@pytest.mark.parametrize("state", [State.DECIDED, State.REPLACED])
def test_a_decided_plan_is_not_written_in(state):
    with pytest.raises(NotAllowedError, match=r"plan\.decided"):
        editable(state)


def test_whoever_stops_a_measure_says_why():
    with pytest.raises(NotAllowedError):
        status_has_reason(Status.STOPPED, " ")
    status_has_reason(Status.STOPPED, "Pengarna tog slut.")
    status_has_reason(Status.DONE, "")


def test_a_decision_comes_after_its_picture_and_not_tomorrow():
    frozen, today = date(2026, 1, 10), date(2026, 3, 2)
    decided_in_order(frozen, frozen_on=frozen, today=today)
    decided_in_order(today, frozen_on=frozen, today=today)
    with pytest.raises(NotAllowedError, match="before_picture"):
        decided_in_order(date(2026, 1, 9), frozen_on=frozen, today=today)
    with pytest.raises(NotAllowedError, match="in_future"):
        decided_in_order(date(2026, 3, 3), frozen_on=frozen, today=today)


def test_follow_up_is_due_two_years_after_the_decision_then_after_the_latest_follow_up():
    assert next_follow_up(date(2024, 7, 1), []) == date(2026, 7, 1)
    assert next_follow_up(date(2024, 7, 1), [date(2025, 5, 5)]) == date(2027, 5, 5)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.lists(st.dates(date(2000, 1, 1))))
def test_two_years_never_grow(decided, followed):
    followed = [day for day in followed if day.year < 2090]
    due = next_follow_up(decided, followed)
    latest = max([decided, *followed])
    assert (due.year - latest.year, due.month) == (2, latest.month)
    assert due.day <= latest.day
