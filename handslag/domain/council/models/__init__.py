from handslag.domain.council.models.councils import Council, Seat
from handslag.domain.council.models.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingSlug,
    Minute,
    Task,
)
from handslag.domain.council.models.minutes import (
    Adjuster,
    Adjustment,
    CouncilDecision,
    FinalMinutes,
    MinutesNote,
    MinutesVersion,
)

__all__ = [
    "Adjuster",
    "Adjustment",
    "AgendaItem",
    "Attendance",
    "Council",
    "CouncilDecision",
    "FinalMinutes",
    "Meeting",
    "MeetingSlug",
    "Minute",
    "MinutesNote",
    "MinutesVersion",
    "Seat",
    "Task",
]
