"""A survey as it looks on a phone, and a link with which anybody can try it."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Questionnaire
from handslag.domain.surveys.rules import said as in_language
from handslag.domain.surveys.rules.languages import LANGUAGES, direction
from handslag.web.asking.shown import Shown, Typed, shown
from handslag.web.asking.trying import link_of
from handslag.web.requests import WorkRequest
from handslag.web.workspace import sight
from handslag.web.workspace.surveys.said import numbered
from handslag.web.workspace.surveys.sight import asked_in, the_survey


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """All pages under one another, as wide as a phone, in the language that is chosen."""
    survey = the_survey(request, key)
    asked = asked_in(survey)
    wanted = request.GET.get("sprak", "")
    language = wanted if wanted in asked.languages else asked.languages[0]
    context = {
        "survey": survey,
        "language": language,
        "languages": [(one, LANGUAGES.get(one, one)) for one in asked.languages],
        "lang": language,
        "dir": direction(language),
        "intro": in_language(asked.intro, language),
        "thanks": in_language(asked.thanks, language),
        "parts": [
            (
                in_language(part.words, language),
                in_language(part.help, language),
                [_question(asked, one.key, language) for one in part.questions],
            )
            for part in asked.sections
        ],
        "link": _link(survey),
        "is_preview": True,
    }
    return sight.shown(request, "surveys/preview", context)


def _question(asked: Questionnaire, key: str, language: str) -> Shown:
    question = asked.question(key)
    assert question is not None  # noqa: S101 - it was found there
    return shown(asked, question, numbered(asked)[key], Typed({}, language, {}))


def _link(survey: Survey) -> str:
    path = reverse("public:try-survey", args=[link_of(survey.public_id)])
    return f"{settings.PUBLIC_ADDRESS}{path}"
