"""Meetings of a group, ready to use."""

from datetime import UTC, date, datetime
from typing import Any

from handslag.core.access import Actor
from handslag.domain.incidents.models import Group
from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks import services
from handslag.domain.weeks.models import Meeting, Priority, Target
from handslag.domain.weeks.rules import MeetingDraft, PriorityDraft, TargetDraft

HELD_ON = date(2026, 3, 2)  # a Monday: "today" in tests/conftest.py
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def meeting(actor: Actor, of: Group, held_on: date = HELD_ON, **words: Any) -> Meeting:
    """A meeting that looks back to January, with the one that leads the group there."""
    words = {"looks_back_to": date(2026, 1, 1), "present": (of.lead_id,), **words}
    return services.plan_meeting(actor, of, MeetingDraft(held_on, **words), now=NOW)


def priority(
    actor: Actor, of: Meeting, what: str = "Skadegörelse", **words: Any
) -> Priority:
    return services.add_priority(actor, of, PriorityDraft(what, **words))


def target(
    actor: Actor, of: Priority, by: Organisation, words: str = "Rondera kvällstid."
) -> Target:
    return services.add_target(actor, of, TargetDraft(by.pk, words))


def held(actor: Actor, of: Meeting) -> Meeting:
    """What it decided is frozen."""
    return services.hold(actor, of, revision=of.revision, now=NOW, today=of.held_on)
