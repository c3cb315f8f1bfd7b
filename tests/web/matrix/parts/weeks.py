"""The addresses of a group's week, and what each of the cast is answered there.

The police sit in the group and read; the municipality leads it and writes.
"""

from collections.abc import Mapping
from datetime import date

from handslag.core.access import Actor
from handslag.domain.incidents.models import Desk, Group
from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks import services
from handslag.domain.weeks.models import Meeting, Target
from handslag.domain.weeks.rules import DecisionDraft, State
from tests.make import incidents
from tests.make import weeks as make
from tests.web.matrix.row import EVERYONE_READS, HIDDEN, HIDDEN_READ, READS, WRITES, row

SEEN = row(
    HIDDEN_READ,
    READS,
    READS,
    HIDDEN_READ,
    HIDDEN_READ,
    HIDDEN_READ,
    about_others=HIDDEN_READ,
)
LED = row(HIDDEN, WRITES, "refused/refused", HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)
SENT = row(
    "wrong way/hidden",
    "wrong way/in",
    "wrong way/refused",
    "wrong way/hidden",
    "wrong way/hidden",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)

ROWS = {
    "workspace:weeks": EVERYONE_READS,
    "workspace:week-board": SEEN,
    "workspace:week-projector": SEEN,
    "workspace:new-week-meeting": LED,
    "workspace:week-meeting-words": LED,
    "workspace:hold-week-meeting": LED,
    "workspace:new-week-priority": LED,
    "workspace:week-priority": LED,
    "workspace:move-week-priority": SENT,
    "workspace:remove-week-priority": LED,
    "workspace:new-week-target": LED,
    "workspace:week-target": LED,
    "workspace:remove-week-target": LED,
    "workspace:new-week-decision": LED,
    "workspace:week-decision": LED,
    "workspace:remove-week-decision": LED,
}
HELD_ROWS = {"workspace:week-meeting": SEEN}
FOLLOWED_ROWS = {"workspace:follow-up-week-target": LED}

Words = Mapping[str, object]
FIRST = date(2026, 2, 23)


def group_of(writer: Actor, home: Organisation, police: Organisation) -> Group:
    """The one group of the municipality, with a meeting that was held."""
    found = Group.objects.filter(lead=home, meetings__isnull=False).first()
    if found is not None:
        return found
    if not Desk.objects.filter(within=home).exists():
        incidents.desk(home)
    group = incidents.group(home, police, since=date(2026, 1, 1))
    held = make.meeting(writer, group, FIRST)
    make.target(writer, make.priority(writer, held), police)
    make.held(writer, held)
    return group


def build(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A meeting that is being prepared, with one of everything."""
    group = group_of(writer, municipality, police)
    meeting = Meeting.objects.filter(group=group, state=State.PLANNED).first()
    meeting = meeting or make.meeting(writer, group, looks_back_to=FIRST)
    priority = make.priority(writer, meeting)
    return {
        "key": group.public_id,
        "meeting": meeting.public_id,
        "priority": priority.public_id,
        "target": make.target(writer, priority, police).public_id,
        "decision": services.add_decision(
            writer, meeting, DecisionDraft("Vi ses igen.")
        ).public_id,
    }


def build_held(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """The meeting before it."""
    group = group_of(writer, municipality, police)
    held = Meeting.objects.get(group=group, held_on=FIRST)
    return {"key": group.public_id, "meeting": held.public_id}


def build_followed(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Words:
    """A target of the meeting that was held, followed up at the one being prepared."""
    words = build(writer, municipality, police)
    target = Target.objects.get(
        priority__meeting__group__public_id=str(words["key"]),
        priority__meeting__held_on=FIRST,
    )
    return {**words, "target": target.public_id}
