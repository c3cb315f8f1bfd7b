"""Councils, meetings and their papers, ready to use."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from handslag.core.access import Actor
from handslag.domain.council import queries, services
from handslag.domain.council.models import AgendaItem, Council, Meeting, Seat, Task
from handslag.domain.council.rules.drafts import (
    ItemDraft,
    MeetingDraft,
    MinuteDraft,
    SeatDraft,
    TaskDraft,
)
from handslag.domain.council.rules.words import ItemKind, SeatPlace
from handslag.domain.organisations.models import Organisation

FOUNDED = datetime(2026, 1, 7, 9, tzinfo=UTC)
# The meeting of the tests was last week, seen from "today" in tests/conftest.py.
MET = datetime(2026, 2, 24, 12, tzinfo=UTC)


def council(
    actor: Actor, home: Organisation, name: str = "Lundby trygghetsråd", **words: Any
) -> Council:
    """A council with the seats that most have."""
    return services.found_council(
        actor, home=home, name=name, now=FOUNDED, today=FOUNDED.date(), **words
    )


def seat(
    actor: Actor,
    of: Council,
    organisation: Organisation,
    place: SeatPlace = SeatPlace.MEMBER,
    **words: Any,
) -> Seat:
    words = {"function": "verkställande direktör", **words}
    draft = SeatDraft(place=place, **words)
    return services.add_seat(actor, of, draft, organisation=organisation)


def meeting(actor: Actor, of: Council, starts_at: datetime = MET, **words: Any) -> Meeting:
    """A meeting in the calendar, with the fixed items on its agenda."""
    draft = MeetingDraft(starts_at=starts_at, place="Kommunhuset", **words)
    return services.plan_meeting(actor, of, draft, now=FOUNDED)


def held(actor: Actor, of: Council, starts_at: datetime = MET) -> Meeting:
    """A meeting whose minutes are being written."""
    planned = meeting(actor, of, starts_at)
    return services.begin(actor, planned, now=MET, today=max(MET, starts_at).date())


def item(actor: Actor, of: Meeting, title: str = "Belysningen", **words: Any) -> AgendaItem:
    draft = ItemDraft(title=title, kind=words.pop("kind", ItemKind.DECIDE), **words)
    return services.add_item(actor, of, draft)


def written(actor: Actor, of: AgendaItem, text: str = "", decision: str = "") -> None:
    """What was said of an item, and decided."""
    sheet = next(one for one in queries.sheets(of.meeting) if one.item == of)
    draft = MinuteDraft(text, decision, sheet.minute.revision)
    services.save_minutes(actor, of.meeting, {of.pk: draft})


def task(actor: Actor, of: AgendaItem, owner: Organisation, **words: Any) -> Task:
    words = {
        "text": "Räkna lyktorna som är trasiga.",
        "due_on": date(2026, 5, 1),
        "function": "fastighetschef",
        **words,
    }
    return services.give_task(actor, of.meeting, of, TaskDraft(owner=owner.pk, **words))


def finished(actor: Actor, of: Meeting, seats: Sequence[Seat] = ()) -> Meeting:
    """Freeze the minutes, and have every adjuster confirm them."""
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    adjusters = list(seats) or queries.seats_now(of.council, today=now.date())[:2]
    frozen = services.freeze_minutes(actor, of, adjusters, now=now)
    for adjuster in queries.adjusters_of(frozen):
        of = services.record_confirmation(actor, adjuster, on=now.date(), now=now)
    return of
