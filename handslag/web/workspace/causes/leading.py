"""From a suggested way of working to a measure in the plan that answers the causes."""

from django.http import QueryDict
from django.urls import reverse

from handslag.domain.picture.models import Problem
from handslag.domain.plans import queries as plans
from handslag.domain.plans.models import Plan
from handslag.web.requests import WorkRequest
from handslag.web.workspace.causes.ways import WayLine, Ways
from handslag.web.workspace.plans.sight import may


def with_addresses(request: WorkRequest, problem: Problem, ways: Ways) -> Ways:
    """The same ways, each with the address of a new measure that is filled in with it."""
    if not (ways.near or ways.more):
        return ways
    plan = _draft_about(request, problem)
    if plan is not None:
        new = reverse("workspace:new-action-plan-measure", args=[plan.public_id])
        for line in (*ways.near, *ways.more):
            line.measure_href = f"{new}?{_said_of(line)}"
    return ways


def _draft_about(request: WorkRequest, problem: Problem) -> Plan | None:
    """The plan in work, if the person writes in it and it is to answer the problem."""
    for plan in plans.plans_in_work([problem.picture.home_id]):
        about = {one.key for one in plans.frozen_problems(plan.picture_version)}
        if plan.is_draft and str(problem.public_id) in about and may(request, plan).write:
            return plan
    return None


def _said_of(line: WayLine) -> str:
    """What the form is to be filled in with. A way that only fits the kind of cause
    answers the first of them, for the person to add to: a link too many hides a gap."""
    suggestion = line.suggestion
    answered = line.reasons if suggestion.near else line.reasons[:1]
    said = QueryDict(mutable=True)
    said.setlist("cause", [str(one.key) for one in answered])
    said["kind"] = suggestion.kind
    said["horizon"] = suggestion.horizon
    if suggestion.strategy:
        said["strategy"] = suggestion.strategy
    return said.urlencode()
