from handslag.domain.year.models.law import (
    AssemblyReport,
    LawStatement,
    LeadingBoard,
    ReportIntroduction,
)
from handslag.domain.year.models.reminders import CalendarFeed, Reminder
from handslag.domain.year.models.rhythm import Rhythm
from handslag.domain.year.models.steps import StepMark

__all__ = [
    "AssemblyReport",
    "CalendarFeed",
    "LawStatement",
    "LeadingBoard",
    "Reminder",
    "ReportIntroduction",
    "Rhythm",
    "StepMark",
]
