"""The result is released at one moment, as it stands then, and may be taken back."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.dialogues import queries
from handslag.domain.dialogues.models import Dialogue, Release, Withdrawal
from handslag.domain.dialogues.published import content_of
from handslag.domain.dialogues.rules import LONGEST_TEXT, Before
from handslag.domain.dialogues.rules.releasing import check_release, check_withdrawal
from handslag.domain.dialogues.services.steps import locked, may_lead, no_persons
from handslag.domain.organisations.services import bump_public
from handslag.domain.voices import services as voices
from handslag.domain.voices.queries import draft_of


@transaction.atomic
def release(
    actor: Actor, dialogue: Dialogue, *, said: str, revision: int, now: datetime
) -> Release:
    """Let everyone read the result, all of it at once, as it stands at this moment.

    `said`: the result in plain words; `revision`: of the dialogue that was looked at.
    """
    may_lead(actor, dialogue)
    dialogue = locked(dialogue)
    same_revision(revision, dialogue.revision)
    if not said.strip():
        raise NotAllowedError("dialogues.say_what_was_said")
    no_persons(said)
    _check(dialogue)
    last = queries.latest_release(dialogue)
    row = Release.objects.create(
        dialogue=dialogue,
        number=last.number + 1 if last else 1,
        voices=queries.heard_at(dialogue).voices,
        people=dialogue.occasion.people or 0,
        content=content_of(dialogue),
        released_at=now,
    )
    occasion = dialogue.occasion
    draft = replace(draft_of(occasion), said=said.strip())
    occasion = voices.change_occasion(
        actor, occasion, draft, revision=occasion.revision, now=now
    )
    dialogue.occasion = voices.publish_occasion(actor, occasion, now=now)
    record(
        actor,
        "dialogues.released",
        dialogue,
        on_behalf=occasion.home_id,
        number=row.number,
    )
    return row


@transaction.atomic
def withdraw(actor: Actor, dialogue: Dialogue, *, why: str, now: datetime) -> Dialogue:
    """Take the result back. That it was public, and until when, stays."""
    may_lead(actor, dialogue)
    dialogue = locked(dialogue, closed_too=True)
    check_withdrawal(why)
    if len(why) > LONGEST_TEXT:
        raise NotAllowedError("dialogues.too_long", most=LONGEST_TEXT)
    no_persons(why)
    standing = queries.standing_release(dialogue)
    if standing is None:
        raise NotAllowedError("dialogues.nothing_is_released")
    Withdrawal.objects.create(
        release=standing, withdrawn_on=stockholm_day(now), why=why.strip()
    )
    if dialogue.occasion.no_feedback_why:  # everyone can read why; only the result goes
        bump_public(dialogue.occasion.home)
    else:
        dialogue.occasion = voices.take_back_occasion(actor, dialogue.occasion, now=now)
    record(
        actor,
        "dialogues.withdrawn",
        dialogue,
        on_behalf=dialogue.occasion.home_id,
        number=standing.number,
    )
    return dialogue


def _check(dialogue: Dialogue) -> None:
    if dialogue.held_on is None:
        raise NotAllowedError("dialogues.hold_it_first")
    heard = queries.heard_at(dialogue)
    last = queries.latest_release(dialogue)
    before = Before(last.voices, last.people, queries.is_withdrawn(last)) if last else None
    check_release(
        people=dialogue.occasion.people or 0,
        voices=heard.voices,
        waiting=heard.waiting,
        least=dialogue.least,
        before=before,
    )
