"""A meeting is prepared: its day, since when it looks back, who is there."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.incidents.models import Group
from handslag.domain.weeks import queries
from handslag.domain.weeks.models import Attendance, Meeting
from handslag.domain.weeks.rules import MeetingDraft
from handslag.domain.weeks.rules.drafts import check_meeting
from handslag.domain.weeks.services.steps import check_words, locked, may_lead


@transaction.atomic
def plan_meeting(
    actor: Actor, group: Group, draft: MeetingDraft, *, now: datetime
) -> Meeting:
    """Prepare the next meeting. There is one at a time."""
    may_lead(actor, group)
    check_meeting(draft, last=_last(group))
    check_words(draft.chair)
    try:
        with transaction.atomic():
            meeting = Meeting.objects.create(
                group=group,
                held_on=draft.held_on,
                looks_back_to=draft.looks_back_to,
                chair=draft.chair.strip(),
                made_at=now,
            )
    except IntegrityError:
        raise NotAllowedError("weeks.one_at_a_time") from None
    _there(meeting, draft.present)
    record(actor, "weeks.planned", meeting, on_behalf=group.lead_id)
    return meeting


@transaction.atomic
def save_meeting(
    actor: Actor, meeting: Meeting, draft: MeetingDraft, *, revision: int
) -> Meeting:
    """Change the day, the look back, who leads it and which organisations are there."""
    may_lead(actor, meeting.group)
    meeting = locked(meeting)
    same_revision(revision, meeting.revision)
    check_meeting(draft, last=_last(meeting.group))
    check_words(draft.chair)
    meeting.held_on, meeting.looks_back_to = draft.held_on, draft.looks_back_to
    meeting.chair = draft.chair.strip()
    meeting.revision += 1
    meeting.save()
    meeting.attendances.exclude(organisation__in=draft.present).delete()
    _there(meeting, draft.present)
    record(actor, "weeks.meeting_changed", meeting, on_behalf=meeting.group.lead_id)
    return meeting


def _last(group: Group) -> date | None:
    before = queries.last_held(group)
    return before.held_on if before else None


def _there(meeting: Meeting, present: Sequence[int]) -> None:
    sits = queries.members_of(meeting.group, today=meeting.held_on)
    allowed = set(sits.filter(pk__in=present).values_list("pk", flat=True))
    if set(present) - allowed:
        raise NotAllowedError("weeks.not_in_the_group")
    Attendance.objects.bulk_create(
        (Attendance(meeting=meeting, organisation_id=one) for one in present),
        ignore_conflicts=True,
    )
