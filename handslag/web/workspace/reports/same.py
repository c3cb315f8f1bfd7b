"""Putting two reports of the same together, and taking them apart."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules.sight import Sight, may_read
from handslag.domain.incidents.services.readings import ONE
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.reports.deed_forms import PlainForm
from handslag.web.workspace.reports.one import name_of
from handslag.web.workspace.reports.sight import seen, sight_of, the_incident
from handslag.web.workspace.sight import done, shown

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def merge(request: WorkRequest, key: UUID, other: UUID) -> HttpResponse:
    """The two side by side, and the question whether they are the same."""
    sight = sight_of(request)
    incident, into = the_incident(sight, key), the_incident(sight, other)
    where = frozenset({incident.within_id})
    require(request.actor, Act.HANDLE_REPORTS, in_any_of=where)
    services.log_reading(request.actor, ONE, [incident, into], request.now)
    form = _form(request, incident)
    if form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            if done(
                form,
                lambda: services.merge(
                    request.actor, incident, into=into, revision=revision, now=request.now
                ),
            ):
                messages.success(request, _("They are put together."))
                return redirect("workspace:report-page", other)
        except ChangedMeanwhileError:
            form.overtaken(the_incident(sight, key).revision)
    context = {
        "form": form,
        "incident": incident,
        "sides": [_side(one, sight) for one in (incident, into)],
    }
    return shown(request, "reports/merge", context, form)


@require_http_methods(BOTH)
def separate(request: WorkRequest, key: UUID) -> HttpResponse:
    """It was not the same after all."""
    sight = sight_of(request)
    incident = the_incident(sight, key)
    where = frozenset({incident.within_id})
    require(request.actor, Act.HANDLE_REPORTS, in_any_of=where)
    form = _form(request, incident)
    if form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            if done(
                form,
                lambda: services.separate(
                    request.actor, incident, revision=revision, now=request.now
                ),
            ):
                messages.success(request, _("They stand for themselves again."))
                return redirect("workspace:report-page", key)
        except ChangedMeanwhileError:
            form.overtaken(the_incident(sight, key).revision)
    context = {
        "form": form,
        "incident": incident,
        "deed": {
            "title": _("Take them apart?"),
            "answer": _("This report is dealt with and counted for itself again."),
            "button": _("Take them apart"),
        },
    }
    return shown(request, "reports/deed", context, form)


def _form(request: WorkRequest, incident: Incident) -> PlainForm:
    sent = request.POST if request.method == "POST" else None
    return PlainForm(sent, initial={"revision": incident.revision})


def _side(incident: Incident, sight: Sight) -> dict[str, object]:
    return {
        "key": incident.public_id,
        "what": name_of(incident),
        "where": incident.place.name if incident.place else "",
        "day": swedish_date(incident.day),
        "text": incident.text if may_read(sight, seen(incident)) else "",
    }
