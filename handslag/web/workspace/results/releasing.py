"""Choose questions, look at them as a stranger, publish them, and take them back."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys import queries, services
from handslag.domain.surveys.models import Release, Survey
from handslag.domain.surveys.published.results import published
from handslag.domain.surveys.rules import SurveyState, said
from handslag.domain.surveys.rules.coding import columns
from handslag.domain.surveys.rules.counting import LEAST_WIDTH, MOST_WIDTH
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import ReleaseState
from handslag.web.counted import in_public
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.results import RELEASES
from handslag.web.workspace.results.sight import the_survey
from handslag.web.workspace.sight import shown


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What is public, what is on its way, and a choice of questions."""
    survey = the_survey(request, key)
    if request.method == "POST":
        if _done(request, lambda: _asked(request, survey)):
            messages.success(
                request, _("The questions are protected now, which takes about a minute.")
            )
        return redirect("workspace:survey-releases", survey.public_id)
    releases = queries.releases_of(survey)
    context = {
        "survey": survey,
        "questions": _questions(survey),
        "releases": [(one, RELEASES[one.state]) for one in releases],
        "least": LEAST_WIDTH,
        "most": MOST_WIDTH,
        "is_closed": survey.state == SurveyState.CLOSED,
    }
    return shown(request, "results/releases", context)


def _asked(request: WorkRequest, survey: Survey) -> None:
    sent = "".join(request.POST.get("bredd", "").split())
    if sent and not sent.isdecimal():
        raise NotAllowedError(
            "surveys.width_out_of_bounds", least=LEAST_WIDTH, most=MOST_WIDTH
        )
    chosen, width = request.POST.getlist("fraga"), int(sent) if sent else None
    services.ask_release(request.actor, survey, chosen, width=width)


@require_safe
def preview(request: WorkRequest, key: UUID, release: UUID) -> HttpResponse:
    """The tables as a stranger will read them."""
    survey = the_survey(request, key)
    row = _release(survey, release)
    if not row.content:
        raise Http404
    read_ = in_public(published(row, "").released)
    context = {
        "survey": survey,
        "release": row,
        "state": RELEASES[row.state],
        "read": read_,
        "is_ready": row.state == ReleaseState.READY,
        "is_public": row.state == ReleaseState.PUBLISHED,
    }
    return shown(request, "results/release", context)


@require_POST
def publish(request: WorkRequest, key: UUID, release: UUID) -> HttpResponse:
    """Make them public, or leave it."""
    survey = the_survey(request, key)
    row = _release(survey, release)
    if "drop" in request.POST:
        _done(request, lambda: services.drop_release(request.actor, row))
    elif _done(
        request, lambda: services.publish_release(request.actor, row, now=request.now)
    ):
        messages.success(request, _("The results are public."))
    return redirect("workspace:survey-releases", survey.public_id)


@require_POST
def take_back(request: WorkRequest, key: UUID, release: UUID) -> HttpResponse:
    """Nobody reads them any more."""
    survey = the_survey(request, key)
    row = _release(survey, release)
    why = request.POST.get("why", "")
    taking = lambda: services.take_back(request.actor, row, why=why, now=request.now)  # noqa: E731
    if _done(request, taking):
        messages.success(request, _("The results have been taken back."))
        return redirect("workspace:survey-releases", survey.public_id)
    return redirect("workspace:survey-release", survey.public_id, row.public_id)


def _release(survey: Survey, key: UUID) -> Release:
    found = queries.release_of(survey, key)
    if found is None or found.state == ReleaseState.DROPPED:
        raise Http404
    return found


def _questions(survey: Survey) -> list[tuple[str, str]]:
    language = (get_language() or "sv")[:2]
    there = {one.question.key: one.question for one in columns(read(survey.document))}
    return [(key, said(one.words, language)) for key, one in there.items()]


def _done(request: WorkRequest, deed: Callable[[], object]) -> bool:
    try:
        deed()
    except NotAllowedError as error:
        messages.warning(request, refusal(error))
        return False
    return True
