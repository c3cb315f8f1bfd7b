"""A plan is decided: what stops it, why links are missing, the facts of the decision."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.files import services as files
from handslag.core.files.models import StoredFile
from handslag.core.files.rules import SUFFIXES, FileRefusedError
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import Plan
from handslag.domain.plans.queries import Readiness
from handslag.web.requests import WorkRequest
from handslag.web.words.plans import BREAKS, MENDING
from handslag.web.workspace.plans.breaks import grouped
from handslag.web.workspace.plans.forms import DecisionForm, ReasonsForm
from handslag.web.workspace.plans.sight import may, the_plan
from handslag.web.workspace.plans.stops import stop_lines
from handslag.web.workspace.sight import done, shown


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: WorkRequest, key: UUID) -> HttpResponse:
    """What stops the plan, in words; when nothing does, the decision."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    require(request.actor, Act.WRITE_PLAN, in_any_of=frozenset({plan.home_id}))
    ready = queries.what_stops(plan, today=request.today)
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial={"board": _usual(plan)},
    )
    if form.is_valid() and _decided(request, plan, form):
        messages.success(request, _("The plan is decided. Everyone can read it now."))
        return redirect("workspace:action-plan", plan.public_id)
    context = {
        "plan": plan,
        "form": form,
        "stops": stop_lines(plan, ready.stops),
        "broken": grouped(ready.left),
        "written": ready.reasons,
    }
    return shown(request, "plans/decide", context, form)


def _usual(plan: Plan) -> str:
    """The board that decided the plan before, so that it need not be written again."""
    before = plan.predecessor
    if before is None:
        return ""
    decision = getattr(before, "decision", None)
    return decision.board if decision else ""


def _decided(request: WorkRequest, plan: Plan, form: DecisionForm) -> bool:
    upload: UploadedFile[bytes] | None = form.cleaned_data["file"]
    try:
        with transaction.atomic():
            stored = _stored(request, upload) if upload else None
            return done(
                form,
                lambda: services.decide(
                    request.actor, plan, form.draft, file=stored, now=request.now
                ),
            )
    except FileRefusedError as error:
        form.add_error("file", _(error.sentence))
    return False


def _stored(request: WorkRequest, upload: UploadedFile[bytes]) -> StoredFile:
    return files.store(request.actor, upload.name or "", upload.read())


@require_http_methods(["GET", "HEAD", "POST"])
def reasons(request: WorkRequest, key: UUID) -> HttpResponse:
    """Why links are missing: written here, read by everyone when the plan is decided."""
    plan = the_plan(request, key, Act.WRITE_PLAN)
    ready = queries.what_stops(plan, today=request.today)
    form = _form(request, plan, ready)
    if form.is_valid() and done(
        form, lambda: services.explain_missing(request.actor, plan, form.reasons)
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:action-plan", plan.public_id)
    groups = [
        (BREAKS[kind], MENDING[kind], [form[name] for name in names])
        for kind, names in form.groups
    ]
    context = {"plan": plan, "form": form, "groups": groups, "may": may(request, plan)}
    return shown(request, "plans/reasons", context, form)


def _form(request: WorkRequest, plan: Plan, ready: Readiness) -> ReasonsForm:
    written = {(one.kind, one.thing): one.text for one in queries.reasons_of(plan)}
    return ReasonsForm(request.POST or None, broken=ready.broken, written=written)


@require_safe
def file(request: WorkRequest, key: UUID) -> HttpResponse:
    """The signed decision."""
    plan = the_plan(request, key)
    decision = getattr(plan, "decision", None)
    if decision is None or decision.file is None:
        raise Http404
    stored = get_object_or_404(StoredFile, pk=decision.file_id)
    response = HttpResponse(files.content(stored), content_type=stored.media_type)
    suffix = SUFFIXES[stored.media_type]
    response["Content-Disposition"] = f'attachment; filename="beslut{suffix}"'
    return response
