"""A goal in a draft: added, worded, taken out."""

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.plans import queries
from handslag.domain.plans.models import Goal, Plan
from handslag.domain.plans.rules.drafts import GoalDraft, texts
from handslag.domain.plans.services.indicators import store_indicators
from handslag.domain.plans.services.locking import locked_draft


@transaction.atomic
def add_goal(actor: Actor, plan: Plan, draft: GoalDraft) -> Goal:
    """Say what is to be reached, or held, about one problem."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan))
    row = locked_draft(plan)
    goal = store_goal(row, draft)
    record(actor, "plans.goal_added", goal)
    return goal


@transaction.atomic
def save_goal(actor: Actor, goal: Goal, draft: GoalDraft, *, revision: int) -> Goal:
    """Change a goal of a draft. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(goal.plan))
    plan = locked_draft(goal.plan)
    row = Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)
    same_revision(revision, row.revision)
    _word(plan, row, draft)
    row.revision += 1
    row.save()
    store_indicators(draft.indicators, goal=row)
    record(actor, "plans.goal_worded", row)
    return row


@transaction.atomic
def remove_goal(actor: Actor, goal: Goal) -> None:
    """Take a goal out of a draft. Its measures stay, without a goal."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(goal.plan))
    locked_draft(goal.plan)
    record(actor, "plans.goal_removed", goal)
    goal.delete()


def store_goal(plan: Plan, draft: GoalDraft) -> Goal:
    """A goal last in a plan that the caller has locked."""
    last = plan.goals.aggregate(last=Max("position"))["last"]
    goal = Goal(plan=plan, position=0 if last is None else last + 1)
    _word(plan, goal, draft)
    goal.save()
    store_indicators(draft.indicators, goal=goal)
    return goal


def _word(plan: Plan, goal: Goal, draft: GoalDraft) -> None:
    check_texts(texts(draft))
    known = {one.pk: one for one in queries.problems_in(plan.picture_version)}
    if draft.problem not in known:
        raise NotAllowedError("plan.problem_not_in_picture", problems=[draft.text])
    goal.problem = known[draft.problem]
    goal.text = draft.text
    goal.kind = draft.kind
