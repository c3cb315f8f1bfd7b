"""A survey opens and closes. From the first moment on, nothing in it is changed."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.queries import party_organisations
from handslag.domain.organisations.services import bump_public
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries import draft_of, locked
from handslag.domain.surveys.rules import Selection, SurveyState, lacks
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.envelopes import size_of
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import Phase


def fingerprint_of(document: dict[str, Any]) -> str:
    """What the questions were on the day they were opened, in one number."""
    content = json.dumps(document, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


@transaction.atomic
def open_survey(actor: Actor, survey: Survey, *, now: datetime) -> Survey:
    """Let people answer from today, and fix what is asked.

    Raises NotAllowedError: surveys.has_lacks, surveys.over_already, surveys.nobody_drawn.
    """
    row = draft_of(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    asked = read(row.document)
    if lacks(asked):
        raise NotAllowedError("surveys.has_lacks")
    if row.closes_on < stockholm_day(now):
        raise NotAllowedError("surveys.over_already")
    if row.selection == Selection.DRAWN and not row.invitations.exists():
        raise NotAllowedError("surveys.nobody_drawn")
    row.state = SurveyState.OPEN
    row.fingerprint = fingerprint_of(row.document)
    row.size = size_of(asked)
    row.save(update_fields=["state", "fingerprint", "size"])
    voices.step(actor, row.occasion, Phase.OPEN, now=now)
    record(actor, "surveys.opened", row, on_behalf=row.home_id)
    return row


@transaction.atomic
def prolong(actor: Actor, survey: Survey, closes_on: date, *, now: datetime) -> Survey:
    """Let people answer until a later day. Never a shorter time than was said."""
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    if row.state != SurveyState.OPEN:
        raise NotAllowedError("surveys.is_not_open")
    if closes_on <= row.closes_on:
        raise NotAllowedError("surveys.not_later")
    row.closes_on = closes_on
    row.save(update_fields=["closes_on"])
    _show(row, now)
    record(actor, "surveys.prolonged", row, on_behalf=row.home_id, until=closes_on)
    return row


@transaction.atomic
def close_survey(actor: Actor, survey: Survey, *, now: datetime) -> Survey:
    """Take no more answers. What waits is opened by the installation itself after this."""
    row = locked(survey)
    if actor.kind != "system":
        require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    if row.state != SurveyState.OPEN:
        raise NotAllowedError("surveys.is_not_open")
    row.state = SurveyState.CLOSED
    row.closes_on = min(row.closes_on, stockholm_day(now))
    row.save(update_fields=["state", "closes_on"])
    record(actor, "surveys.closed", row, on_behalf=row.home_id)
    _show(row, now)
    return row


@transaction.atomic
def close_due(actor: Actor, *, now: datetime) -> int:
    """Close every survey whose last day has passed; say how many."""
    require_system(actor)
    late = Survey.objects.filter(
        state=SurveyState.OPEN, closes_on__lt=stockholm_day(now)
    ).order_by("pk")
    for survey in late:
        row = close_survey(actor, survey, now=now)
        # The last day was the one that was said, not the one on which this ran.
        Survey.objects.filter(pk=row.pk).update(closes_on=survey.closes_on)
    return len(late)


def _show(row: Survey, now: datetime) -> None:
    bump_public(*party_organisations(row.home, today=stockholm_day(now)))
