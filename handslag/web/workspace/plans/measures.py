"""One measure of a plan: written, changed, moved, taken out, and how far it has come."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.access import Act
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.plans import services
from handslag.domain.plans.models import Measure, Plan
from handslag.domain.plans.rules.words import Measures, Status
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.plans import STATUSES
from handslag.web.workspace.plans import rows
from handslag.web.workspace.plans.forms import StatusForm
from handslag.web.workspace.plans.measure_forms import MeasureForm, initial_of, suggested
from handslag.web.workspace.plans.sight import follows, may, the_measure, the_plan
from handslag.web.workspace.plans.with_rows import WithRows
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown


def _editor(
    request: WorkRequest, plan: Plan, measure: Measure | None
) -> tuple[MeasureForm, WithRows]:
    typed = request.POST if request.method == "POST" else None
    form = MeasureForm(
        typed,
        plan=plan,
        today=request.today,
        measure=measure,
        initial=initial_of(measure) if measure else suggested(request.GET, plan),
    )
    return form, WithRows(form, typed, measure, plan=plan, first=Measures.OUTPUT)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """One more measure."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    form, editor = _editor(request, plan, None)
    if editor.is_valid() and done(
        form,
        lambda: services.add_measure(request.actor, plan, form.draft(editor.indicators)),
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:action-plan", plan.public_id)
    context = {
        "plan": plan,
        "editor": editor,
        "form": form,
        "measure": None,
        "is_suggested": "cause" in request.GET,
    }
    return shown(request, "plans/measure", context, editor)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, measure: UUID) -> HttpResponse:
    """One measure: to write in while the plan is a draft, otherwise to read."""
    act = Act.WRITE_PLAN if request.method == "POST" else None
    row = the_measure(request, key, measure, act)
    if not (row.plan.is_draft and may(request, row.plan).write):
        return _reading(request, row)
    form, editor = _editor(request, row.plan, row)
    theirs: list[Difference] = []
    if editor.is_valid():
        try:
            if done(form, lambda: _save(request, row, form, editor)):
                messages.success(request, _("Saved."))
                return redirect("workspace:action-plan", key)
        except ChangedMeanwhileError:
            now = the_measure(request, key, measure)
            theirs = differences(form, initial_of(now))
            form.overtaken(now.revision)
    context = {
        "plan": row.plan,
        "measure": row,
        "editor": editor,
        "form": form,
        "theirs": theirs,
    }
    return shown(request, "plans/measure", context, editor)


def _save(request: WorkRequest, row: Measure, form: MeasureForm, editor: WithRows) -> None:
    services.save_measure(
        request.actor,
        row,
        form.draft(editor.indicators),
        revision=form.cleaned_data["revision"],
    )


def _reading(request: WorkRequest, row: Measure) -> HttpResponse:
    context = {
        "plan": row.plan,
        "measure": row,
        "owner": rows.owner_of(row),
        "about": rows.about(row),
        "status": STATUSES[Status(row.status)],
        "causes": [one.cause.text for one in row.answers.select_related("cause")],
        "yards": rows.yards(
            row.indicators.select_related("followed"), follows=follows(request, row.plan)
        ),
        "outcomes": row.outcomes.filter(
            follow_up__published_at__isnull=False
        ).select_related("follow_up"),
        "may": may(request, row.plan),
    }
    return shown(request, "plans/measure_read", context)


@require_http_methods(["GET", "HEAD", "POST"])
def status(request: WorkRequest, key: UUID, measure: UUID) -> HttpResponse:
    """How far it has come. Of a decided plan everyone sees it at once."""
    row = the_measure(request, key, measure)
    form = StatusForm(
        request.POST or None, initial={"status": row.status, "why": row.status_why}
    )
    if form.is_valid() and done(form, lambda: _tell(request, row, form)):
        messages.success(request, _("Saved."))
        return redirect("workspace:action-plan", key)
    context = {"plan": row.plan, "measure": row, "form": form}
    return shown(request, "plans/status", context, form)


def _tell(request: WorkRequest, row: Measure, form: StatusForm) -> None:
    services.report_status(
        request.actor,
        row,
        Status(form.cleaned_data["status"]),
        why=form.cleaned_data["why"],
        now=request.now,
    )


@require_POST
def move(request: WorkRequest, key: UUID, measure: UUID) -> HttpResponse:
    """Up or down among the measures of the goal."""
    row = the_measure(request, key, measure)
    try:
        services.move_measure(request.actor, row, by=-1 if "up" in request.POST else 1)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    return redirect("workspace:action-plan", key)


@require_POST
def remove(request: WorkRequest, key: UUID, measure: UUID) -> HttpResponse:
    """Take the measure out of the draft."""
    row = the_measure(request, key, measure)
    try:
        services.remove_measure(request.actor, row)
        messages.success(request, _("The measure is taken out."))
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    return redirect("workspace:action-plan", key)
