import json
from datetime import date
from decimal import Decimal

import pytest

from handslag.core.access import ForbiddenError, Role
from handslag.core.deadlines import Basis
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.organisations.models import Kind
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import PlanFollowUp
from handslag.domain.plans.rules.drafts import (
    FollowUpDraft,
    GoalResult,
    MeasureResult,
)
from handslag.domain.plans.rules.grants import Account
from handslag.domain.plans.rules.words import (
    CarriedOut,
    GrantState,
    Reached,
    Status,
)
from tests import make
from tests.make import plans as make_plans

NOW, TODAY = make_plans.NOW, date(2026, 3, 2)


@pytest.fixture
def decided(coordinator, municipality):
    return make_plans.decide(coordinator, make_plans.whole(coordinator, municipality))


def test_status_is_public_at_once_and_the_decided_words_stay(coordinator, decided):
    measure, before = decided.measures.get(), make_plans.text(decided)
    revision = decided.home.public_revision
    services.report_status(coordinator, measure, Status.UNDER_WAY, now=NOW)
    decided.refresh_from_db()
    decided.home.refresh_from_db()
    assert make_plans.text(decided) == before
    assert decided.home.public_revision > revision
    assert (
        make_plans.public("lundby").statuses[str(measure.public_id)].status
        is Status.UNDER_WAY
    )


def test_a_stopped_measure_says_why(coordinator, decided):
    with pytest.raises(NotAllowedError, match=r"plan\.stopped_needs_why"):
        services.report_status(coordinator, decided.measures.get(), Status.STOPPED, now=NOW)


def test_whoever_owns_a_measure_tells_how_far_it_has_come(coordinator, decided):
    housing = make.organisation("Bostadsbolaget", Kind.HOUSING_COMPANY)
    theirs = make.member(housing, Role.COORDINATOR)
    measure = decided.measures.get()
    with pytest.raises(ForbiddenError):
        services.report_status(theirs, measure, Status.DONE, now=NOW)
    type(measure).objects.update(owner=housing)
    measure.refresh_from_db()
    assert services.report_status(theirs, measure, Status.DONE, now=NOW).status == "done"


def _follow_up(coordinator, decided):
    return services.begin_follow_up(coordinator, decided, on=TODAY, now=NOW)


def test_a_follow_up_begins_with_nothing_known(coordinator, decided):
    begun = _follow_up(coordinator, decided)
    assert {one.carried_out for one in begun.measures.all()} == {CarriedOut.UNKNOWN}
    assert {one.reached for one in begun.goals.all()} == {Reached.UNKNOWN}
    with pytest.raises(NotAllowedError, match=r"plan\.follow_up_says_nothing"):
        services.publish_follow_up(coordinator, begun, now=NOW)
    with pytest.raises(NotAllowedError, match=r"plan\.follow_up_begun"):
        _follow_up(coordinator, decided)


def test_a_published_follow_up_is_frozen_and_read_by_everyone(coordinator, decided):
    begun = _follow_up(coordinator, decided)
    goal, measure = decided.goals.get(), decided.measures.get()
    services.save_follow_up(
        coordinator,
        begun,
        FollowUpDraft(
            TODAY,
            "En bit kvar.",
            (
                MeasureResult(
                    measure.pk, CarriedOut.PARTLY, "Sex kvällar", "", "Börja förr"
                ),
            ),
            (GoalResult(goal.pk, Reached.NO, "Fler än väntat"),),
            ((goal.indicators.get().pk, Decimal("38.5")),),
        ),
        revision=1,
    )
    services.publish_follow_up(coordinator, begun, now=NOW)
    (shown,) = make_plans.public("lundby").follow_ups
    assert shown.measures[str(measure.public_id)].lesson == "Börja förr"
    assert shown.goals[str(goal.public_id)] == (Reached.NO, "Fler än väntat")
    assert shown.readings[str(goal.indicators.get().public_id)] == Decimal("38.5")
    with pytest.raises(NotAllowedError, match=r"plan\.follow_up_published"):
        services.save_follow_up(coordinator, begun, FollowUpDraft(TODAY), revision=2)
    PlanFollowUp.objects.update(summary="Ändrad i efterhand")
    assert make_plans.public("lundby").follow_ups[0].summary == "En bit kvar."


def test_two_who_write_the_same_follow_up_lose_nothing(coordinator, decided):
    begun = _follow_up(coordinator, decided)
    services.save_follow_up(coordinator, begun, FollowUpDraft(TODAY, "Ett"), revision=1)
    with pytest.raises(ChangedMeanwhileError):
        services.save_follow_up(coordinator, begun, FollowUpDraft(TODAY, "Två"), revision=1)


def test_the_law_gives_two_years_until_the_plan_is_followed_up(
    coordinator, decided, municipality
):
    (due,) = queries.deadlines(homes=[municipality.pk], today=TODAY)
    assert (due.kind, due.basis, due.due_on) == (
        "plan.follow_up",
        Basis.LAW,
        date(2028, 2, 16),
    )
    make_plans.told(coordinator, decided)
    (due,) = queries.deadlines(homes=None, today=TODAY)
    assert due.due_on == date(2028, 3, 1)
    assert queries.deadlines(homes=[-1], today=TODAY) == []


def test_the_facts_of_all_municipalities_are_found_in_one_question(
    coordinator, decided, municipality, django_assert_num_queries
):
    other = make.municipality()
    theirs = make.member(other, Role.COORDINATOR)
    make_plans.decide(theirs, make_plans.whole(theirs, other))
    with django_assert_num_queries(1):
        facts = queries.facts_for_law(None, today=TODAY)
    assert set(facts) == {municipality.pk, other.pk}
    fact = facts[municipality.pk]
    assert (fact.registry_no, fact.picture_number) == ("KS 2026/17", 1)
    assert fact.follow_up_due_on == date(2028, 2, 16)


def test_a_plan_of_another_municipality_is_neither_seen_nor_written(elsewhere, decided):
    assert not queries.visible_to(elsewhere).exists()
    with pytest.raises(ForbiddenError):
        services.begin_follow_up(elsewhere, decided, on=TODAY, now=NOW)


def test_a_grant_is_applied_for_answered_and_accounted_for(
    coordinator, municipality, decided
):
    measure = decided.measures.get()
    grant = services.apply_for_grant(
        coordinator, municipality, make_plans.grant_draft([measure]), now=NOW
    )
    assert [one.measure for one in grant.measures.all()] == [measure]
    with pytest.raises(NotAllowedError, match=r"plan\.grant_needs_amount_and_day"):
        services.answer_grant(coordinator, grant, GrantState.GRANTED, answered_on=TODAY)
    services.answer_grant(
        coordinator,
        grant,
        GrantState.GRANTED,
        answered_on=TODAY,
        granted=Decimal(150_000),
        account_by=date(2027, 3, 1),
    )
    kinds = {one.kind: one for one in queries.deadlines(homes=None, today=TODAY)}
    assert kinds["plan.grant_accounting"].due_on == date(2027, 3, 1)
    with pytest.raises(NotAllowedError, match=r"plan\.grant_answered"):
        services.save_grant(coordinator, grant, make_plans.grant_draft(), revision=2)
    account = Account(Decimal(120_000), "Löner", "Färre händelser", "Som tänkt")
    done = services.account_grant(coordinator, grant, account, on=TODAY)
    assert (done.state, done.used) == (GrantState.ACCOUNTED, Decimal(120_000))
    left = {one.kind for one in queries.deadlines(homes=None, today=TODAY)}
    assert "plan.grant_accounting" not in left


def test_a_grant_pays_only_for_measures_of_its_own_municipality(
    coordinator, municipality, decided
):
    other = make.municipality()
    theirs = make.member(other, Role.COORDINATOR)
    strange = make_plans.whole(theirs, other).measures.get()
    grant = services.apply_for_grant(
        coordinator, municipality, make_plans.grant_draft([strange]), now=NOW
    )
    assert not grant.measures.exists()


def test_what_is_internal_is_not_published(coordinator, municipality):
    picture = make_plans.picture(municipality)
    secret = make_plans.problem(picture, "Hemligt problem", is_internal=True)
    plan = make_plans.whole(coordinator, municipality)
    hidden = make_plans.goal(coordinator, plan, secret)
    make_plans.measure(coordinator, plan, hidden, title="Hemlig åtgärd")
    open_problem = next(one for one in make_plans.problems(plan) if not one.is_internal)
    make_plans.cause(open_problem, "Hemlig orsak", is_internal=True)
    ready = queries.what_stops(plan, today=TODAY)
    services.explain_missing(
        coordinator, plan, {(one.kind, one.thing): "Hemligt skäl" for one in ready.broken}
    )
    make_plans.decide(coordinator, plan)
    page = make_plans.public("lundby")
    assert page.plan.hidden == 1
    assert "Hemlig" in json.dumps(json.loads(make_plans.text(plan)), ensure_ascii=False)
    assert "emlig" not in repr(page.plan).replace("Hemligt skäl", "")
    assert "Hemligt skäl" in repr(page.plan)  # that of the open problem
