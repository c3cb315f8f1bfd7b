"""Plans for staff: which they may see, and what hangs on them."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from handslag.core.access import Act, Actor
from handslag.domain.picture.models import Cause, PictureVersion, Problem
from handslag.domain.picture.rules.words import Priority
from handslag.domain.picture.rules.words import State as ProblemState
from handslag.domain.plans.models import (
    Goal,
    Indicator,
    Measure,
    MeasureCause,
    Plan,
    PlanFollowUp,
)
from handslag.domain.plans.rules.words import State, Status
from handslag.domain.series.models import Indicator as Followed
from handslag.domain.series.queries import indicators_of


@dataclass(frozen=True, slots=True)
class FrozenProblem:
    """A problem as it stands in a frozen picture that gives it priority."""

    key: str
    title: str
    is_internal: bool


def visible_to(actor: Actor) -> QuerySet[Plan]:
    """The plans of one's municipality, and of those whose picture one writes."""
    own = actor.where(Act.SEE_WORKSPACE)
    with_us = Q(picture_version__picture__parties__organisation__in=own)
    return (
        Plan.objects.filter(Q(home__in=own) | with_us)
        .distinct()
        .select_related("home", "version", "picture_version__picture", "decision")
    )


def listed(actor: Actor) -> QuerySet[Plan]:
    """The same with what a list says of each, the one in work first."""
    done = Q(measures__status=Status.DONE)
    under_way = Q(measures__status=Status.UNDER_WAY)
    return (
        visible_to(actor)
        .annotate(
            count=Count("measures", distinct=True),
            done=Count("measures", filter=done, distinct=True),
            under_way=Count("measures", filter=under_way, distinct=True),
        )
        .order_by(
            Case(When(state=State.DRAFT, then=Value(0)), default=Value(1)), "-starts", "-pk"
        )
    )


def writer_ids(plan: Plan) -> frozenset[int]:
    """Whose people write in the plan: the municipality, and those who write its picture."""
    if plan.picture_version is None:
        return frozenset({plan.home_id})
    parties = plan.picture_version.picture.parties.values_list("organisation_id", flat=True)
    return frozenset({plan.home_id, *parties})


def plan_of(actor: Actor, key: UUID) -> QuerySet[Plan]:
    """One plan that the actor may see."""
    return visible_to(actor).filter(public_id=key)


def goal_of(plan: Plan, key: UUID) -> QuerySet[Goal]:
    """One goal of a plan."""
    return plan.goals.filter(public_id=key).select_related("problem", "plan")


def measure_of(plan: Plan, key: UUID) -> QuerySet[Measure]:
    """One measure of a plan."""
    return plan.measures.filter(public_id=key).select_related("goal__problem", "owner")


def follow_up_of(plan: Plan, key: UUID) -> QuerySet[PlanFollowUp]:
    """One follow-up of a plan."""
    return plan.follow_ups.filter(public_id=key).select_related("version")


def goals_of(plan: Plan) -> list[Goal]:
    """The goals in order, with their problems and indicators."""
    rows = plan.goals.select_related("problem").prefetch_related("indicators__followed")
    return list(rows)


def measures_of(plan: Plan) -> list[Measure]:
    """The measures in order, with owner, goal, causes and indicators."""
    answers = MeasureCause.objects.select_related("cause__problem").order_by(
        "cause__problem", "cause__position", "cause"
    )
    rows = plan.measures.select_related("owner", "goal__problem")
    near = ("indicators__followed", Prefetch("answers", answers))
    return list(rows.prefetch_related(*near))


def measured_by(actor: Actor, followed: Followed) -> list[Indicator]:
    """What one may see of plans that is measured by this, the newest plan first."""
    seen = visible_to(actor).values("pk")
    rows = Indicator.objects.filter(followed=followed)
    rows = rows.filter(Q(goal__plan__in=seen) | Q(measure__plan__in=seen))
    newest = Coalesce("goal__plan", "measure__plan").desc()
    near = ("goal__plan", "measure__plan")
    return list(rows.select_related(*near).order_by(newest, "goal", "measure", "position"))


def followed_for(plan: Plan) -> QuerySet[Followed]:
    """What the municipality of a plan follows, and the plan can be read from."""
    return indicators_of([plan.home_id])


def frozen_problems(version: PictureVersion | None) -> list[FrozenProblem]:
    """The open problems that this version gives priority, as they were worded in it."""
    if version is None:
        return []
    return [
        FrozenProblem(one["id"], one["title"], one["is_internal"])
        for one in json.loads(version.version.content)["problems"]
        if one["priority"] == Priority.PRIORITISED and one["state"] == ProblemState.OPEN
    ]


def problems_in(version: PictureVersion | None) -> list[Problem]:
    """The rows behind them, in the same order, with their causes."""
    keys = [one.key for one in frozen_problems(version)]
    causes = Cause.objects.order_by("position", "pk")
    rows = Problem.objects.filter(public_id__in=keys)
    found = {
        str(row.public_id): row for row in rows.prefetch_related(Prefetch("causes", causes))
    }
    return [found[key] for key in keys if key in found]


def current_plans(homes: Collection[int] | None) -> QuerySet[Plan]:
    """The plan that holds in each municipality: decided, and not replaced."""
    found = Plan.objects.filter(state=State.DECIDED)
    if homes is not None:
        found = found.filter(home__in=homes)
    return found.select_related("home", "decision", "picture_version").order_by(
        "home", "-decision__decided_on", "-pk"
    )


def plans_in_work(homes: Collection[int]) -> list[Plan]:
    """For each municipality the plan that can be mended: its draft, else what holds."""
    rows = (
        Plan.objects.filter(home__in=homes, state__in=[State.DRAFT, State.DECIDED])
        .select_related("home", "picture_version__version")
        .order_by(Case(When(state=State.DRAFT, then=Value(0)), default=Value(1)), "-pk")
    )
    return _first_of_each(rows)


def _first_of_each(rows: Iterable[Plan]) -> list[Plan]:
    found: dict[int, Plan] = {}
    for row in rows:
        found.setdefault(row.home_id, row)
    return list(found.values())


def measures_to_promise(homes: Collection[int]) -> list[Measure]:
    """The measures that a promise of these municipalities can answer to."""
    return list(
        Measure.objects.filter(
            plan__home__in=homes, plan__state__in=[State.DRAFT, State.DECIDED]
        )
        .exclude(status=Status.STOPPED)
        .select_related("goal__problem", "plan")
        .order_by("plan", "position", "pk")
    )
