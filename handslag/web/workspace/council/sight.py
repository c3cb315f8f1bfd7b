"""Find what the person may see of the councils. What they may not see is not there."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from handslag.core.access import Act, require
from handslag.domain.council import queries
from handslag.domain.council.models import (
    Adjuster,
    AgendaItem,
    Council,
    Meeting,
    Seat,
    Task,
)
from handslag.web.requests import WorkRequest


def the_council(request: WorkRequest, key: UUID, *, to_run: bool = False) -> Council:
    """The council, if the person may see it and, `to_run`, may run it."""
    council = get_object_or_404(queries.visible_to(request.actor), public_id=key)
    if to_run:
        _must_run(request, council)
    return council


def the_meeting(request: WorkRequest, key: UUID, *, to_run: bool = False) -> Meeting:
    """A meeting of a council that the person may see."""
    meeting = get_object_or_404(queries.meetings_seen_by(request.actor), public_id=key)
    if to_run:
        _must_run(request, meeting.council)
    return meeting


def the_item(request: WorkRequest, key: UUID, item: UUID) -> AgendaItem:
    """An item of a meeting that the person runs."""
    meeting = the_meeting(request, key, to_run=True)
    return get_object_or_404(
        meeting.items.select_related("meeting__council"), public_id=item
    )


def the_seat(request: WorkRequest, key: UUID) -> Seat:
    """A seat of a council that the person runs."""
    seat = get_object_or_404(queries.seats_seen_by(request.actor), public_id=key)
    _must_run(request, seat.council)
    return seat


def the_task(request: WorkRequest, key: UUID) -> Task:
    """A task that the person may see, or that is asked of their organisation."""
    return get_object_or_404(queries.tasks_seen_by(request.actor), public_id=key)


def the_adjuster(request: WorkRequest, key: UUID, adjuster: UUID) -> Adjuster:
    """One who adjusts the minutes of a meeting that the person may see."""
    meeting = the_meeting(request, key)
    return get_object_or_404(queries.latest_adjusters(meeting), public_id=adjuster)


def may_run(request: WorkRequest, council: Council) -> bool:
    """Whether the buttons are shown."""
    return queries.runs(request.actor, council)


def _must_run(request: WorkRequest, council: Council) -> None:
    require(request.actor, Act.RUN_COUNCIL, in_any_of=queries.run_ids(council))
