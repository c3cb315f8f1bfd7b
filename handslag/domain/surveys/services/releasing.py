"""Figures go public question by question: chosen, protected, looked at, published."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.queries import party_organisations
from handslag.domain.organisations.services import bump_public
from handslag.domain.surveys.models import Count, Release, Survey
from handslag.domain.surveys.queries import locked
from handslag.domain.surveys.rules import SurveyState
from handslag.domain.surveys.rules.coding import columns
from handslag.domain.surveys.rules.counting import (
    FEWEST_IN_PUBLIC,
    LEAST_WIDTH,
    MOST_WIDTH,
    is_due,
)
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import ReleaseState

ON_THE_WAY = (ReleaseState.ASKED, ReleaseState.READY, ReleaseState.REFUSED)


@transaction.atomic
def ask_release(
    actor: Actor,
    survey: Survey,
    questions: Sequence[str],
    *,
    width: int | None = None,
) -> Release:
    """Choose what is to be public. It is protected by the installation, then looked at.
    `width`: so many different numbers a hidden count can be at least, from now on.

    Raises NotAllowedError: surveys.not_closed, surveys.not_all_opened,
    surveys.too_few_for_the_public, surveys.choose_questions, surveys.width_out_of_bounds.
    """
    row = _mine(actor, survey)
    _check(row, row.width if width is None else width)
    known = list(dict.fromkeys(one.question.key for one in columns(read(row.document))))
    chosen = [one for one in known if one in questions]
    if not chosen:
        raise NotAllowedError("surveys.choose_questions")
    row.releases.filter(state__in=ON_THE_WAY).update(state=ReleaseState.DROPPED)
    row.width = row.width if width is None else width
    row.save(update_fields=["width"])
    last = row.releases.aggregate(last=Max("number"))["last"] or 0
    made = Release.objects.create(survey=row, number=last + 1, questions=chosen)
    record(
        actor,
        "surveys.release_asked",
        row,
        on_behalf=row.home_id,
        number=made.number,
        n=len(chosen),
        width=row.width,
    )
    return made


def _check(row: Survey, width: int) -> None:
    if not LEAST_WIDTH <= width <= MOST_WIDTH:
        raise NotAllowedError(
            "surveys.width_out_of_bounds", least=LEAST_WIDTH, most=MOST_WIDTH
        )
    if row.state != SurveyState.CLOSED:
        raise NotAllowedError("surveys.not_closed")
    last = Count.objects.filter(survey=row).first()
    counted = last.n if last else 0
    if row.batches.exists() or is_due(row.answered, counted):
        raise NotAllowedError("surveys.not_all_opened")
    if counted < FEWEST_IN_PUBLIC:
        raise NotAllowedError("surveys.too_few_for_the_public")


@transaction.atomic
def drop_release(actor: Actor, release: Release) -> None:
    """Do not publish what was looked at."""
    survey, row = _locked(actor, release)
    if row.state not in ON_THE_WAY:
        raise NotAllowedError("surveys.release_is_over")
    row.state = ReleaseState.DROPPED
    row.save(update_fields=["state"])
    record(
        actor,
        "surveys.release_dropped",
        survey,
        on_behalf=survey.home_id,
        number=row.number,
    )


@transaction.atomic
def publish_release(actor: Actor, release: Release, *, now: datetime) -> Release:
    """Make it public, in the place of the one before."""
    survey, row = _locked(actor, release)
    if row.state != ReleaseState.READY:
        raise NotAllowedError("surveys.release_is_not_ready")
    survey.releases.filter(state=ReleaseState.PUBLISHED).update(state=ReleaseState.REPLACED)
    row.state, row.published_at = ReleaseState.PUBLISHED, now
    row.save(update_fields=["state", "published_at"])
    _show(survey, now)
    record(
        actor,
        "surveys.release_published",
        survey,
        on_behalf=survey.home_id,
        number=row.number,
    )
    return row


@transaction.atomic
def take_back(actor: Actor, release: Release, *, why: str, now: datetime) -> Release:
    """Nobody reads it any more; that it was there, and why it went, is said.

    Raises NotAllowedError: surveys.release_is_over, surveys.say_why.
    """
    survey, row = _locked(actor, release)
    if row.state != ReleaseState.PUBLISHED:
        raise NotAllowedError("surveys.release_is_over")
    if not why.strip():
        raise NotAllowedError("surveys.say_why")
    row.state, row.taken_back_at, row.why = ReleaseState.TAKEN_BACK, now, why.strip()
    row.save(update_fields=["state", "taken_back_at", "why"])
    _show(survey, now)
    record(
        actor,
        "surveys.release_taken_back",
        survey,
        on_behalf=survey.home_id,
        number=row.number,
    )
    return row


def _mine(actor: Actor, survey: Survey) -> Survey:
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    return row


def _locked(actor: Actor, release: Release) -> tuple[Survey, Release]:
    survey = _mine(actor, release.survey)
    return survey, Release.objects.select_for_update().get(pk=release.pk)


def _show(survey: Survey, now: datetime) -> None:
    bump_public(*party_organisations(survey.home, today=stockholm_day(now)))
