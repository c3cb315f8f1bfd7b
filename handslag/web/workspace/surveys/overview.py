"""One survey: what it asks, in order, and what is missing before it can be opened."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import (
    Question,
    Questionnaire,
    Section,
    SurveyState,
    completeness,
)
from handslag.domain.surveys.rules import said as in_language
from handslag.domain.surveys.rules.languages import LANGUAGES
from handslag.web.requests import WorkRequest
from handslag.web.words.surveys import BACKGROUNDS, KINDS, STATES
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys import said
from handslag.web.workspace.surveys.ready import ready_ones
from handslag.web.workspace.surveys.sight import asked_in, the_survey


@dataclass(frozen=True, slots=True)
class Line:
    """One question in the list, in words."""

    key: str
    nr: int
    text: str
    meta: list[str]
    answers: str
    condition: str
    hints: list[str]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One section with its questions."""

    key: str
    heading: str
    help: str
    lines: list[Line]
    is_first: bool
    is_last: bool
    is_named: bool


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What it asks, and what waits."""
    survey = the_survey(request, key)
    asked = asked_in(survey)
    is_draft = survey.state == SurveyState.DRAFT
    n = sum(1 for _one in asked.questions())
    context = {
        "survey": survey,
        "at": "survey",
        "answer": said.stands(survey, asked),
        "state": STATES[SurveyState(survey.state)],
        "is_draft": is_draft,
        "is_open": survey.state == SurveyState.OPEN,
        "parts": parts_of(asked, before_of(survey), with_hints=is_draft),
        "ready": ready_ones() if is_draft and not n else [],
        "lacks": said.lack_lines(survey, asked) if is_draft else [],
        "facts": said.facts(survey),
        "intro": in_language(asked.intro, "sv"),
        "thanks": in_language(asked.thanks, "sv"),
        "languages": languages_of(asked),
    }
    return shown(request, "surveys/survey", context)


def languages_of(asked: Questionnaire) -> list[tuple[str, str, int, int]]:
    """Each language with how much is said in it: code, name, there, wanted."""
    return [(one, LANGUAGES[one], *completeness(asked, one)) for one in asked.languages]


def before_of(survey: Survey) -> Questionnaire | None:
    """What was asked in the wave before, if there was one."""
    return asked_in(survey.follows) if survey.follows else None


def parts_of(
    asked: Questionnaire, before: Questionnaire | None, *, with_hints: bool
) -> list[Part]:
    """The sections in order, each with its questions."""
    last = len(asked.sections) - 1
    n = sum(1 for _one in asked.questions())
    lines = {
        one.key: Line(
            one.key,
            nr,
            said.text_of(one),
            [*_meta(one), *filter(None, [said.origin(one, before)])],
            answers_of(one),
            said.condition(one, asked),
            said.hints_of(one, asked.languages) if with_hints else [],
            is_first=nr == 1,
            is_last=nr == n,
        )
        for nr, one in enumerate(asked.questions(), start=1)
    }
    return [
        _part(one, lines, is_first=nr == 0, is_last=nr == last)
        for nr, one in enumerate(asked.sections)
    ]


def _part(
    section: Section, lines: dict[str, Line], *, is_first: bool, is_last: bool
) -> Part:
    heading = in_language(section.words, "sv")
    return Part(
        section.key,
        heading or _("Questions"),
        in_language(section.help, "sv"),
        [lines[one.key] for one in section.questions],
        is_first,
        is_last,
        bool(heading),
    )


def _meta(question: Question) -> Iterator[str]:
    yield str(KINDS[question.kind])
    if question.is_required:
        yield _("must be answered")
    if question.background:
        yield str(BACKGROUNDS[question.background])


def answers_of(question: Question, language: str = "sv") -> str:
    """Its rows and options, as they stand."""
    rows = ", ".join(in_language(one.words, language) for one in question.rows)
    options = " · ".join(in_language(one.words, language) for one in question.options)
    return f"{rows}: {options}" if rows else options
