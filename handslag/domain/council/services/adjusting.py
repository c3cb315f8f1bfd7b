"""Minutes are frozen, confirmed by those who adjust them, final, and published."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Actor, ForbiddenError
from handslag.core.accounts.models import Person
from handslag.core.approvals.services import freeze
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.council import notices, queries
from handslag.domain.council.models import (
    Adjuster,
    Adjustment,
    AgendaItem,
    CouncilDecision,
    FinalMinutes,
    Meeting,
    MinutesNote,
    MinutesVersion,
    Seat,
)
from handslag.domain.council.queries.content import content_of
from handslag.domain.council.rules.meetings import Step
from handslag.domain.council.rules.minutes import check_confirmed_on, check_minutes
from handslag.domain.council.rules.words import How, MeetingState, Presence
from handslag.domain.council.services.steps import locked_meeting, may_run, tell_public

SUBJECT = "minutes"


@transaction.atomic
def freeze_minutes(
    actor: Actor, meeting: Meeting, adjusters: Sequence[Seat], *, now: datetime
) -> MinutesVersion:
    """Freeze the text of the minutes and put it to those who adjust it."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.FREEZE)
    present = meeting.attendances.exclude(presence=Presence.ABSENT).count()
    check_minutes(present=present, adjusters=len(adjusters))
    version = freeze(
        actor,
        subject_kind=SUBJECT,
        subject_id=meeting.public_id,
        content=content_of(meeting, adjusters),
        now=now,
    )
    last = meeting.versions.aggregate(last=Max("number"))["last"] or 0
    minutes = MinutesVersion.objects.create(
        meeting=meeting, number=last + 1, version=version, frozen_at=now
    )
    for seat in adjusters:
        Adjuster.objects.create(
            minutes=minutes,
            seat=seat,
            function=seat.function,
            organisation_name=seat.organisation.name,
        )
    meeting.state = MeetingState.ADJUSTING.value
    meeting.save(update_fields=["state"])
    record(
        actor,
        "council.minutes_frozen",
        meeting,
        on_behalf=meeting.council.home_id,
        version=version.public_id,
    )
    notices.adjustment_asked(meeting, [seat for seat in adjusters if seat.email])
    return minutes


@transaction.atomic
def take_back(actor: Actor, meeting: Meeting, *, now: datetime) -> Meeting:
    """Take the minutes back to go on writing. What was confirmed is confirmed anew."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.TAKE_BACK)
    meeting.state, meeting.changed_at = MeetingState.HELD.value, now
    meeting.save(update_fields=["state", "changed_at"])
    record(actor, "council.minutes_taken_back", meeting, on_behalf=meeting.council.home_id)
    return meeting


@transaction.atomic
def confirm(actor: Actor, adjuster: Adjuster, *, now: datetime) -> Meeting:
    """Confirm the minutes oneself, signed in with the address of the seat."""
    person = Person.objects.filter(pk=actor.person_id or 0).first()
    address = adjuster.seat.email.casefold()
    if person is None or not address or person.email.casefold() != address:
        raise ForbiddenError("Only the one who holds the seat confirms for it.")
    return _confirmed(
        actor, adjuster, on=stockholm_day(now), how=How.ACCOUNT, person=person.pk, now=now
    )


@transaction.atomic
def record_confirmation(
    actor: Actor, adjuster: Adjuster, *, on: date, now: datetime
) -> Meeting:
    """Write down that an adjuster has confirmed the minutes, and on which day."""
    may_run(actor, adjuster.minutes.meeting.council)
    return _confirmed(actor, adjuster, on=on, how=How.RECORDED, person=None, now=now)


def _confirmed(
    actor: Actor,
    adjuster: Adjuster,
    *,
    on: date,
    how: How,
    person: int | None,
    now: datetime,
) -> Meeting:
    meeting = locked_meeting(adjuster.minutes.meeting, Step.CONFIRM)
    latest = queries.latest_version(meeting)
    if latest is None or latest.pk != adjuster.minutes_id:
        raise NotAllowedError("council.older_minutes")
    held_on = stockholm_day(meeting.starts_at)
    check_confirmed_on(on, held_on=held_on, today=stockholm_day(now))
    if Adjustment.objects.filter(adjuster=adjuster).exists():
        raise NotAllowedError("council.already_confirmed")
    Adjustment.objects.create(
        adjuster=adjuster, confirmed_on=on, how=how, person_id=person, recorded_at=now
    )
    record(
        actor,
        "council.minutes_confirmed",
        meeting,
        on_behalf=adjuster.seat.organisation_id,
        how=str(how),
        on=on,
    )
    if not latest.adjusters.filter(adjustment=None).exists():
        _finish(meeting, latest, now)
    return meeting


def _finish(meeting: Meeting, minutes: MinutesVersion, now: datetime) -> None:
    """Everyone has confirmed: from here on the text stands for ever."""
    days = minutes.adjusters.aggregate(last=Max("adjustment__confirmed_on"))
    FinalMinutes.objects.create(
        meeting=meeting, minutes=minutes, adjusted_on=days["last"], made_at=now
    )
    meeting.state, meeting.changed_at = MeetingState.FINAL.value, now
    meeting.save(update_fields=["state", "changed_at"])
    items = {str(one.public_id): one for one in AgendaItem.objects.filter(meeting=meeting)}
    content = queries.final_content(meeting) or {"items": []}
    for item in content["items"]:
        if item["decision"]:
            CouncilDecision.objects.create(
                meeting=meeting,
                item=items[item["id"]],
                number=item["decision"]["number"],
                title=item["title"],
                text=item["decision"]["text"],
                is_internal=item["is_internal"],
                decided_on=stockholm_day(meeting.starts_at),
            )


@transaction.atomic
def publish(actor: Actor, meeting: Meeting, *, now: datetime) -> Meeting:
    """Let anyone read the final minutes, but for what is internal."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.PUBLISH)
    if meeting.published_at is None:
        meeting.published_at, meeting.is_public = now, True
        meeting.save(update_fields=["published_at", "is_public"])
        tell_public(meeting.council)
    record(actor, "council.minutes_published", meeting, on_behalf=meeting.council.home_id)
    return meeting


@transaction.atomic
def add_note(
    actor: Actor, meeting: Meeting, *, text: str, is_internal: bool, now: datetime
) -> MinutesNote:
    """Put a correction beside final minutes, which are never changed themselves."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.PUBLISH)
    if not text.strip():
        raise NotAllowedError("council.note_needs_text")
    note = MinutesNote.objects.create(
        meeting=meeting, text=text.strip(), is_internal=is_internal, noted_at=now
    )
    tell_public(meeting.council)
    record(actor, "council.note_added", note, on_behalf=meeting.council.home_id)
    return note
