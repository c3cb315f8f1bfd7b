"""Find the plan the person may see, and what they may do with it."""

from dataclasses import dataclass
from uuid import UUID

from django.shortcuts import get_object_or_404

from handslag.core.access import Act, require
from handslag.domain.plans import queries
from handslag.domain.plans.models import Goal, Measure, Plan, PlanFollowUp
from handslag.domain.series.queries import homes_of
from handslag.web.requests import WorkRequest


def the_plan(request: WorkRequest, key: UUID, act: Act | None = None) -> Plan:
    """The plan, if the person may see it and, with `act`, may do that with it."""
    found = get_object_or_404(queries.plan_of(request.actor, key))
    if act is not None:
        require(request.actor, act, in_any_of=queries.writer_ids(found))
    return found


def the_goal(request: WorkRequest, key: UUID, goal: UUID) -> Goal:
    """One goal of a plan that the person may write in."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    return get_object_or_404(queries.goal_of(plan, goal))


def the_measure(
    request: WorkRequest, key: UUID, measure: UUID, act: Act | None = Act.WRITE_PLAN
) -> Measure:
    """One measure of a plan that the person may see."""
    plan = the_plan(request, key, act)
    return get_object_or_404(queries.measure_of(plan, measure).select_related("plan__home"))


def the_follow_up(request: WorkRequest, key: UUID, follow_up: UUID) -> PlanFollowUp:
    """One follow-up of a plan that the person may see."""
    plan = the_plan(request, key)
    return get_object_or_404(queries.follow_up_of(plan, follow_up))


def follows(request: WorkRequest, plan: Plan) -> bool:
    """Whether the person may see what the municipality of the plan follows."""
    return homes_of(request.actor, today=request.today).filter(pk=plan.home_id).exists()


@dataclass(frozen=True, slots=True)
class May:
    """What the person may do with a plan: which buttons there are."""

    write: bool
    decide: bool
    follow_up: bool


def may(request: WorkRequest, plan: Plan) -> May:
    """What this person may do with this plan."""
    writers = queries.writer_ids(plan)
    write = request.actor.where(Act.WRITE_PLAN)
    return May(
        write=bool(writers & write),
        decide=plan.home_id in write,
        follow_up=bool(writers & request.actor.where(Act.FOLLOW_UP)),
    )
