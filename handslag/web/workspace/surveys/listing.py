"""All surveys of those who listen, and a new one."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Kind
from handslag.domain.surveys import queries, services
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Selection
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import done, home_of, shown
from handslag.web.workspace.surveys import said
from handslag.web.workspace.surveys.forms import PlanForm
from handslag.web.workspace.surveys.sight import must_listen

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """What waits first, then all of them, the latest first."""
    must_listen(request)
    rows = list(queries.surveys_seen_by(request.actor))
    context = {
        "answer": said.answer(rows),
        "rows": [said.line_of(one) for one in rows],
        "may_begin": _homes(request).exists(),
    }
    return shown(request, "surveys/listing", context)


@require_http_methods(BOTH)
def new(request: WorkRequest) -> HttpResponse:
    """Plan a survey; its questions are written on the next page."""
    must_listen(request)
    homes = _homes(request)
    home = home_of(request, homes)
    if home is None:
        return shown(request, "surveys/new_for", {"homes": homes})
    initial = {"selection": Selection.DRAWN.value}
    form = PlanForm(request.POST or None, initial=initial)
    made: list[Survey] = []
    if form.is_valid() and done(form, lambda: made.append(_plan(request, home, form))):
        messages.success(request, _("The survey is planned. Now choose what it asks."))
        return redirect("workspace:survey", made[0].public_id)
    return shown(request, "surveys/new", {"form": form, "home": home}, form)


def _plan(request: WorkRequest, home: Organisation, form: PlanForm) -> Survey:
    return services.plan_survey(request.actor, home, form.draft, now=request.now)


def _homes(request: WorkRequest) -> QuerySet[Organisation]:
    found = organisations.where(request.actor, Act.LISTEN)
    return found.filter(kind=Kind.MUNICIPALITY)
