"""State grants: the projects, what the application holds, what is accounted for."""

import csv
from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError
from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.rules import Kind
from handslag.domain.plans import queries, services
from handslag.domain.plans.models import GrantProject
from handslag.domain.plans.rules.grants import to_repay
from handslag.domain.plans.rules.words import GrantState
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.plans import GRANT_STATES
from handslag.web.workspace.plans.grant_forms import (
    AccountForm,
    AnswerForm,
    ApplicationForm,
    EditForm,
    initial_of,
)
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """All projects of one's organisations."""
    grants = [
        (one, GRANT_STATES[GrantState(one.state)])
        for one in queries.grants_seen_by(request.actor)
    ]
    may_write = bool(request.actor.where(Act.WRITE_PLAN))
    return shown(request, "plans/grants", {"grants": grants, "may_write": may_write})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Write down what is applied for."""
    require(request.actor, Act.WRITE_PLAN, in_any_of=request.actor.organisation_ids)
    homes = organisations.where(request.actor, Act.WRITE_PLAN)
    asked = request.GET.get("for") or request.POST.get("for")
    own = homes.filter(kind=Kind.MUNICIPALITY)
    home = get_object_or_404(homes, public_id=asked) if asked else own.first()
    if home is None:
        return redirect("workspace:grants")
    form = ApplicationForm(
        request.POST or None, home=home, initial={"year": request.today.year + 1}
    )
    if form.is_valid() and done(
        form,
        lambda: services.apply_for_grant(request.actor, home, form.draft, now=request.now),
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:grants")
    return shown(request, "plans/grant_new", {"form": form, "home": home}, form)


def _the_grant(request: WorkRequest, key: UUID, act: Act | None = None) -> GrantProject:
    found = get_object_or_404(queries.grants_seen_by(request.actor), public_id=key)
    if act is not None:
        require(request.actor, act, in_any_of=frozenset({found.home_id}))
    return found


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One project: the application, the answer, the accounting."""
    grant = _the_grant(request, key)
    context = {
        "grant": grant,
        "state": GRANT_STATES[GrantState(grant.state)],
        "application": _application(grant),
        "account": _account(grant),
        "repay": to_repay(grant.granted, grant.used) if grant.granted else None,
        "is_late": grant.state == GrantState.GRANTED
        and grant.account_by is not None
        and grant.account_by < request.today,
        "may_write": grant.home_id in request.actor.where(Act.WRITE_PLAN),
    }
    return shown(request, "plans/grant", context)


def _application(grant: GrantProject) -> list[tuple[str, str]]:
    """Exactly what an application must hold (2023:442)."""
    measures = grant.measures.select_related("measure")
    return [
        (_("Year"), str(grant.year)),
        (_("Description of the project"), grant.description),
        (_("Overall plan with time frame"), grant.time_plan),
        (_("Calculated costs, in kronor"), number(grant.cost)),
        (_("Cooperating actors"), grant.cooperating),
        (_("Other grants"), grant.other_grants),
        (_("How the results will be evaluated"), grant.evaluation),
        (_("Measures in the plan"), "; ".join(one.measure.title for one in measures)),
    ]


def _account(grant: GrantProject) -> list[tuple[str, str]]:
    """Exactly what an accounting must show."""
    if grant.state != GrantState.ACCOUNTED:
        return []
    return [
        (_("Granted, in kronor"), number(grant.granted or 0)),
        (_("Used, in kronor"), number(grant.used or 0)),
        (_("What the money was used for"), grant.use_of_funds),
        (_("Results reached"), grant.results),
        (_("How the results relate to the purpose"), grant.relation_to_purpose),
        (_("To be repaid, in kronor"), number(to_repay(grant.granted, grant.used))),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: WorkRequest, key: UUID) -> HttpResponse:
    """Change an application that is not answered yet."""
    grant = _the_grant(request, key, Act.WRITE_PLAN)
    form = EditForm(request.POST or None, home=grant.home, initial=initial_of(grant))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            revision = form.cleaned_data["revision"]
            if done(
                form,
                lambda: services.save_grant(
                    request.actor, grant, form.draft, revision=revision
                ),
            ):
                messages.success(request, _("Saved."))
                return redirect("workspace:grant", key)
        except ChangedMeanwhileError:
            now = _the_grant(request, key)
            theirs = differences(form, initial_of(now))
            form.overtaken(now.revision)
    context = {"grant": grant, "form": form, "theirs": theirs}
    return shown(request, "plans/grant_edit", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write down what was decided of the application."""
    grant = _the_grant(request, key, Act.WRITE_PLAN)
    form = AnswerForm(request.POST or None)
    if form.is_valid() and done(form, lambda: form.answer(request.actor, grant)):
        messages.success(request, _("Saved."))
        return redirect("workspace:grant", key)
    return shown(request, "plans/grant_answer", {"grant": grant, "form": form}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: WorkRequest, key: UUID) -> HttpResponse:
    """Account for the grant."""
    grant = _the_grant(request, key, Act.WRITE_PLAN)
    form = AccountForm(request.POST or None)
    if form.is_valid() and done(
        form,
        lambda: services.account_grant(
            request.actor, grant, form.account, on=request.today
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:grant", key)
    return shown(request, "plans/grant_account", {"grant": grant, "form": form}, form)


@require_safe
def export(request: WorkRequest, key: UUID, part: str) -> HttpResponse:
    """The application or the accounting as a table to take along."""
    grant = _the_grant(request, key)
    rows = _application(grant) if part == "ansokan" else _account(grant)
    return _table(f"{part}-{grant.year}.csv", rows)


def _table(name: str, rows: Iterable[tuple[str, str]]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response.write(MARK)
    writer = csv.writer(response, delimiter=SEPARATOR)
    writer.writerow([_("Field"), _("Content")])
    writer.writerows((head, harmless(text)) for head, text in rows)
    return response
