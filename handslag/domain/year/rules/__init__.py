"""What is allowed, and what follows from what. Pure: no database, no clock, no screen."""

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="year.Rhythm",
        keep="working_calendar",
        months=None,
        then="keep",
        why="When things usually happen; says nothing about anybody.",
    ),
    Statement(
        model="year.StepMark",
        keep="working_calendar",
        months=None,
        then="keep",
        why="What is done that the system cannot see, and how one knows; names nobody.",
    ),
    Statement(
        model="year.CalendarFeed",
        keep="with_the_account",
        months=0,
        then="delete",
        why="The hash of an address that one can replace or end at any time.",
    ),
    Statement(
        model="year.Reminder",
        keep="reminders",
        months=None,
        then="keep",
        why="That a reminder was sent, and never twice; names nobody.",
    ),
    Statement(
        model="year.LawStatement",
        keep="law_check",
        months=None,
        then="keep",
        why="Why a duty is not begun and when it is planned, for the yearly survey.",
    ),
    Statement(
        model="year.LeadingBoard",
        keep="law_check",
        months=None,
        then="keep",
        why="Which board leads the work, as the assembly has decided.",
    ),
    Statement(
        model="year.ReportIntroduction",
        keep="with_the_report",
        months=None,
        then="keep",
        why="The words that the report to the assembly begins with.",
    ),
    Statement(
        model="year.AssemblyReport",
        keep="always",
        months=None,
        then="keep",
        why="What the assembly was told is kept and archived, never overwritten.",
    ),
)
