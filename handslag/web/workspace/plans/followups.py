"""What became of a plan: begun, told, published."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import Plan, PlanFollowUp
from handslag.domain.plans.rules.measuring import results
from handslag.domain.plans.rules.words import CarriedOut, Reached, State
from handslag.web.measuring import what_was_reached
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.plans import CARRIED_OUT, REACHED, RESULT_MARKS
from handslag.web.workspace import fields
from handslag.web.workspace.plans.followup_forms import FollowUpForm
from handslag.web.workspace.plans.sight import may, the_follow_up, the_plan
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown


class BeginForm(forms.Form):
    """On which day it was seen what became of the plan."""

    on = fields.day(_("Which day is it about?"), required=_("Write the day."))


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: WorkRequest, key: UUID) -> HttpResponse:
    """The follow-ups of a plan, and one more."""
    plan = the_plan(request, key)
    allowed = may(request, plan)
    if request.method == "POST":
        require(request.actor, Act.FOLLOW_UP, in_any_of=queries.writer_ids(plan))
    form = BeginForm(request.POST or None, initial={"on": request.today})
    made: list[UUID] = []
    if form.is_valid() and done(form, lambda: made.append(_begun(request, plan, form))):
        return redirect("workspace:action-plan-follow-up", plan.public_id, made[0])
    rows = list(plan.follow_ups.all())
    context = {
        "plan": plan,
        "form": form,
        "follow_ups": rows,
        "open": next((one for one in rows if not one.is_published), None),
        "may": allowed,
        "is_draft": plan.state == State.DRAFT,
    }
    return shown(request, "plans/follow_ups", context, form)


def _begun(request: WorkRequest, plan: Plan, form: BeginForm) -> UUID:
    return services.begin_follow_up(
        request.actor, plan, on=form.cleaned_data["on"], now=request.now
    ).public_id


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, follow_up: UUID) -> HttpResponse:
    """One follow-up: to write in until it is published, then to read."""
    row = the_follow_up(request, key, follow_up)
    if request.method == "POST":
        require(request.actor, Act.FOLLOW_UP, in_any_of=queries.writer_ids(row.plan))
    if row.is_published or not may(request, row.plan).follow_up:
        return _reading(request, row)
    form = FollowUpForm(row, request.POST if request.method == "POST" else None)
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form.form, lambda: _save(request, row, form)):
                messages.success(request, now_("Saved."))
                return _onward(request, row)
        except ChangedMeanwhileError:
            now = the_follow_up(request, key, follow_up)
            theirs = differences(form.form, form.stored(now))
            form.form.overtaken(now.revision)
    context = {"plan": row.plan, "follow_up": row, "form": form, "theirs": theirs}
    return shown(request, "plans/follow_up", context, form)


def _save(request: WorkRequest, row: PlanFollowUp, form: FollowUpForm) -> None:
    revision = form.form.cleaned_data["revision"]
    services.save_follow_up(request.actor, row, form.draft, revision=revision)


def _onward(request: WorkRequest, row: PlanFollowUp) -> HttpResponse:
    if "publish" in request.POST:
        try:
            services.publish_follow_up(request.actor, row, now=request.now)
            messages.success(request, now_("Published. Everyone can read it now."))
            return redirect("workspace:action-plan", row.plan.public_id)
        except NotAllowedError as error:
            messages.error(request, refusal(error))
    return redirect("workspace:action-plan-follow-up", row.plan.public_id, row.public_id)


def _reading(request: WorkRequest, row: PlanFollowUp) -> HttpResponse:
    goals = list(row.goals.select_related("goal"))
    context = {
        "plan": row.plan,
        "follow_up": row,
        "goals": [
            (one, REACHED[Reached(one.reached)], RESULT_MARKS[one.reached]) for one in goals
        ],
        "measures": [
            (one, CARRIED_OUT[CarriedOut(one.carried_out)], RESULT_MARKS[one.carried_out])
            for one in row.measures.select_related("measure")
        ],
        "reached": what_was_reached(results([Reached(one.reached) for one in goals])),
    }
    return shown(request, "plans/follow_up_read", context)
