"""What nobody may do with a plan or a grant, and the code of the sentence that says so."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from handslag.core.periods import parse
from handslag.domain.plans import services
from handslag.domain.plans.models import Plan
from handslag.domain.plans.rules.drafts import (
    GoalDraft,
    IndicatorDraft,
    MeasureDraft,
    PlanDraft,
)
from handslag.domain.plans.rules.grants import Account
from handslag.domain.plans.rules.words import GrantState, Status
from tests.make import plans
from tests.refusing import code_of

YEAR_END = date(2027, 2, 1)


@pytest.fixture
def whole(coordinator, municipality) -> Plan:
    return plans.whole(coordinator, municipality)


def test_what_is_not_decided_is_neither_followed_up_nor_succeeded(coordinator, whole):
    assert code_of(
        lambda: services.begin_follow_up(
            coordinator, whole, on=date(2026, 3, 1), now=plans.NOW
        )
    ) == ("plan.not_decided")
    assert code_of(
        lambda: services.succeed(
            coordinator,
            whole,
            name="Nästa plan",
            period=parse("2028"),
            picture=whole.picture_version,
            now=plans.NOW,
        )
    ) == ("plan.only_decided_has_successor")


# An official test number, and a number such as the police give a case.
PERSON, CASE = "18900101-9802", "5000-K123456-24"


def test_no_text_of_a_plan_holds_the_number_of_a_person_or_a_case(coordinator, whole):
    goal = GoalDraft(whole.goals.get().problem_id, f"Färre brott, se {CASE}")
    wrong = PlanDraft(f"Plan för {PERSON}", parse("2027"))
    told = partial(services.report_status, coordinator, whole.measures.all()[0])
    assert code_of(
        lambda: services.save_plan(coordinator, whole, wrong, revision=whole.revision)
    ) == ("evidence.person_number")
    assert code_of(
        lambda: services.add_measure(
            coordinator,
            whole,
            MeasureDraft("Ljus", indicators=(IndicatorDraft("Brott", unit=PERSON),)),
        )
    ) == ("evidence.person_number")
    assert code_of(lambda: services.add_goal(coordinator, whole, goal)) == (
        "evidence.case_number"
    )
    assert code_of(
        lambda: told(Status.STOPPED, why=f"Väntar på {CASE}", now=plans.NOW)
    ) == ("evidence.case_number")


def test_nothing_is_decided_tomorrow(coordinator, whole):
    assert code_of(lambda: plans.decide(coordinator, whole, on=date(2026, 3, 3))) == (
        "plan.decided_in_future"
    )


def test_a_follow_up_is_of_a_day_after_the_decision_and_not_to_come(coordinator, whole):
    decided = plans.decide(coordinator, whole)
    for day in (date(2026, 2, 15), date(2026, 3, 3)):
        begun = services.begin_follow_up(coordinator, decided, on=day, now=plans.NOW)
        deed = partial(services.publish_follow_up, coordinator, begun, now=plans.NOW)
        assert code_of(deed) == "plan.follow_up_out_of_time"
        begun.delete()


def test_a_measure_serves_a_goal_of_its_own_plan(coordinator, whole):
    other = plans.plan(
        coordinator, whole.home, whole.picture_version, period="2030", name="En annan"
    )
    assert code_of(lambda: plans.measure(coordinator, other, whole.goals.get())) == (
        "plan.goal_of_another"
    )


def test_a_measure_with_a_grant_stays(coordinator, whole):
    measure = whole.measures.get()
    services.apply_for_grant(
        coordinator, whole.home, plans.grant_draft([measure]), now=plans.NOW
    )
    assert code_of(lambda: services.remove_measure(coordinator, measure)) == (
        "plan.measure_has_grant"
    )


def test_a_grant_is_answered_once_and_accounted_for_in_full(coordinator, municipality):
    grant = services.apply_for_grant(
        coordinator, municipality, plans.grant_draft(), now=plans.NOW
    )

    def answer(said: GrantState) -> None:
        services.answer_grant(
            coordinator,
            grant,
            said,
            answered_on=date(2026, 3, 1),
            granted=Decimal(100),
            account_by=YEAR_END,
        )

    def account(used: int, results: str) -> None:
        told = Account(Decimal(used), "Löner.", results, "Som det var tänkt.")
        services.account_grant(coordinator, grant, told, on=date(2026, 12, 1))

    assert code_of(lambda: account(90, "Lugnare.")) == "plan.grant_step"
    answer(GrantState.GRANTED)
    assert code_of(lambda: answer(GrantState.REFUSED)) == "plan.grant_step"
    assert code_of(lambda: account(90, " ")) == "plan.account_incomplete"
    assert code_of(lambda: account(101, "Lugnare.")) == "plan.used_more_than_granted"
    account(100, "Lugnare.")
