"""Findings: the list, a new one, one with its corrections."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.evidence import queries, services
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations import queries as organisations
from handslag.domain.promises import queries as promises
from handslag.domain.vocabulary.published import offered, terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.requests import WorkRequest
from handslag.web.words.evidence import VISIBILITIES
from handslag.web.workspace.evidence.forms import FindingForm, initial_of
from handslag.web.workspace.sight import shown


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """The findings of one's own organisations, the latest first."""
    own = queries.of(request.actor).order_by("-recorded_at")
    may_record = bool(request.actor.where(Act.RECORD_EVIDENCE))
    context = {"findings": _named(list(own)), "may_record": may_record}
    return shown(request, "evidence/listing", context)


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One finding, what it corrects, and where it is cited."""
    finding = get_object_or_404(queries.visible_to(request.actor), public_id=key)
    context = {
        "finding": finding,
        "named": _named([finding])[0],
        "corrected_by": getattr(finding, "corrected_by", None),
        "cited": finding.grounds.filter(
            set__in=promises.visible_to(request.actor).values("pk")
        ).select_related("set", "promise"),
        "may_correct": request.actor.may(Act.RECORD_EVIDENCE, finding.home_id),
    }
    return shown(request, "evidence/page", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Write down a finding."""
    form = form_for(request)
    if form.is_valid():
        finding = record(request, form)
        messages.success(request, _("The finding is written down. It can be cited now."))
        return redirect("workspace:finding", finding.public_id)
    return shown(request, "evidence/new", {"form": form}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: WorkRequest, key: UUID) -> HttpResponse:
    """Correct a finding by a new one. The first stays, for those who cited it."""
    finding = get_object_or_404(queries.visible_to(request.actor), public_id=key)
    require(request.actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({finding.home_id}))
    later = getattr(finding, "corrected_by", None)
    if later is not None:
        messages.info(request, _("It has been corrected already. This is the latest."))
        return redirect("workspace:finding", later.public_id)
    form = form_for(request, initial=initial_of(finding))
    if form.is_valid():
        made = record(request, form, corrects=finding)
        messages.success(request, _("The correction is written down."))
        return redirect("workspace:finding", made.public_id)
    return shown(request, "evidence/correct", {"form": form, "finding": finding}, form)


def form_for(request: WorkRequest, initial: dict[str, object] | None = None) -> FindingForm:
    """The form, for those who may write findings down somewhere."""
    own = request.actor.where(Act.RECORD_EVIDENCE)
    require(request.actor, Act.RECORD_EVIDENCE, in_any_of=own)
    sources = offered(Kind.SOURCE, get_language() or "sv", today=request.today)
    return FindingForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        homes=list(organisations.where(request.actor, Act.RECORD_EVIDENCE)),
        sources=sources,
    )


def record(
    request: WorkRequest, form: FindingForm, corrects: Evidence | None = None
) -> Evidence:
    """Write down what a valid form says."""
    return services.record_finding(
        request.actor,
        home=corrects.home if corrects else form.home_chosen,
        finding=form.finding,
        now=request.now,
        corrects=corrects,
    )


def _named(findings: list[Evidence]) -> list[dict[str, object]]:
    """Findings with what their codes are called."""
    sources = terms(Kind.SOURCE, get_language() or "sv")
    return [
        {
            "finding": finding,
            "source": sources.get(finding.source, finding.source),
            "seen_by": VISIBILITIES[Visibility(finding.visibility)],
        }
        for finding in findings
    ]
