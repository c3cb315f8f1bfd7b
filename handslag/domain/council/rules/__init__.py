"""What is allowed in a council, and how long its papers are kept. Pure."""

from handslag.core.retention.rules import Statement
from handslag.domain.council.rules.words import (
    How,
    ItemKind,
    Layer,
    MeetingState,
    Presence,
    SeatPlace,
    TaskState,
)

__all__ = [
    "RETENTION",
    "How",
    "ItemKind",
    "Layer",
    "MeetingState",
    "Presence",
    "SeatPlace",
    "TaskState",
]

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
