from handslag.domain.weeks.models.meetings import (
    Attendance,
    Decision,
    Meeting,
    Priority,
    Target,
)

__all__ = ["Attendance", "Decision", "Meeting", "Priority", "Target"]
