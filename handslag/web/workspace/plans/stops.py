"""What stops a decision, in words, each with the way to where it is mended."""

from collections.abc import Callable, Iterable, Mapping

from django.urls import reverse

from handslag.core.refusals import NotAllowedError
from handslag.domain.plans import queries
from handslag.domain.plans.models import Goal, Measure, Plan
from handslag.web.words import refusal

CHAIN = "plan.chain_broken"  # told of by itself, link by link


def stop_lines(plan: Plan, stops: Iterable[NotAllowedError]) -> list[dict[str, object]]:
    """A line for each stop but the chain."""
    return [
        {"href": _where(plan, one), "text": refusal(one)}
        for one in stops
        if one.code != CHAIN
    ]


def _where(plan: Plan, stop: NotAllowedError) -> str:
    find = _PLACES.get(stop.code)
    return (
        find(plan, stop)
        if find
        else reverse("workspace:action-plan", args=[plan.public_id])
    )


def _new_goal(plan: Plan, _stop: NotAllowedError) -> str:
    return reverse("workspace:new-action-plan-goal", args=[plan.public_id])


def _new_measure(plan: Plan, _stop: NotAllowedError) -> str:
    return reverse("workspace:new-action-plan-measure", args=[plan.public_id])


def _goal(plan: Plan, stop: NotAllowedError) -> str:
    """The first goal that is named."""
    return _first(plan, queries.goals_of(plan), stop.facts.get("goals"), "goal")


def _measure(plan: Plan, stop: NotAllowedError) -> str:
    return _first(plan, queries.measures_of(plan), stop.facts.get("measures"), "measure")


def _first(plan: Plan, rows: Iterable[Goal | Measure], named: object, page: str) -> str:
    names = named if isinstance(named, list | tuple) else []
    for row in rows:
        if str(row) in names:
            keys = [plan.public_id, row.public_id]
            return reverse(f"workspace:action-plan-{page}", args=keys)
    return reverse("workspace:action-plan", args=[plan.public_id])


_PLACES: Mapping[str, Callable[[Plan, NotAllowedError], str]] = {
    "plan.no_goals": _new_goal,
    "plan.no_measures": _new_measure,
    "plan.goal_not_bounded": _goal,
    "plan.measure_without_owner": _measure,
}
