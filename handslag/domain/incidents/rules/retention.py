"""How long each thing is kept: the shorter, the nearer it is to a person."""

from handslag.core.retention.rules import Statement

KEPT_MONTHS = 24
CONTACT_MONTHS = 1
PERSON_MONTHS = 3  # the letters of three months tell the reporter what became of it
_FIGURES = (
    "The figures of the situational picture are drawn from it; then it is not needed."
)

RETENTION = (
    Statement(
        model="incidents.Report",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why=_FIGURES,
    ),
    Statement(
        model="incidents.Incident",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why=_FIGURES,
    ),
    Statement(
        model="incidents.Contact",
        keep="contact_of_a_resident",
        months=CONTACT_MONTHS,
        then="delete",
        why="Needed until the resident has been told what happened.",
    ),
    Statement(
        model="incidents.Held",
        keep="held_words",
        months=0,
        then="delete",
        why="May name a person. Gone when decided on, at the latest after 14 days.",
    ),
    Statement(
        model="incidents.Photo",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why="Shows the place that the report is about, and goes with it.",
    ),
    Statement(
        model="incidents.Step",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why="Says what was done with the report, and goes with it.",
    ),
    Statement(
        model="incidents.Message",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why="Questions and answers about the report, which go with it.",
    ),
    Statement(
        model="incidents.MeToo",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why="Says only that one more thought the same on a day; goes with the report.",
    ),
    Statement(
        model="incidents.Count",
        keep="figures_of_reports",
        months=None,
        then="keep",
        why="How many, where and when, without words or persons; comparisons rest on it.",
    ),
    Statement(
        model="incidents.Tally",
        keep="figures_of_reports",
        months=None,
        then="keep",
        why="How many stand in each phase; counts what is there.",
    ),
    Statement(
        model="incidents.Release",
        keep="figures_of_reports",
        months=None,
        then="keep",
        why="What was published stays as it was: a change would tell what was changed.",
    ),
    Statement(
        model="incidents.ReleasedSquare",
        keep="figures_of_reports",
        months=None,
        then="keep",
        why="What was published stays as it was: a change would tell what was changed.",
    ),
    Statement(
        model="incidents.Drawn",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why="Keeps a report from being counted twice, and goes with it.",
    ),
    Statement(
        model="incidents.Desk",
        keep="structure",
        months=None,
        then="keep",
        why="Says on which terms the municipality receives reports.",
    ),
    Statement(
        model="incidents.Category",
        keep="structure",
        months=None,
        then="keep",
        why="The words that reports are sorted by; old reports still need ended ones.",
    ),
    Statement(
        model="incidents.Route",
        keep="structure",
        months=None,
        then="keep",
        why="Says whose task a report becomes.",
    ),
    Statement(
        model="incidents.Group",
        keep="structure",
        months=None,
        then="keep",
        why="Says who shares what they see, and since when.",
    ),
    Statement(
        model="incidents.GroupMember",
        keep="structure",
        months=None,
        then="keep",
        why="Says who could read what was shared, and when.",
    ),
    Statement(
        model="incidents.Reading",
        keep="log_of_readings",
        months=KEPT_MONTHS,
        then="delete",
        why="Shows who has read reports that are not public.",
    ),
    Statement(
        model="incidents.Training",
        keep="with_the_account",
        months=0,
        then="delete",
        why="Says that a reporter knows what must not be written; goes with the account.",
    ),
    Statement(
        model="incidents.Batch",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why="Lets a file that was read in by mistake be taken back.",
    ),
    Statement(
        model="incidents.BatchRow",
        keep="rows_of_a_file",
        months=0,
        then="delete",
        why="Rows of an uploaded file: gone when read in, at the latest after 14 days.",
    ),
    Statement(
        model="incidents.GroupInvitation",
        keep="invitations_to_a_group",
        months=0,
        then="delete",
        why="Asks a municipality to come into a group; goes when it has answered.",
    ),
    Statement(
        model="incidents.MachineKey",
        keep="structure",
        months=None,
        then="keep",
        why="Says which system could hand in reports, and until when; never the key.",
    ),
    Statement(
        model="incidents.LedShare",
        keep="figures_of_reports",
        months=None,
        then="keep",
        why="What was published stays as it was: a change would tell what was changed.",
    ),
    Statement(
        model="incidents.MonthTold",
        keep="reports",
        months=KEPT_MONTHS,
        then="delete",
        why="Keeps the letter of a month from being sent twice.",
    ),
    Statement(
        model="incidents.LetterDeclined",
        keep="with_the_account",
        months=0,
        then="delete",
        why="Says that a reporter wants no monthly letter; goes with the account.",
    ),
    Statement(
        model="incidents.TaskTold",
        keep="structure",
        months=None,
        then="keep",
        why="A time for each organisation, so that no task is told of twice.",
    ),
)
