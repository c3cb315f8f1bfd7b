import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from handslag.core.access import ForbiddenError
from handslag.core.approvals.models import Version
from handslag.core.periods import parse
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import Decision, Goal, Measure, Plan
from handslag.domain.plans.rules.chain import Break
from handslag.domain.plans.rules.drafts import GoalDraft, IndicatorDraft, PlanDraft
from handslag.domain.plans.rules.words import Aim, State, Status
from tests import make
from tests.make import plans as make_plans

NOW = make_plans.NOW


@pytest.fixture
def whole(coordinator, municipality) -> Plan:
    return make_plans.whole(coordinator, municipality)


def test_a_plan_on_a_picture_that_is_not_frozen_is_refused(coordinator, municipality):
    make_plans.picture(municipality)
    with pytest.raises(NotAllowedError, match=r"plan\.picture_not_frozen"):
        make_plans.plan(coordinator, municipality, None)
    assert not Plan.objects.exists()


def test_a_plan_rests_on_the_picture_of_its_own_municipality(coordinator, municipality):
    elsewhere = make.municipality("Sjövik kommun")
    frozen = make_plans.freeze_picture(make_plans.picture(elsewhere))
    with pytest.raises(NotAllowedError, match=r"plan\.picture_of_another"):
        make_plans.plan(coordinator, municipality, frozen)


def test_a_goal_is_about_a_problem_that_the_frozen_picture_gives_priority(
    coordinator, municipality, whole
):
    later = make_plans.problem(make_plans.picture(municipality), "Nytt problem")
    with pytest.raises(NotAllowedError, match=r"plan\.problem_not_in_picture"):
        make_plans.goal(coordinator, whole, later)


def test_the_database_itself_refuses_a_decided_plan_without_picture(whole):
    with pytest.raises(DatabaseError), transaction.atomic():
        Plan.objects.filter(pk=whole.pk).update(
            state=State.DECIDED, version=None, picture_version=None
        )


def test_a_decision_freezes_the_words_and_the_facts_of_the_decision(coordinator, whole):
    decided = make_plans.decide(coordinator, whole)
    frozen = json.loads(make_plans.text(decided))
    assert decided.state == State.DECIDED
    assert frozen["decision"]["registry_no"] == "KS 2026/17"
    assert frozen["picture"]["id"] == str(whole.picture_version.public_id)
    (problem,) = frozen["problems"]
    (measure,) = frozen["measures"]
    assert measure["problem"] == problem["id"]
    assert measure["causes"] == [problem["causes"][0]["id"]]
    assert problem["goals"][0]["indicators"][0]["target"] == "30"
    assert frozen["reasons"][0]["text"] == "Lägesbilden är från tiden före Handslag."


def test_a_decided_plan_is_not_written_in(coordinator, whole):
    decided = make_plans.decide(coordinator, whole)
    goal, measure = decided.goals.get(), decided.measures.get()
    draft = PlanDraft("Annan", decided.period)
    with pytest.raises(NotAllowedError, match=r"plan\.decided"):
        services.save_plan(coordinator, decided, draft, revision=1)
    with pytest.raises(NotAllowedError, match=r"plan\.decided"):
        services.save_goal(
            coordinator, goal, GoalDraft(goal.problem_id, "Annat"), revision=1
        )
    with pytest.raises(NotAllowedError, match=r"plan\.decided"):
        services.remove_measure(coordinator, measure)
    with pytest.raises(NotAllowedError, match=r"plan\.decided"):
        make_plans.explain(coordinator, decided, Break.MEASURE_WITHOUT_CAUSE)


@pytest.mark.parametrize(
    "deed",
    [
        lambda: Decision.objects.update(registry_no="KS 2026/99"),
        lambda: Decision.objects.all()._raw_delete("default"),
        lambda: connection.cursor().execute("UPDATE plans_decision SET paragraph = '§ 1'"),
        lambda: connection.cursor().execute("DELETE FROM plans_decision"),
    ],
)
def test_a_decision_can_be_changed_by_no_way(coordinator, whole, deed):
    make_plans.decide(coordinator, whole)
    with pytest.raises(DatabaseError), transaction.atomic():
        deed()
    assert Decision.objects.get().registry_no == "KS 2026/17"


def test_the_frozen_text_stays_when_the_rows_are_changed_behind_its_back(
    coordinator, whole
):
    decided = make_plans.decide(coordinator, whole)
    Measure.objects.update(title="Något annat")
    frozen = Version.objects.get(subject_id=decided.public_id)
    assert "Något annat" not in frozen.content
    with pytest.raises(DatabaseError), transaction.atomic():
        Version.objects.filter(pk=frozen.pk).update(content="{}")


def test_a_missing_link_stops_the_decision_until_a_reason_is_written(
    coordinator, municipality, whole
):
    make_plans.measure(coordinator, whole, whole.goals.get())
    with pytest.raises(NotAllowedError, match=r"plan\.chain_broken"):
        make_plans.decide(coordinator, whole)
    make_plans.explain(coordinator, whole, Break.MEASURE_WITHOUT_CAUSE)
    decided = make_plans.decide(coordinator, whole)
    kinds = {one["kind"] for one in json.loads(make_plans.text(decided))["reasons"]}
    assert kinds == {"problem_without_evidence", "measure_without_cause"}


def test_a_reason_that_is_no_longer_needed_is_not_made_public(coordinator, whole):
    make_plans.explain(coordinator, whole, Break.VOICE_WITHOUT_FEEDBACK)
    decided = make_plans.decide(coordinator, whole)
    assert "voice_without_feedback" not in make_plans.text(decided)


def test_voices_behind_the_problem_are_told_before_the_plan_is_decided(
    coordinator, municipality
):
    plan = make_plans.whole(coordinator, municipality, make.evidence(municipality))
    with pytest.raises(NotAllowedError, match=r"plan\.chain_broken"):
        make_plans.decide(coordinator, plan)
    make_plans.explain(coordinator, plan, Break.VOICE_WITHOUT_FEEDBACK)
    assert make_plans.decide(coordinator, plan).version is not None


def test_a_goal_without_a_number_to_reach_stops_the_decision(coordinator, whole):
    goal = whole.goals.get()
    services.save_goal(coordinator, goal, GoalDraft(goal.problem_id, "Tryggt"), revision=1)
    with pytest.raises(NotAllowedError) as refused:
        make_plans.decide(coordinator, whole)
    assert refused.value.code == "plan.goal_not_bounded"
    assert refused.value.facts["goals"] == ["Tryggt"]


def test_a_goal_may_be_to_hold_the_level(coordinator, whole):
    goal = whole.goals.get()
    indicator = GoalDraft(
        goal.problem_id,
        "Lika lugnt som nu",
        Aim.HOLD,
        (IndicatorDraft("Anmälda händelser", baseline_stated="som 2025"),),
    )
    services.save_goal(coordinator, goal, indicator, revision=1)
    assert make_plans.decide(coordinator, whole).state == State.DECIDED


def test_a_decision_is_not_older_than_its_picture(coordinator, whole):
    early = make_plans.FROZEN_AT.date() - timedelta(days=1)
    with pytest.raises(NotAllowedError, match=r"plan\.decided_before_picture"):
        make_plans.decide(coordinator, whole, on=early)


def test_the_police_write_in_the_plan_and_the_municipality_decides(
    coordinator, liaison_officer, municipality, police, whole
):
    make_plans.picture(municipality, municipality, police)
    draft = PlanDraft("Vår gemensamma plan", whole.period)
    services.save_plan(liaison_officer, whole, draft, revision=whole.revision)
    with pytest.raises(ForbiddenError):
        make_plans.decide(liaison_officer, whole)


def test_two_who_write_at_once_lose_nothing(coordinator, whole):
    draft = PlanDraft("Först", whole.period)
    services.save_plan(coordinator, whole, draft, revision=1)
    with pytest.raises(ChangedMeanwhileError):
        services.save_plan(coordinator, whole, PlanDraft("Sedan", whole.period), revision=1)
    assert Plan.objects.get(pk=whole.pk).name == "Först"


def test_the_next_plan_carries_on_what_is_not_finished(coordinator, municipality, whole):
    decided = make_plans.decide(coordinator, whole)
    old_problem = decided.goals.get().problem
    make_plans.freeze_picture(make_plans.picture(municipality))
    newest = make_plans.freeze_picture(make_plans.picture(municipality))
    after = services.succeed(
        coordinator,
        decided,
        name="Åtgärdsplan 2028-2029",
        period=parse("2028-2029"),
        picture=newest,
        now=NOW,
    )
    (measure,) = after.measures.all()
    assert measure.carries_on == decided.measures.get()
    assert measure.goal is not None
    assert measure.goal.problem == old_problem
    assert measure.answers.count() == 1
    assert Goal.objects.filter(plan=decided).count() == 1
    with pytest.raises(NotAllowedError, match=r"plan\.has_draft"):
        services.succeed(
            coordinator,
            decided,
            name="En till",
            period=after.period,
            picture=newest,
            now=NOW,
        )


def test_the_earlier_plan_is_replaced_when_the_next_is_decided(
    coordinator, municipality, whole
):
    decided = make_plans.decide(coordinator, whole)
    before = make_plans.text(decided)
    after = services.succeed(
        coordinator,
        decided,
        name="Nästa",
        period=decided.period,
        picture=decided.picture_version,
        now=NOW,
    )
    make_plans.explain(coordinator, after, Break.PROBLEM_WITHOUT_EVIDENCE)
    make_plans.decide(coordinator, after)
    decided.refresh_from_db()
    assert (decided.state, make_plans.text(decided)) == (State.REPLACED, before)
    assert {one.slug for one in [decided.slug, Plan.objects.get(pk=after.pk).slug]} == {
        "2026-2027",
        "2026-2027_2",
    }


def test_what_was_done_and_not_told_of_stops_the_next_plan(coordinator, whole):
    decided = make_plans.decide(coordinator, whole)
    services.report_status(coordinator, decided.measures.get(), Status.DONE, now=NOW)
    after = services.succeed(
        coordinator,
        decided,
        name="Nästa",
        period=decided.period,
        picture=decided.picture_version,
        now=NOW,
    )
    ready = queries.what_stops(after, today=date(2026, 3, 2))
    assert Break.ACTIVITY_WITHOUT_OUTCOME in {one.kind for one in ready.left}
    make_plans.told(coordinator, decided)
    ready = queries.what_stops(after, today=date(2026, 3, 2))
    assert Break.ACTIVITY_WITHOUT_OUTCOME not in {one.kind for one in ready.left}
