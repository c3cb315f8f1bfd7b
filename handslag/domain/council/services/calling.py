"""A meeting is put in the calendar, called, moved or called off."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.council import notices, queries
from handslag.domain.council.models import Council, Meeting, MeetingSlug
from handslag.domain.council.rules.drafts import MeetingDraft
from handslag.domain.council.rules.meetings import Step, check_call
from handslag.domain.council.rules.seats import check_led
from handslag.domain.council.rules.words import Layer, MeetingState
from handslag.domain.council.services.agenda import lay_out
from handslag.domain.council.services.steps import locked_meeting, may_run, tell_public
from handslag.domain.organisations.models import Organisation

_WORDS = ("starts_at", "ends_at", "place", "note", "is_public")


@transaction.atomic
def plan_meeting(
    actor: Actor, council: Council, draft: MeetingDraft, *, now: datetime
) -> Meeting:
    """Put a meeting in the calendar, with the fixed items on its agenda."""
    may_run(actor, council)
    _in_order(draft)
    meeting = Meeting.objects.create(
        council=council,
        made_at=now,
        changed_at=now,
        **{name: getattr(draft, name) for name in _WORDS},
    )
    lay_out(meeting)
    _give_addresses(meeting)
    tell_public(council)
    record(actor, "council.meeting_planned", meeting, on_behalf=council.home_id)
    return meeting


@transaction.atomic
def save_meeting(
    actor: Actor, meeting: Meeting, draft: MeetingDraft, *, revision: int, now: datetime
) -> Meeting:
    """Change when and where it is held. Calendars that follow it learn of it."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.PREPARE)
    same_revision(revision, meeting.revision)
    _in_order(draft)
    moved = any(
        getattr(meeting, name) != getattr(draft, name)
        for name in ("starts_at", "ends_at", "place")
    )
    for name in _WORDS:
        setattr(meeting, name, getattr(draft, name))
    meeting.revision += 1
    meeting.sequence += moved
    meeting.changed_at = now
    meeting.save()
    _give_addresses(meeting)
    tell_public(meeting.council)
    record(actor, "council.meeting_changed", meeting, on_behalf=meeting.council.home_id)
    return meeting


@transaction.atomic
def call(actor: Actor, meeting: Meeting, *, now: datetime, today: date) -> Meeting:
    """Call the meeting: its agenda goes to every seat with an address."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.CALL)
    council = meeting.council
    items = queries.agenda_of(meeting)
    check_call(stockholm_day(meeting.starts_at), items=len(items), today=today)
    check_led(Layer(council.layer), queries.sittings(council, today=today))
    again = meeting.state == MeetingState.CALLED
    meeting.state, meeting.called_at = MeetingState.CALLED.value, now
    meeting.changed_at = now
    meeting.sequence += again
    meeting.save()
    tell_public(council)
    record(actor, "council.called", meeting, on_behalf=council.home_id, again=again)
    notices.called(
        meeting,
        items,
        [seat for seat in queries.seats_now(council, today=today) if seat.email],
        again=again,
    )
    return meeting


@transaction.atomic
def cancel(actor: Actor, meeting: Meeting, *, now: datetime, today: date) -> Meeting:
    """Call the meeting off. It stays in the calendars that follow it, struck out."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.CANCEL)
    was_called = meeting.state == MeetingState.CALLED
    meeting.state, meeting.changed_at = MeetingState.CANCELLED.value, now
    meeting.sequence += 1
    meeting.save()
    tell_public(meeting.council)
    record(actor, "council.cancelled", meeting, on_behalf=meeting.council.home_id)
    if was_called:
        seats = queries.seats_now(meeting.council, today=today)
        notices.cancelled(meeting, [seat for seat in seats if seat.email])
    return meeting


def _in_order(draft: MeetingDraft) -> None:
    if draft.ends_at is not None and draft.ends_at <= draft.starts_at:
        raise NotAllowedError("council.meeting_ends_first")


def _give_addresses(meeting: Meeting) -> None:
    """An address in each municipality; an old one leads on to the new."""
    for municipality in {meeting.council.home, *queries.covered(meeting.council)}:
        _give_address_in(meeting, municipality)


def _give_address_in(meeting: Meeting, municipality: Organisation) -> None:
    wanted = stockholm_day(meeting.starts_at).isoformat()
    # One at a time in a municipality, so that no two take the same address.
    Organisation.objects.select_for_update().get(pk=municipality.pk)
    here = MeetingSlug.objects.filter(municipality=municipality)
    own = here.filter(meeting=meeting)
    present = own.filter(current=True).first()
    if present is not None and present.slug.startswith(wanted):
        return
    own.update(current=False)
    taken = set(here.exclude(meeting=meeting).values_list("slug", flat=True))
    number, free = 2, wanted
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    MeetingSlug.objects.update_or_create(
        municipality=municipality, slug=free, defaults={"meeting": meeting, "current": True}
    )
