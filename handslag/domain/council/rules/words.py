"""The words of a council: layers, places, states, kinds."""

from enum import StrEnum


class Layer(StrEnum):
    """The council itself, the group that prepares it, the group for incidents."""

    STRATEGIC = "strategic"
    PREPARING = "preparing"
    EST = "est"


class SeatPlace(StrEnum):
    """What someone is in the council."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    ADJUNCT = "adjunct"
    SECRETARY = "secretary"


class MeetingState(StrEnum):
    """Where a meeting stands, from a day in the calendar to final minutes."""

    PLANNED = "planned"
    CALLED = "called"
    HELD = "held"
    ADJUSTING = "adjusting"
    FINAL = "final"
    CANCELLED = "cancelled"


class ItemKind(StrEnum):
    """What the council is to do with an item."""

    DECIDE = "decide"
    DISCUSS = "discuss"
    INFORM = "inform"


class Presence(StrEnum):
    """Whether a seat was taken at a meeting."""

    PRESENT = "present"
    ABSENT = "absent"
    REPLACED = "replaced"


class TaskState(StrEnum):
    """What became of a task."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class How(StrEnum):
    """How an adjuster confirmed the minutes."""

    ACCOUNT = "account"
    RECORDED = "recorded"
