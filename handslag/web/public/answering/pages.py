"""Answering a survey: first page, its questions section by section, thanks.

GET  …/delta/<survey>/     what it is, and what is collected, before the first question
POST …/delta/<survey>/     the next page, or the answer itself
"""

from datetime import datetime, time
from http import HTTPStatus

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from handslag.core.access import ANYONE
from handslag.core.limits.services import allow
from handslag.core.periods import STOCKHOLM
from handslag.core.refusals import NotAllowedError
from handslag.core.sealing.days import fingerprint
from handslag.domain.surveys.published import (
    AskedSurvey,
    places_of,
    survey_at,
)
from handslag.domain.surveys.rules import QuestionKind, said
from handslag.domain.surveys.rules.codes import grouped, typed
from handslag.domain.surveys.services import answer_at, check_code, leave_address_at
from handslag.web.asking.languages import NAMES, direction
from handslag.web.forms import client_address
from handslag.web.guarded import guard_attributes
from handslag.web.public.answering.walk import Spot, Walk, key_in
from handslag.web.public.missing import not_here
from handslag.web.public.spoken import language as page_language
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal

A_DAY = 24 * 60 * 60
PAGES_A_DAY = 6000  # of forms from one network: a school that answers together
ANSWERS_A_DAY = 400  # to open surveys from one network
CODES_A_DAY = 200  # that were wrong, from one network
# How long it takes to answer, in seconds for each question of a kind.
SECONDS = {QuestionKind.LONG: 40, QuestionKind.MATRIX: 25, QuestionKind.PLACE: 40}
USUAL = 12


class AddressForm(forms.Form):
    """Where somebody wants to hear what became of it."""

    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        error_messages={
            "required": gettext_lazy("Write an e-mail address, or close the page."),
            "invalid": gettext_lazy("Write an e-mail address, such as name@example.se."),
        },
    )


@sensitive_post_parameters()
def page(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """The survey at this address."""
    survey = survey_at(municipality, slug)
    if survey is None:
        return _nothing(request, municipality)
    if not survey.is_open(request.today):
        return _closed(request, survey)
    if request.method != "POST":
        return _first(request, survey)
    if not _within(request, "pages", PAGES_A_DAY):
        return _wait(request, survey)
    if "email" in request.POST:
        return _address(request, survey)
    return _answer(request, _walk(request, survey))


def _walk(request: SiteRequest, survey: AskedSurvey) -> Walk:
    posted = request.POST
    wanted = str(posted.get("language", ""))
    known = survey.asked.languages
    chosen = wanted if wanted in known else _usual(survey)
    return Walk(survey, posted, chosen, key=key_in(posted))


def _usual(survey: AskedSurvey) -> str:
    """The language of the page, if the survey is asked in it."""
    here = page_language()
    return here if here in survey.asked.languages else survey.asked.languages[0]


def _first(
    request: SiteRequest, survey: AskedSurvey, *, wrong: str = "", code: str = ""
) -> HttpResponse:
    """What it is about, how long it takes, what is collected and what is not."""
    language = _usual(survey)
    questions = list(survey.asked.questions())
    seconds = sum(SECONDS.get(one.kind, USUAL) for one in questions)
    context = {
        **_around(survey, language),
        "intro": said(survey.asked.intro, language),
        "questions": len(questions),
        "minutes": max(1, round(seconds / 60)),
        "wrong": wrong,
        "code": code,
        "languages": [
            (one, direction(one), NAMES.get(one, one)) for one in survey.asked.languages
        ],
        "has_texts": any(one.is_loose for one in questions),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return _private(render(request, "public/answering/start.html", context, status=status))


def _answer(request: SiteRequest, walk: Walk) -> HttpResponse:
    """The page after a button was pressed."""
    spots = walk.spots()
    here = _spot(spots, str(walk.posted.get("spot", "")))
    go = str(walk.posted.get("go", ""))
    if go == "begin" or here is None:
        refused = _refused_code(request, walk)
        return refused or _asked(request, walk, spots[0], spots, judged=False)
    if go in ("back", "here"):
        before = max(0, here.nr - (go == "back"))
        return _asked(request, walk, spots[before], spots, judged=False)
    if walk.problems_on(here):
        return _asked(request, walk, here, spots, judged=True)
    if here.nr + 1 < len(spots):
        return _asked(request, walk, spots[here.nr + 1], spots, judged=False)
    return _send(request, walk, spots)


def _spot(spots: list[Spot], key: str) -> Spot | None:
    return next((one for one in spots if one.section.key == key), None)


def _refused_code(request: SiteRequest, walk: Walk) -> HttpResponse | None:
    """The first page again when the code is not one that can be used."""
    if not walk.survey.needs_code:
        return None
    code = str(walk.posted.get("code", ""))
    try:
        check_code(walk.survey.key, code)
    except NotAllowedError as error:
        if not _within(request, "codes", CODES_A_DAY):
            return _wait(request, walk.survey)
        return _first(request, walk.survey, wrong=refusal(error), code=code)
    return None


def _send(request: SiteRequest, walk: Walk, spots: list[Spot]) -> HttpResponse:
    wrong = walk.first_wrong()
    if wrong is not None:
        return _asked(request, walk, wrong, spots, judged=True)
    if not walk.survey.needs_code and not _within(request, "answers", ANSWERS_A_DAY):
        return _wait(request, walk.survey)
    try:
        answer_at(
            ANYONE,
            walk.survey.key,
            walk.read[0],
            code=str(walk.posted.get("code", "")),
            form=walk.key,
            today=request.today,
        )
    except NotAllowedError as error:
        return _asked(request, walk, spots[-1], spots, judged=False, refused=refusal(error))
    return _thanks(request, walk.survey, walk.language)


def _asked(
    request: SiteRequest,
    walk: Walk,
    spot: Spot,
    spots: list[Spot],
    *,
    judged: bool,
    refused: str = "",
) -> HttpResponse:
    """One page of questions."""
    questions = walk.shown(spot, judged=judged)
    wrong = [one for one in questions if one.problems]
    has_places = any(one.kind == QuestionKind.PLACE for one in questions)
    home = walk.survey.home
    context = {
        **_around(walk.survey, walk.language),
        "section": said(spot.section.words, walk.language),
        "help": said(spot.section.help, walk.language),
        "spot": spot.section.key,
        "nr": spot.nr + 1,
        "pages": len(spots),
        "is_last": spot.nr + 1 == len(spots),
        "questions": questions,
        "wrong": wrong,
        "refused": refused,
        "kept": walk.kept(spot),
        "key": walk.signed_key,
        "code": grouped(typed(str(walk.posted.get("code", "")))),
        "has_places": has_places,
        "has_texts": any(one.longest for one in questions),
        "guard": guard_attributes(),
        "named": places_of(home) if has_places else (),
        "ground": reverse("public:map-ground", args=[home]) if has_places else "",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong or refused else HTTPStatus.OK
    return _private(render(request, "public/answering/page.html", context, status=status))


def _thanks(
    request: SiteRequest,
    survey: AskedSurvey,
    language: str,
    *,
    form: AddressForm | None = None,
    is_left: bool = False,
) -> HttpResponse:
    context = {
        **_around(survey, language),
        "thanks": said(survey.asked.thanks, language),
        "form": form or AddressForm(),
        "is_left": is_left,
    }
    status = HTTPStatus.OK if form is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return _private(render(request, "public/answering/thanks.html", context, status=status))


def _address(request: SiteRequest, survey: AskedSurvey) -> HttpResponse:
    """Keep where somebody wants to hear of it, in a deed of its own."""
    form = AddressForm(request.POST)
    language = _walk(request, survey).language
    if not form.is_valid():
        return _thanks(request, survey, language, form=form)
    leave_address_at(
        ANYONE,
        survey.key,
        form.cleaned_data["email"],
        language=page_language(),
        now=request.now,
    )
    return _thanks(request, survey, language, is_left=True)


def _around(survey: AskedSurvey, language: str) -> dict[str, object]:
    return {
        "survey": survey,
        "language": language,
        "lang": language,
        "dir": direction(language),
        "up": reverse("public:municipality", args=[survey.home]),
        "here": reverse("public:take-part-in", args=[survey.home, survey.slug]),
        "is_example": survey.is_example,
    }


def _closed(request: SiteRequest, survey: AskedSurvey) -> HttpResponse:
    """It has not begun yet, or it is over; the page says which, and what comes."""
    context = {
        **_around(survey, _usual(survey)),
        "begins_later": not survey.is_closed and request.today < survey.opens_on,
    }
    return _private(render(request, "public/answering/closed.html", context))


def _nothing(request: SiteRequest, municipality: str) -> HttpResponse:
    return not_here(
        request,
        what=_("There is nothing to take part in at this address"),
        advice=_("It may be over. The page of what is open says what can be answered now."),
        href=reverse("public:take-part", args=[municipality]),
        link=_("What one can take part in"),
    )


def _wait(request: SiteRequest, survey: AskedSurvey) -> HttpResponse:
    """Very many pages from one network: what was typed is kept in this page."""
    kept = [(k, v) for k, values in request.POST.lists() for v in values]
    context = {**_around(survey, _usual(survey)), "kept": kept}
    response = render(request, "public/answering/wait.html", context, status=429)
    response["Retry-After"] = "3600"
    return _private(response)


def _within(request: SiteRequest, what: str, limit: int) -> bool:
    """Count one from this network. The span is the day, so that the count tells no hour,
    and the key of the day is destroyed after it, so that it tells no address."""
    midnight = datetime.combine(request.today, time(), tzinfo=STOCKHOLM)
    network = fingerprint(client_address(request), today=request.today)
    key = f"survey-{what}:{network}"
    return allow(key, limit=limit, seconds=A_DAY, now=midnight)


def _private(response: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way, and still there with the browser's own back button."""
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
