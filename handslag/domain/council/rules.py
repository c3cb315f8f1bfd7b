"""What a council is, who may lead it, and on which way a meeting is. Pure."""

from enum import StrEnum

from handslag.core.retention.rules import Statement


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


RETENTION = (
    Statement(
        model="council.Council",
        keep="council",
        months=None,
        then="keep",
        why="Minutes and decisions are those of a council.",
    ),
    Statement(
        model="council.Seat",
        keep="council",
        months=None,
        then="keep",
        why="Who sat in which function; a name is erased when the seat ends.",
    ),
    Statement(
        model="council.Meeting",
        keep="council_meeting",
        months=None,
        then="keep",
        why="Minutes and decisions belong to their meeting.",
    ),
    Statement(
        model="council.MeetingSlug",
        keep="council_meeting",
        months=None,
        then="keep",
        why="An address once printed must lead somewhere.",
    ),
    Statement(
        model="council.AgendaItem",
        keep="council_meeting",
        months=None,
        then="keep",
        why="What the council was called to handle.",
    ),
    Statement(
        model="council.Attendance",
        keep="council_meeting",
        months=None,
        then="keep",
        why="Which organisations took part in a decision; functions, never names.",
    ),
    Statement(
        model="council.Minute",
        keep="council_meeting",
        months=None,
        then="keep",
        why="The working text from which the minutes were frozen.",
    ),
    Statement(
        model="council.MinutesVersion",
        keep="decision",
        months=None,
        then="keep",
        why="Says which exact texts the adjusters were shown.",
    ),
    Statement(
        model="council.Adjuster",
        keep="decision",
        months=None,
        then="keep",
        why="Which functions were chosen to adjust the minutes.",
    ),
    Statement(
        model="council.Adjustment",
        keep="decision",
        months=None,
        then="keep",
        why="Who confirmed the minutes, and when, is part of what makes them final.",
    ),
    Statement(
        model="council.FinalMinutes",
        keep="decision",
        months=None,
        then="keep",
        why="Says which text became the minutes of the meeting.",
    ),
    Statement(
        model="council.CouncilDecision",
        keep="decision",
        months=None,
        then="keep",
        why="A decision of the council stands under its number for ever.",
    ),
    Statement(
        model="council.MinutesNote",
        keep="decision",
        months=None,
        then="keep",
        why="A correction stands beside the minutes it corrects.",
    ),
    Statement(
        model="council.Task",
        keep="council_meeting",
        months=None,
        then="keep",
        why="What the council asked of whom, and what became of it.",
    ),
)
