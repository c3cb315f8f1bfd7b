from handslag.domain.weeks.models.meetings import (
    Attendance,
    Decision,
    Meeting,
    Priority,
    Target,
)
from handslag.domain.weeks.models.pictures import EstPassage, EstPicture

__all__ = [
    "Attendance",
    "Decision",
    "EstPassage",
    "EstPicture",
    "Meeting",
    "Priority",
    "Target",
]
