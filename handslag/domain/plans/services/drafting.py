"""The plan itself: begun on a frozen picture, filled, worded, followed by the next."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import Period
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import PictureVersion
from handslag.domain.picture.rules.causes import CauseKind, Corner, Perspective
from handslag.domain.picture.rules.suggestions import Facts
from handslag.domain.plans import queries
from handslag.domain.plans.models import Goal, Measure, Plan
from handslag.domain.plans.rules import template
from handslag.domain.plans.rules.drafts import (
    GoalDraft,
    IndicatorDraft,
    MeasureDraft,
    PlanDraft,
    texts,
)
from handslag.domain.plans.rules.template import Known, Sentences
from handslag.domain.plans.rules.words import (
    Aim,
    Approach,
    Horizon,
    State,
    Status,
    Strategy,
)
from handslag.domain.plans.services.goals import store_goal
from handslag.domain.plans.services.indicators import indicator_draft
from handslag.domain.plans.services.locking import locked, locked_draft
from handslag.domain.plans.services.measures import MEASURE_COLUMNS, store_measure


@transaction.atomic
def draft_plan(
    actor: Actor,
    draft: PlanDraft,
    *,
    home: Organisation,
    picture: PictureVersion | None,
    now: datetime,
    is_example: bool = False,
) -> Plan:
    """Begin a plan on one frozen version of the municipality's picture."""
    require(actor, Act.WRITE_PLAN, in_any_of=frozenset({home.pk}))
    plan = Plan.objects.create(
        home=home,
        picture_version=_of_home(picture, home),
        made_at=now,
        is_example=is_example,
        **_columns(draft),
    )
    record(actor, "plans.drafted", plan, on_behalf=home.pk)
    return plan


@transaction.atomic
def save_plan(actor: Actor, plan: Plan, draft: PlanDraft, *, revision: int) -> Plan:
    """Change the words of a draft. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan))
    row = locked_draft(plan)
    same_revision(revision, row.revision)
    for column, value in _columns(draft).items():
        setattr(row, column, value)
    row.revision += 1
    row.save()
    record(actor, "plans.worded", row)
    return row


@transaction.atomic
def bind_picture(actor: Actor, plan: Plan, picture: PictureVersion | None) -> Plan:
    """Let a draft rest on another frozen version, when a newer one has come."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan))
    row = locked_draft(plan)
    row.picture_version = _of_home(picture, row.home)
    row.revision += 1
    row.save()
    record(actor, "plans.picture_bound", row)
    return row


@transaction.atomic
def fill_plan(actor: Actor, plan: Plan, words: Sentences, *, aim: Aim) -> Plan:
    """Write a first goal, and measures, for each problem that has no goal yet."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan))
    row = locked_draft(plan)
    there = set(row.goals.values_list("problem", flat=True))
    for problem in queries.problems_in(row.picture_version):
        if problem.pk in there:
            continue
        known = Known(
            problem.pk,
            problem.title,
            [
                Facts(
                    cause.pk,
                    Perspective(cause.perspective),
                    CauseKind(cause.kind),
                    Corner(cause.corner) if cause.corner else None,
                )
                for cause in problem.causes.all()
            ],
        )
        goal = store_goal(row, template.goal(known, words, aim=aim, by=row.ends))
        for draft in template.measures(
            known, words, goal=goal.pk, owner=row.home_id, until=row.ends
        ):
            store_measure(row, draft)
    record(actor, "plans.filled", row, aim=aim.value)
    return row


@transaction.atomic
def succeed(
    actor: Actor,
    plan: Plan,
    *,
    name: str,
    period: Period,
    picture: PictureVersion | None,
    now: datetime,
) -> Plan:
    """Begin the plan that comes after a decided one. The earlier stays as it was."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan))
    before = locked(plan)
    if before.state != State.DECIDED:
        raise NotAllowedError("plan.only_decided_has_successor")
    if before.successors.filter(state=State.DRAFT).exists():
        raise NotAllowedError("plan.has_draft")
    after = Plan.objects.create(
        home=before.home,
        picture_version=_of_home(picture, before.home),
        predecessor=before,
        made_at=now,
        is_example=before.is_example,
        **_columns(PlanDraft(name, period, before.introduction)),
    )
    _carry_on(before, after)
    record(actor, "plans.succeeded", after, before=before.public_id)
    return after


def _carry_on(before: Plan, after: Plan) -> None:
    """Goals and measures about problems that the newer picture still gives priority.

    What was done or stopped stays behind, with what is told of it.
    """
    problems = {one.pk for one in queries.problems_in(after.picture_version)}
    goals = {
        old.pk: store_goal(after, _goal_draft(old))
        for old in queries.goals_of(before)
        if old.problem_id in problems
    }
    for old in queries.measures_of(before):
        goal = goals.get(old.goal_id or 0)
        if goal is None or old.status in (Status.DONE, Status.STOPPED):
            continue
        new = store_measure(after, _measure_draft(old, goal))
        new.carries_on, new.status = old, old.status
        new.save(update_fields=["carries_on", "status"])


def _goal_draft(old: Goal) -> GoalDraft:
    return GoalDraft(old.problem_id, old.text, Aim(old.kind), _yardsticks(old))


def _measure_draft(old: Measure, goal: Goal) -> MeasureDraft:
    same = {name: getattr(old, name) for name in MEASURE_COLUMNS}
    return MeasureDraft(
        **same,
        goal=goal.pk,
        causes=tuple(answer.cause_id for answer in old.answers.all()),
        owner=old.owner_id,
        kind=Approach(old.kind),
        strategy=Strategy(old.strategy) if old.strategy else None,
        horizon=Horizon(old.horizon),
        indicators=_yardsticks(old),
    )


def _yardsticks(thing: Goal | Measure) -> tuple[IndicatorDraft, ...]:
    return tuple(indicator_draft(row) for row in thing.indicators.all())


def _of_home(picture: PictureVersion | None, home: Organisation) -> PictureVersion:
    """Only a frozen version of the municipality's own joint picture carries a plan."""
    if picture is None:
        raise NotAllowedError("plan.picture_not_frozen")
    if picture.picture.home_id != home.pk or picture.picture.party_id is not None:
        raise NotAllowedError("plan.picture_of_another")
    return picture


def _columns(draft: PlanDraft) -> dict[str, object]:
    check_texts(texts(draft))
    return {
        "name": draft.name,
        "introduction": draft.introduction,
        "period_stated": draft.period.stated,
        "starts": draft.period.starts,
        "ends": draft.period.ends,
        "period_rule": draft.period.rule,
    }
