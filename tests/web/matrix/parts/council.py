"""The addresses of the council, and what each of the cast is answered there."""

from collections.abc import Mapping
from datetime import UTC, datetime

from handslag.core.access import Actor
from handslag.domain.council import queries, services
from handslag.domain.council.models import Council, Meeting
from handslag.domain.organisations.models import Organisation
from tests.make import council as make
from tests.web.matrix.parts.agreements import PDF
from tests.web.matrix.row import (
    EVERYONE_READS,
    SET_READ,
    SET_SHOWN_AND_WRITTEN,
    SET_WRITE,
    WRITERS_ANYWHERE,
    public,
    row,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SENT = row(
    "wrong way/refused",
    "wrong way/in",
    "wrong way/in",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)
# Nobody asked here has a municipality that was given a seat: there is nothing to join with.
JOINING = row(*["wrong way/hidden"] * 6, about_others="wrong way/hidden")

OF_COUNCIL = {
    "workspace:councils": EVERYONE_READS,
    "workspace:new-council": WRITERS_ANYWHERE,
    "workspace:council": SET_READ,
    "workspace:council-words": SET_WRITE,
    "workspace:council-charter": SET_WRITE,
    "workspace:council-charter-file": SET_READ,
    "workspace:new-seat": SET_WRITE,
    "workspace:new-group": SET_WRITE,
    "workspace:join-council": JOINING,
    "workspace:new-meeting": SET_WRITE,
    "public:council": public(),
    "public:council-calendar": public(),
    "public:council-charter": public(),
}
OF_SEAT = {"workspace:seat": SET_WRITE, "workspace:end-seat": SET_WRITE}
OF_MEETING = {
    "workspace:meeting": SET_READ,
    "workspace:meeting-words": SET_WRITE,
    "workspace:agenda": SET_WRITE,
    "workspace:agenda-item": SET_WRITE,
    "workspace:move-item": SENT,
    "workspace:remove-item": SENT,
    "workspace:call-meeting": SET_WRITE,
    "workspace:cancel-meeting": SET_WRITE,
    "workspace:begin-meeting": SET_WRITE,
    "workspace:minutes": SET_WRITE,
    "workspace:drop-task": SENT,
    "workspace:freeze-minutes": SET_WRITE,
    "workspace:take-back-minutes": SET_WRITE,
    "workspace:confirm-minutes": SET_WRITE,
    "workspace:publish-minutes": SET_WRITE,
    "workspace:minutes-note": SET_WRITE,
    "workspace:meeting-calendar": SET_READ,
    "public:council-meeting": public(),
    "public:meeting-calendar": public(),
}
OF_TASK = {"workspace:council-task": SET_SHOWN_AND_WRITTEN}

Words = Mapping[str, object]


def _council(writer: Actor, home: Organisation) -> Council:
    """The one council of the municipality, made by whichever is asked first."""
    found = Council.objects.filter(home=home).first() or make.council(writer, home)
    if found.charter_file is None:
        services.save_charter(writer, found, name="reglemente.pdf", content=PDF)
    return found


def _meeting(writer: Actor, home: Organisation) -> Meeting:
    """A meeting whose minutes are being adjusted."""
    found = Meeting.objects.filter(council__home=home).first()
    if found is not None:
        return found
    council = _council(writer, home)
    held = make.held(writer, council)
    make.task(writer, make.item(writer, held), home)
    seats = queries.seats_now(council, today=NOW.date())[:1]
    services.freeze_minutes(writer, held, seats, now=NOW)
    return held


def of_council(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    return {"key": _council(writer, municipality).public_id}


def of_seat(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    council = _council(writer, municipality)
    return {"key": council.seats.latest("pk").public_id}


def of_meeting(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    meeting = _meeting(writer, municipality)
    item = meeting.items.get(title="Belysningen")
    return {
        "key": meeting.public_id,
        "item": item.public_id,
        "task": item.tasks.get().public_id,
        "adjuster": queries.latest_adjusters(meeting).get().public_id,
        "meeting": meeting.slugs.get().slug,
    }


def of_task(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    return {"key": _meeting(writer, municipality).tasks.get().public_id}
