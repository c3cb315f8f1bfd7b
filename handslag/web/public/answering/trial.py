"""Trying a survey before it is opened: every page of it, and nothing is kept.

Whoever has the link, which is good for a week, walks through it as those who answer
will. Nothing is written anywhere: what was typed travels in the page, and ends there.
"""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from handslag.domain.surveys.published import AskedSurvey, places_of, survey_to_try
from handslag.domain.surveys.rules import QuestionKind, said
from handslag.web.asking.languages import NAMES, direction
from handslag.web.asking.trying import survey_of
from handslag.web.guarded import guard_attributes
from handslag.web.public.answering.walk import Spot, Walk
from handslag.web.public.missing import not_here
from handslag.web.requests import SiteRequest


@csrf_exempt  # nothing is changed by it
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: SiteRequest, link: str) -> HttpResponse:
    """The survey of this link, one page at a time."""
    key = survey_of(link)
    survey = survey_to_try(key) if key else None
    if survey is None:
        return _gone(request)
    walk = _walk(request, survey)
    here = reverse("public:try-survey", args=[link])
    spots = walk.spots()
    if request.method != "POST" or not spots:
        return _shown(request, walk, here, "start", _first(survey, walk.language))
    at = next((one for one in spots if one.section.key == walk.posted.get("spot")), None)
    if at is not None and _is_done(walk, at, len(spots)):
        thanks = said(survey.asked.thanks, walk.language)
        return _shown(request, walk, here, "end", {"thanks": thanks})
    return _onward(request, walk, here, spots, at)


def _is_done(walk: Walk, at: Spot, pages: int) -> bool:
    """Whether the last page was sent, and nothing on it is wrong."""
    is_last = at.nr + 1 == pages and walk.posted.get("go") != "back"
    return is_last and not walk.problems_on(at)


def _onward(
    request: SiteRequest, walk: Walk, here: str, spots: list[Spot], at: Spot | None
) -> HttpResponse:
    """The next page, the one before, or the same with what is wrong on it."""
    if at is None:
        return _asked(request, walk, here, spots, spots[0])
    if walk.posted.get("go") == "back":
        return _asked(request, walk, here, spots, spots[max(0, at.nr - 1)])
    if walk.problems_on(at):
        return _asked(request, walk, here, spots, at, judged=True)
    return _asked(request, walk, here, spots, spots[at.nr + 1])


def _walk(request: SiteRequest, survey: AskedSurvey) -> Walk:
    wanted = str(request.POST.get("language", ""))
    known = survey.asked.languages
    return Walk(survey, request.POST, wanted if wanted in known else known[0])


def _first(survey: AskedSurvey, language: str) -> dict[str, object]:
    return {
        "intro": said(survey.asked.intro, language),
        "n": sum(1 for _one in survey.asked.questions()),
        "languages": [
            (one, direction(one), NAMES.get(one, one)) for one in survey.asked.languages
        ],
    }


def _asked(
    request: SiteRequest,
    walk: Walk,
    here: str,
    spots: list[Spot],
    spot: Spot,
    *,
    judged: bool = False,
) -> HttpResponse:
    questions = walk.shown(spot, judged=judged)
    home = walk.survey.home
    has_places = any(one.kind == QuestionKind.PLACE for one in questions)
    wrong = [one for one in questions if one.problems]
    more = {
        "section": said(spot.section.words, walk.language),
        "help": said(spot.section.help, walk.language),
        "spot": spot.section.key,
        "nr": spot.nr + 1,
        "pages": len(spots),
        "is_last": spot.nr + 1 == len(spots),
        "questions": questions,
        "wrong": wrong,
        "kept": walk.kept(spot),
        "key": walk.signed_key,
        "has_places": has_places,
        "has_texts": any(one.longest for one in questions),
        "guard": guard_attributes(),
        "named": places_of(home) if has_places else (),
        "ground": reverse("public:map-ground", args=[home]) if has_places else "",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return _shown(request, walk, here, "page", more, status=status)


def _shown(
    request: SiteRequest,
    walk: Walk,
    here: str,
    part: str,
    more: Mapping[str, object],
    *,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "survey": walk.survey,
        "language": walk.language,
        "lang": walk.language,
        "dir": direction(walk.language),
        "here": here,
        "up": here,
        **more,
    }
    template = f"public/answering/trial_{part}.html"
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _gone(request: SiteRequest) -> HttpResponse:
    return not_here(
        request,
        what=_("This link does not lead to a survey to try"),
        advice=_("Such a link is good for a week. Ask the one who sent it for a new one."),
        href=reverse("public:front"),
        link=_("To the first page"),
    )
