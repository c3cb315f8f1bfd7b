"""What the figures say of a problem, and the way to cite one of them."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, ForbiddenError
from handslag.core.refusals import NotAllowedError
from handslag.domain.analysis.queries import analysed_by
from handslag.domain.evidence.services import record_finding
from handslag.domain.organisations.queries import where
from handslag.domain.picture import services
from handslag.domain.picture.models import Problem
from handslag.domain.picture.rules.words import Aspect
from handslag.domain.series.queries import indicators_seen_by
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.picture import ASPECTS
from handslag.web.workspace.analysis.asking import Asked, asked_of
from handslag.web.workspace.analysis.citing import finding_of
from handslag.web.workspace.measured.offers import Offer, offers
from handslag.web.workspace.picture.sight import may_write, the_problem
from handslag.web.workspace.reports.sight import sight_of_any
from handslag.web.workspace.sight import shown
from handslag.web.workspace.writing import BOTH


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID, problem: UUID) -> HttpResponse:
    """The figures; sent, one of them is kept as it stands and cited under a judgement."""
    row = the_problem(request, key, problem, writing=request.method == "POST")
    asked = _asked(request, row)
    if request.method == "POST":
        return _cited(request, row, asked)
    judged = set(row.judgements.values_list("aspect", flat=True))
    return shown(
        request,
        "picture/figures",
        {
            "picture": row.picture,
            "problem": row,
            "asked": asked,
            "offers": _offers(request, row, asked),
            "aspects": [(one.value, ASPECTS[one]) for one in Aspect if one in judged],
            "may_cite": may_write(request, row.picture)
            and where(request.actor, Act.RECORD_EVIDENCE).exists(),
        },
    )


def _asked(request: WorkRequest, problem: Problem) -> Asked | None:
    """Of the municipality that the picture is of; none where one may not count there."""
    try:
        sight = sight_of_any(request)
    except ForbiddenError:
        return None
    homes = [one for one in analysed_by(sight) if one.home.pk == problem.picture.home_id]
    if not homes:
        return None
    return asked_of(homes[0], homes, request.GET, today=request.today)


def _offers(request: WorkRequest, problem: Problem, asked: Asked | None) -> list[Offer]:
    home = problem.picture.home
    seen = indicators_seen_by(request.actor, today=request.today).filter(home=home)
    return offers(home, problem.place, asked, seen)


def _cited(request: WorkRequest, problem: Problem, asked: Asked | None) -> HttpResponse:
    """In Swedish whoever cites. Nothing is kept when the judgement cannot take it."""
    aspect = request.POST.get("aspect", "")
    with translation.override("sv"):
        offer = _chosen(request, problem, asked)
        finding = finding_of(offer.answer, offer.about, today=request.today)
    homes = sorted(
        where(request.actor, Act.RECORD_EVIDENCE),
        key=lambda one: (one.pk != problem.picture.home_id, one.name),
    )
    if not homes:
        raise ForbiddenError("No organisation that keeps findings.")
    where_to = (problem.picture.public_id, problem.public_id)
    try:
        with transaction.atomic():
            kept = record_finding(
                request.actor, home=homes[0], finding=finding, now=request.now
            )
            if aspect in set(Aspect):
                services.cite_in_problem(request.actor, problem, Aspect(aspect), kept)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
        return redirect(
            "workspace:problem-figures", problem.picture.public_id, problem.public_id
        )
    if aspect in set(Aspect):
        messages.success(request, _("Cited, with its figures as they stand today."))
        return redirect("workspace:problem", *where_to)
    messages.success(request, _("Kept as a finding. Now it can be cited."))
    return redirect("workspace:finding", kept.public_id)


def _chosen(request: WorkRequest, problem: Problem, asked: Asked | None) -> Offer:
    for one in _offers(request, problem, asked):
        if one.key == request.POST.get("siffra") and one.answer.sure:
            return one
    raise Http404
