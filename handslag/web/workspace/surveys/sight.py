"""Find the survey that somebody works with. What they may not see is not there: 404."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.surveys import queries
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Question, Questionnaire, Section, SurveyState
from handslag.domain.surveys.rules.documents import read
from handslag.web.forms import OVERTAKEN
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal

View = Callable[Concatenate[WorkRequest, Survey, ...], HttpResponse]


def the_survey(request: WorkRequest, key: UUID) -> Survey:
    """A survey of an organisation in which the person listens."""
    found = queries.survey_for(request.actor, key)
    if found is None:
        raise Http404
    return found


def of_a_draft(view: View) -> Callable[..., HttpResponse]:
    """A page on which the questions are changed: of a survey nobody has answered yet."""

    @wraps(view)
    def guarded(request: WorkRequest, key: UUID, **kwargs: object) -> HttpResponse:
        survey = the_survey(request, key)
        if survey.state != SurveyState.DRAFT:
            fixed = NotAllowedError("surveys.is_fixed")
            messages.warning(request, refusal(fixed))
            return redirect("workspace:survey", key)
        return view(request, survey, **kwargs)

    return guarded


def asked_in(survey: Survey) -> Questionnaire:
    """What is asked there."""
    return read(survey.document)


def the_question(asked: Questionnaire, key: str) -> Question:
    """One of its questions."""
    found = asked.question(key)
    if found is None:
        raise Http404
    return found


def section_of(asked: Questionnaire, key: str) -> Section | None:
    """One of its sections, if it is there."""
    return next((one for one in asked.sections if one.key == key), None)


def the_section(asked: Questionnaire, key: str) -> Section:
    """One of its sections, or no such page."""
    found = section_of(asked, key)
    if found is None:
        raise Http404
    return found


def must_listen(request: WorkRequest) -> None:
    """Only those who listen somewhere come to the surveys."""
    require(request.actor, Act.LISTEN, in_any_of=request.actor.organisation_ids)


def told(request: WorkRequest, deed: Callable[[], object]) -> bool:
    """Do it; if the rules say no, the next page says why."""
    try:
        deed()
    except NotAllowedError as error:
        messages.warning(request, refusal(error))
    except ChangedMeanwhileError:
        messages.warning(request, str(OVERTAKEN))
    else:
        return True
    return False
