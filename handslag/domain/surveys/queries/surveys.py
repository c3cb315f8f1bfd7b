"""The surveys somebody works with, and one of them under a lock."""

from uuid import UUID

from django.db.models import QuerySet

from handslag.core.access import Act, Actor
from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.models import Count, Release, Survey
from handslag.domain.surveys.rules import SurveyState
from handslag.domain.surveys.rules.words import ReleaseState


def surveys_seen_by(actor: Actor) -> QuerySet[Survey]:
    """Those of the organisations in which the actor listens, newest first."""
    found = Survey.objects.filter(home__in=actor.where(Act.LISTEN))
    return found.select_related("home", "occasion", "follows")


def survey_for(actor: Actor, key: UUID) -> Survey | None:
    """One of them."""
    return surveys_seen_by(actor).filter(public_id=key).first()


def locked(survey: Survey) -> Survey:
    """The survey as it is now; nobody else changes it until this deed is done."""
    found = Survey.objects.select_for_update(of=("self",))
    return found.select_related("home", "occasion").get(pk=survey.pk)


def draft_of(survey: Survey) -> Survey:
    """The same, of a survey that nobody has answered yet: only then may it be changed."""
    row = locked(survey)
    if row.state != SurveyState.DRAFT:
        raise NotAllowedError("surveys.is_fixed")
    return row


def count_of(survey: Survey) -> Count | None:
    """The finished figures of a survey, if it has been counted. One query."""
    return Count.objects.filter(survey=survey).first()


def sizes_of(survey: Survey) -> dict[tuple[str, str], int]:
    """How many live there, by what is known and group."""
    rows = survey.margins.values_list("what", "code", "inhabitants")
    return {(what, code): n for what, code, n in rows}


def releases_of(survey: Survey) -> list[Release]:
    """What was made public of a survey, or is on its way, last first. One query."""
    return list(survey.releases.exclude(state=ReleaseState.DROPPED))


def release_of(survey: Survey, key: UUID) -> Release | None:
    """One of them."""
    return survey.releases.filter(public_id=key).select_related("survey__occasion").first()
