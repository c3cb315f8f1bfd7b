"""What became of it: for me, for my organisation, for the municipality; by month."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handslag.core.access import Act, require
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.queries import feedback as queries
from handslag.domain.incidents.queries.fates import told
from handslag.domain.incidents.rules import Channel
from handslag.domain.incidents.rules.fates import Told, total
from handslag.domain.incidents.services.feedback import choose_letters
from handslag.domain.incidents.services.readings import FEEDBACK, log_reading
from handslag.web.requests import WorkRequest
from handslag.web.words.incidents import CHANNELS
from handslag.web.workspace.feedback import totals
from handslag.web.workspace.feedback.months import (
    FIRST,
    is_going_on,
    links,
    month_asked,
    named,
)
from handslag.web.workspace.feedback.things import thing
from handslag.web.workspace.sight import shown

LISTED = 300  # things on a page; the numbers are of all


@require_safe
def own(request: WorkRequest) -> HttpResponse:
    """What I reported in a month, and what became of each thing."""
    may = request.actor.where(Act.SEE_REPORTS)
    require(request.actor, Act.SEE_REPORTS, in_any_of=may)
    if not request.actor.where(Act.REPORT_INCIDENTS):
        first = queries.reporting_for(request.actor)[0]
        return redirect("workspace:feedback-of", first.public_id)
    month = month_asked(request)
    rows = queries.own_in(request.actor, month)
    before = queries.own_earlier(request.actor, month)
    now, earlier = (list(queries.with_steps(one)[:LISTED]) for one in (rows, before))
    log_reading(request.actor, FEEDBACK, [*now, *earlier], request.now)
    whole = total(list(told(rows)))
    context = {
        "answer": totals.answer(whole),
        "answered": totals.answered(whole),
        "things": [_own_thing(one, request) for one in now],
        "earlier": [_own_thing(one, request) for one in earlier],
        "is_made_up": _made_up([*now, *earlier]),
        "wants_letters": not queries.wants_no_letter(request.actor),
        **_around(request, month, "own"),
    }
    return shown(request, "feedback/own", context)


@require_POST
def letters(request: WorkRequest) -> HttpResponse:
    """Whether I want the monthly letter."""
    wanted = request.POST.get("wanted") == "yes"
    choose_letters(request.actor, request.user, wanted=wanted, now=request.now)
    said = _("You get a letter when there is something to tell of a month.")
    messages.success(request, said if wanted else _("You get no more such letters."))
    return redirect("workspace:feedback")


@require_safe
def of_organisation(request: WorkRequest, key: UUID) -> HttpResponse:
    """What was reported in the service of an organisation: each reporter by role."""
    organisation = get_object_or_404(queries.reporting_for(request.actor), public_id=key)
    month = month_asked(request)
    rows = queries.reported_for(organisation, month)
    all_told = list(told(rows))
    listed = list(queries.with_steps(rows)[:LISTED])
    log_reading(request.actor, FEEDBACK, listed, request.now)
    persons = {one.person for one in all_told if one.person is not None}
    roles = queries.roles_in(organisation, persons)
    things = {one.pk: thing(one, today=request.today) for one in listed}
    whole = total(all_told)
    reporters = totals.by_reporter(all_told, roles)
    context = {
        "organisation": organisation,
        "answer": totals.answer(whole),
        "columns": totals.columns(_("Reporter")),
        "rows": [
            *(totals.row(name, total(those)) for name, those in reporters),
            totals.row(_("All"), whole),
        ],
        "reporters": [(name, _listed(those, things)) for name, those in reporters],
        "is_cut": whole.reported > len(listed),
        "is_made_up": _made_up(listed),
        **_around(request, month, str(organisation.public_id)),
    }
    return shown(request, "feedback/organisation", context)


@require_safe
def of_municipality(request: WorkRequest, key: UUID) -> HttpResponse:
    """What a municipality received: a row for each organisation that reported."""
    home = get_object_or_404(queries.receiving(request.actor), public_id=key)
    month = month_asked(request)
    all_told = list(told(queries.received_by(home, month)))
    whole = total(all_told)
    context = {
        "organisation": home,
        "answer": totals.answer(whole),
        "columns": totals.columns(_("Who reported")),
        "rows": [
            *(totals.row(name, total(those)) for name, those in _by_sender(all_told)),
            totals.row(_("All"), whole),
        ],
        "whole": whole,
        "is_made_up": home.desk.is_example,
        **_around(request, month, f"{home.public_id}/kommun"),
    }
    return shown(request, "feedback/municipality", context)


def _by_sender(all_told: list[Told]) -> list[tuple[str, list[Told]]]:
    """The organisations in whose service it was reported, by name; then the others."""
    by_key: dict[int | Channel, list[Told]] = defaultdict(list)
    for one in all_told:
        by_key[one.channel if one.by is None else one.by].append(one)
    names = queries.names_of([key for key in by_key if not isinstance(key, Channel)])
    named = [(names[key], by_key[key]) for key in names]
    others = [(str(CHANNELS[one]), by_key[one]) for one in Channel if one in by_key]
    return [*named, *others]


def _own_thing(incident: Incident, request: WorkRequest) -> Mapping[str, object]:
    own_page = reverse("workspace:own-report", args=[incident.report.public_id])
    return {**thing(incident, today=request.today), "href": own_page}


def _listed(
    those: list[Told], things: Mapping[int, Mapping[str, object]]
) -> list[Mapping[str, object]]:
    return [things[one.incident] for one in reversed(those) if one.incident in things]


def _made_up(listed: list[Incident]) -> bool:
    return any(one.within.desk.is_example for one in listed)


def _around(request: WorkRequest, month: date, here: str) -> dict[str, object]:
    """The months, and whose reports one may look at."""
    months = links(month, request.today)
    return {
        "month": named(month),
        "goes_on": is_going_on(month, request.today),
        "months": months[:FIRST],
        "more_months": months[FIRST:],
        "is_earlier": any(one.is_here for one in months[FIRST:]),
        "query": f"?manad={month:%Y-%m}",
        "here": here,
        "reports_oneself": bool(request.actor.where(Act.REPORT_INCIDENTS)),
        "organisations": list(queries.reporting_for(request.actor)),
        "homes": list(queries.receiving(request.actor)),
    }
