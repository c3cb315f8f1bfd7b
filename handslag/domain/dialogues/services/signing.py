"""Somebody takes a place at a meeting, gives it back, is reminded, is forgotten."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues import notices, queries
from handslag.domain.dialogues.models import Meeting, SignUp
from handslag.domain.dialogues.rules import REMIND_BEFORE
from handslag.domain.dialogues.rules.signing import check_sign_up
from handslag.domain.dialogues.services.steps import locked_meeting
from handslag.domain.voices.rules import Phase


@transaction.atomic
def sign_up(meeting: Meeting, email: str, *, language: str, now: datetime) -> SignUp:
    """Take a place, and get a letter with the way to give it back.

    Who has a place already keeps it, and nothing says so to whoever asks: where it is
    full, they too hear that it is full. Not in the log: who comes to a dialogue is
    nobody's business.
    """
    meeting = locked_meeting(meeting)
    address = email.strip().casefold()
    check_sign_up(
        is_open=meeting.dialogue.occasion.phase == Phase.OPEN,
        starts=meeting.starts,
        slots=meeting.slots,
        taken=meeting.sign_ups.count(),
        now=now,
    )
    there = meeting.sign_ups.filter(email=address).first()
    if there is not None:
        return there
    is_soon = meeting.starts - now <= REMIND_BEFORE
    row = SignUp.objects.create(
        meeting=meeting,
        email=address,
        language=language,
        made_on=stockholm_day(now),
        reminded_on=stockholm_day(now) if is_soon else None,
    )
    notices.confirmed(row)
    return row


@transaction.atomic
def sign_up_at(
    municipality: str, slug: str, key: UUID, email: str, *, language: str, now: datetime
) -> None:
    """The same, from the public page of a dialogue that one may come to."""
    rows = queries.meetings_ahead(municipality, now)
    found = rows.filter(public_id=key, dialogue__occasion__slug=slug).first()
    if found is None:
        raise NotAllowedError("dialogues.not_open")
    sign_up(found, email, language=language, now=now)


@transaction.atomic
def give_back(token: str) -> Meeting:
    """Give the place to somebody else, by the link of a letter; the address is deleted."""
    found = queries.sign_up_of(token)
    if found is None:
        raise NotAllowedError("dialogues.no_such_place")
    meeting = locked_meeting(found.meeting)
    found.delete()
    return meeting


@transaction.atomic
def remind(actor: Actor, *, now: datetime) -> int:
    """Two days before, those who have a place get a letter. Once."""
    require_system(actor)
    due = queries.to_remind(now).select_for_update(of=("self",))
    rows = list(due[:500])
    for row in rows:
        notices.reminded(row)
    SignUp.objects.filter(pk__in=[row.pk for row in rows]).update(
        reminded_on=stockholm_day(now)
    )
    return len(rows)


@transaction.atomic
def forget_sign_ups(actor: Actor, *, now: datetime) -> int:
    """A week after the meeting nobody needs to know who had a place."""
    require_system(actor)
    gone, _ = queries.to_forget(now).delete()
    return gone
