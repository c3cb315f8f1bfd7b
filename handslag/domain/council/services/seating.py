"""Seats are given, changed and ended."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.council import queries
from handslag.domain.council.models import Council, Seat
from handslag.domain.council.rules.drafts import SeatDraft
from handslag.domain.council.rules.seats import check_chair
from handslag.domain.council.rules.words import Layer, SeatPlace
from handslag.domain.council.services.steps import locked_council, may_run, tell_public
from handslag.domain.organisations.models import Organisation


@transaction.atomic
def add_seat(
    actor: Actor, council: Council, draft: SeatDraft, *, organisation: Organisation
) -> Seat:
    """Give an organisation a seat, in a function."""
    may_run(actor, council)
    council = locked_council(council)
    _check_seat(council, draft, organisation)
    last = council.seats.aggregate(last=Max("position"))["last"] or 0
    seat = Seat(council=council, organisation=organisation, position=last + 1)
    _fill(seat, draft)
    tell_public(council)
    record(actor, "council.seat_given", seat, on_behalf=council.home_id)
    return seat


@transaction.atomic
def save_seat(
    actor: Actor, seat: Seat, draft: SeatDraft, *, organisation: Organisation, revision: int
) -> Seat:
    """Change who sits there, and as what."""
    may_run(actor, seat.council)
    council = locked_council(seat.council)
    seat = Seat.objects.get(pk=seat.pk)
    same_revision(revision, seat.revision)
    _check_seat(council, draft, organisation, but=seat)
    seat.organisation = organisation
    seat.revision += 1
    _fill(seat, draft)
    tell_public(council)
    record(actor, "council.seat_changed", seat, on_behalf=council.home_id)
    return seat


@transaction.atomic
def end_seat(actor: Actor, seat: Seat, *, last_day: date) -> Seat:
    """The seat ends on a day. The function is remembered, the name is erased."""
    may_run(actor, seat.council)
    council = locked_council(seat.council)
    seat = Seat.objects.get(pk=seat.pk)
    if seat.since and last_day < seat.since:
        raise NotAllowedError("ends_before_start")
    seat.until, seat.name, seat.email = last_day, "", ""
    seat.save(update_fields=["until", "name", "email"])
    tell_public(council)
    record(actor, "council.seat_ended", seat, on_behalf=council.home_id, last_day=last_day)
    return seat


def _check_seat(
    council: Council, draft: SeatDraft, organisation: Organisation, but: Seat | None = None
) -> None:
    if not draft.function.strip():
        raise NotAllowedError("council.function_missing")
    is_covered = organisation.pk in {one.pk for one in queries.covered(council)}
    check_chair(Layer(council.layer), draft.place, is_covered=is_covered)
    chairs = council.seats.filter(place=SeatPlace.CHAIR, until=None)
    if but is not None:
        chairs = chairs.exclude(pk=but.pk)
    if draft.place is SeatPlace.CHAIR and chairs.exists():
        raise NotAllowedError("council.two_chairs")


def _fill(seat: Seat, draft: SeatDraft) -> None:
    seat.place = draft.place.value
    seat.function = draft.function.strip()
    seat.is_leading = draft.is_leading
    seat.name, seat.email = draft.name.strip(), draft.email.strip()
    seat.since = draft.since
    seat.save()
