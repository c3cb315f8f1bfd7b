from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.rules.verdicts import (
    Claim,
    Due,
    is_due,
    next_due,
    phase,
    standing,
    tally,
    timeliness,
)
from handslag.domain.promises.rules.words import ANSWERS, Origin, Phase, Timeliness, Verdict

TODAY = date(2026, 10, 15)
DECIDED = Origin.DECIDED


def test_a_promise_nobody_has_reported_on_is_unreported_once_a_follow_up_is_due():
    assert standing([], origin=DECIDED, due=True) is Verdict.NOT_REPORTED
    assert standing([], origin=DECIDED, due=False) is Verdict.ONGOING


def test_what_begins_later_is_not_said_to_be_under_way():
    def found(claims: list[Claim], origin: Origin) -> Verdict:
        return standing(claims, origin=origin, due=False, phase=Phase.NOT_BEGUN)

    assert found([], DECIDED) is Verdict.NOT_BEGUN
    assert found([], Origin.IMPORTED) is Verdict.UNKNOWN
    assert found([Claim("Kommunen", Verdict.CANCELLED)], DECIDED) is Verdict.CANCELLED


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        (date(2026, 10, 16), date(2026, 12, 31), Phase.NOT_BEGUN),
        (TODAY, None, Phase.UNDER_WAY),
        (None, TODAY, Phase.UNDER_WAY),
        (date(2025, 1, 1), date(2026, 10, 14), Phase.ENDED),
        (None, None, Phase.UNSTATED),
    ],
)
def test_the_first_and_the_last_day_are_in_the_period(starts, ends, found):
    assert phase(starts, ends, today=TODAY) is found


def test_without_a_plan_it_is_due_when_the_period_is_over():
    assert not is_due([], phase=Phase.UNDER_WAY, today=TODAY)
    assert is_due([], phase=Phase.ENDED, today=TODAY)


def test_with_a_plan_it_is_due_the_day_after_the_first_planned_day():
    yesterday = [Due(TODAY - timedelta(days=1))]
    assert is_due(yesterday, phase=Phase.UNDER_WAY, today=TODAY)
    assert not is_due([Due(TODAY)], phase=Phase.ENDED, today=TODAY)


@pytest.mark.parametrize("origin", [Origin.IMPORTED, Origin.RESTATED])
def test_a_summary_without_an_outcome_is_unknown_and_never_unreported(origin):
    assert standing([], origin=origin, due=True) is Verdict.UNKNOWN


def test_parties_who_say_different_things_are_shown_as_such():
    said = [Claim("Kommunen", Verdict.KEPT), Claim("Polisen", Verdict.PARTLY)]
    assert standing(said, origin=DECIDED, due=True) is Verdict.DISPUTED


def test_parties_who_count_differently_are_shown_as_such():
    said = [
        Claim("Kommunen", Verdict.KEPT, Decimal(5)),
        Claim("Polisen", Verdict.KEPT, Decimal(4)),
    ]
    assert standing(said, origin=DECIDED, due=True) is Verdict.DISPUTED


claims = st.lists(
    st.builds(
        Claim,
        party=st.sampled_from(["", "Kommunen", "Polisen"]),
        verdict=st.sampled_from(ANSWERS),
        amount=st.none() | st.integers(0, 9).map(Decimal),
    ),
    max_size=3,
)


@given(claims, st.sampled_from([Origin.IMPORTED, Origin.RESTATED]), st.booleans())
def test_unknown_is_never_counted_as_unreported(said, origin, due):
    assert standing(said, origin=origin, due=due) is not Verdict.NOT_REPORTED


@given(claims, st.booleans())
def test_the_order_of_the_claims_does_not_matter(said, due):
    forwards = standing(said, origin=DECIDED, due=due)
    assert standing(said[::-1], origin=DECIDED, due=due) is forwards


@given(st.lists(st.sampled_from(list(Verdict))))
def test_a_tally_counts_each_once_and_keeps_the_unknown_apart(verdicts):
    counted = tally(verdicts)
    assert counted.total == len(verdicts)
    assert counted.known == sum(one is not Verdict.UNKNOWN for one in verdicts)


plans = st.lists(
    st.builds(
        Due,
        on=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        answered=st.none() | st.just(date(2026, 9, 1)),
    )
)


@given(plans, st.sampled_from([Origin.IMPORTED, Origin.RESTATED]))
def test_somebody_elses_summary_is_never_late(plan, origin):
    assert timeliness(plan, origin=origin, today=TODAY) is Timeliness.NO_DATE


@given(plans)
def test_late_means_that_a_day_has_passed_without_an_answer(plan):
    waiting = [due.on for due in plan if due.answered is None]
    late = timeliness(plan, origin=DECIDED, today=TODAY) is Timeliness.LATE
    assert late == any(day < TODAY for day in waiting)
    assert next_due(plan) == min(waiting, default=None)


def test_the_day_itself_is_on_time():
    plan = [Due(TODAY)]
    assert timeliness(plan, origin=DECIDED, today=TODAY) is Timeliness.DUE_SOON
    after = TODAY + timedelta(days=1)
    assert timeliness(plan, origin=DECIDED, today=after) is Timeliness.LATE
