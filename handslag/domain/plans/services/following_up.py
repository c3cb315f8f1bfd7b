"""What became of a plan: begun, told measure by measure and goal by goal, published."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals import services as approvals
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.services import bump_public
from handslag.domain.plans import queries
from handslag.domain.plans.models import (
    GoalOutcome,
    Indicator,
    IndicatorReading,
    MeasureOutcome,
    Plan,
    PlanFollowUp,
)
from handslag.domain.plans.queries.told import told
from handslag.domain.plans.rules.drafts import FollowUpDraft, texts
from handslag.domain.plans.rules.words import State
from handslag.domain.plans.services.locking import locked


@transaction.atomic
def begin_follow_up(actor: Actor, plan: Plan, *, on: date, now: datetime) -> PlanFollowUp:
    """Begin to tell what became of a decided plan. Everything is unknown at first."""
    require(actor, Act.FOLLOW_UP, in_any_of=queries.writer_ids(plan))
    row = locked(plan)
    if row.state == State.DRAFT:
        raise NotAllowedError("plan.not_decided")
    if row.follow_ups.filter(published_at=None).exists():
        raise NotAllowedError("plan.follow_up_begun")
    follow_up = PlanFollowUp.objects.create(plan=row, followed_up_on=on, made_at=now)
    MeasureOutcome.objects.bulk_create(
        MeasureOutcome(follow_up=follow_up, measure=one) for one in row.measures.all()
    )
    GoalOutcome.objects.bulk_create(
        GoalOutcome(follow_up=follow_up, goal=one) for one in row.goals.all()
    )
    record(actor, "plans.follow_up_begun", follow_up)
    return follow_up


@transaction.atomic
def save_follow_up(
    actor: Actor, follow_up: PlanFollowUp, draft: FollowUpDraft, *, revision: int
) -> PlanFollowUp:
    """Write what became of the plan, as far as anyone knows."""
    require(actor, Act.FOLLOW_UP, in_any_of=queries.writer_ids(follow_up.plan))
    row = _unpublished(follow_up)
    same_revision(revision, row.revision)
    check_texts(texts(draft))
    row.followed_up_on, row.summary = draft.followed_up_on, draft.summary
    row.revision += 1
    row.save()
    _tell_measures(row, draft)
    _tell_goals(row, draft)
    record(actor, "plans.follow_up_saved", row)
    return row


@transaction.atomic
def publish_follow_up(actor: Actor, follow_up: PlanFollowUp, *, now: datetime) -> None:
    """Let everyone read what became of the plan. From then on it is not changed."""
    require(actor, Act.FOLLOW_UP, in_any_of=queries.writer_ids(follow_up.plan))
    row = _unpublished(follow_up)
    decided_on = row.plan.decision.decided_on
    if not decided_on <= row.followed_up_on <= stockholm_day(now):
        raise NotAllowedError("plan.follow_up_out_of_time")
    content = told(row)
    if not content["is_known"]:
        raise NotAllowedError("plan.follow_up_says_nothing")
    row.version = approvals.freeze(
        actor,
        subject_kind="plan_follow_up",
        subject_id=row.public_id,
        content=content,
        now=now,
    )
    row.published_at = now
    row.save(update_fields=["version", "published_at"])
    bump_public(row.plan.home)
    record(actor, "plans.follow_up_published", row)


def _unpublished(follow_up: PlanFollowUp) -> PlanFollowUp:
    row = PlanFollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    if row.published_at is not None:
        raise NotAllowedError("plan.follow_up_published")
    return row


def _tell_measures(row: PlanFollowUp, draft: FollowUpDraft) -> None:
    given = {one.measure: one for one in draft.measures}
    there = [one for one in row.measures.all() if one.measure_id in given]
    for outcome in there:
        said = given[outcome.measure_id]
        outcome.carried_out = said.carried_out
        outcome.output, outcome.effect = said.output, said.effect
        outcome.lesson = said.lesson
    MeasureOutcome.objects.bulk_update(there, ["carried_out", "output", "effect", "lesson"])


def _tell_goals(row: PlanFollowUp, draft: FollowUpDraft) -> None:
    given = {one.goal: one for one in draft.goals}
    there = [one for one in row.goals.all() if one.goal_id in given]
    for outcome in there:
        said = given[outcome.goal_id]
        outcome.reached, outcome.said = said.reached, said.said
    GoalOutcome.objects.bulk_update(there, ["reached", "said"])
    known = {one.pk for one in Indicator.objects.filter(goal__plan=row.plan_id)}
    known |= {one.pk for one in Indicator.objects.filter(measure__plan=row.plan_id)}
    row.readings.all().delete()
    IndicatorReading.objects.bulk_create(
        IndicatorReading(follow_up=row, indicator_id=key, amount=amount)
        for key, amount in draft.readings
        if amount is not None and key in known
    )
