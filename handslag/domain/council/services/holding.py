"""The meeting is held: who came, what was said and decided, item by item."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError, same_revision
from handslag.domain.council import queries
from handslag.domain.council.models import AgendaItem, Attendance, Meeting, Minute
from handslag.domain.council.rules.drafts import Came, MinuteDraft
from handslag.domain.council.rules.meetings import Step, check_begun
from handslag.domain.council.rules.words import MeetingState, Presence
from handslag.domain.council.services.steps import locked_meeting, may_run, tell_public


@transaction.atomic
def begin(actor: Actor, meeting: Meeting, *, now: datetime, today: date) -> Meeting:
    """Begin to write the minutes. All who have a seat are taken to be there at first."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.BEGIN)
    check_begun(stockholm_day(meeting.starts_at), today=today)
    day = stockholm_day(meeting.starts_at)
    meeting.state, meeting.changed_at = MeetingState.HELD.value, now
    meeting.save(update_fields=["state", "changed_at"])
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            seat=seat,
            organisation=seat.organisation,
            function=seat.function,
            presence=Presence.PRESENT,
            position=position,
        )
        for position, seat in enumerate(
            queries.seats_now(meeting.council, today=day), start=1
        )
    )
    tell_public(meeting.council)
    record(actor, "council.begun", meeting, on_behalf=meeting.council.home_id)
    return meeting


@transaction.atomic
def save_attendance(
    actor: Actor, meeting: Meeting, came: Sequence[Came], *, revision: int
) -> Meeting:
    """Write down who came, who did not, and who came instead."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.WRITE)
    same_revision(revision, meeting.revision)
    if any(one.presence is Presence.REPLACED and not one.replaced_by for one in came):
        raise NotAllowedError("council.replaced_by_whom")
    meeting.attendances.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            seat_id=one.seat,
            organisation_id=one.organisation,
            function=one.function,
            presence=one.presence,
            replaced_by=one.replaced_by if one.presence is Presence.REPLACED else "",
            position=position,
        )
        for position, one in enumerate(came, start=1)
    )
    meeting.revision += 1
    meeting.save(update_fields=["revision"])
    record(actor, "council.attendance_written", meeting, on_behalf=meeting.council.home_id)
    return meeting


@transaction.atomic
def save_minutes(
    actor: Actor, meeting: Meeting, drafts: Mapping[int, MinuteDraft]
) -> tuple[Mapping[int, int], frozenset[int]]:
    """Save what is written of each item, by its key.

    An item that somebody else has changed meanwhile is left as they wrote it.
    Hands back the revisions that hold now, and the items that were left.
    """
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.WRITE)
    held, left = {}, set()
    for item in meeting.items.select_related("minute").filter(pk__in=drafts):
        try:
            held[item.pk] = _save_minute(item, drafts[item.pk])
        except ChangedMeanwhileError:
            left.add(item.pk)
    record(
        actor,
        "council.minutes_written",
        meeting,
        on_behalf=meeting.council.home_id,
        items=len(held),
    )
    return held, frozenset(left)


def _save_minute(item: AgendaItem, draft: MinuteDraft) -> int:
    """The revision that holds after it. The same words are nobody's change."""
    minute = Minute.objects.filter(item=item).first() or Minute(item=item, revision=0)
    words = (draft.text.strip(), draft.decision.strip())
    if (minute.text, minute.decision) == words:
        return minute.revision
    same_revision(draft.revision, minute.revision)
    minute.text, minute.decision = words
    minute.revision += 1
    minute.save()
    return minute.revision
