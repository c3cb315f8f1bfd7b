"""How long the parts of a survey are kept."""

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="surveys.Survey",
        keep="surveys",
        months=None,
        then="keep",
        why="What was asked, of whom and when: the figures mean nothing without it.",
    ),
    Statement(
        model="surveys.Stratum",
        keep="surveys",
        months=None,
        then="keep",
        why="How many were drawn and how many answered in each area.",
    ),
    Statement(
        model="surveys.Invitation",
        keep="invitations",
        months=3,
        then="delete",
        why="Sends letters and reminders, and lets each one answer once; not needed then.",
    ),
    Statement(
        model="surveys.Mailing",
        keep="surveys",
        months=None,
        then="keep",
        why="When the letters went out; holds nothing about anybody.",
    ),
    Statement(
        model="surveys.Batch",
        keep="sealed_answers",
        months=0,
        then="delete",
        why="Holds sealed answers until they are mixed.",
    ),
    Statement(
        model="surveys.Envelope",
        keep="sealed_answers",
        months=0,
        then="delete",
        why="One sealed answer, removed in the moment it is opened.",
    ),
    Statement(
        model="surveys.Block",
        keep="survey_answers",
        months=None,
        then="keep",
        why="Answers as numbers, without who, when or any text, for comparing years.",
    ),
    Statement(
        model="surveys.Margin",
        keep="surveys",
        months=None,
        then="keep",
        why="What the answers were weighed by: without it the figures cannot be checked.",
    ),
    Statement(
        model="surveys.Count",
        keep="survey_answers",
        months=None,
        then="keep",
        why="Finished figures, which the next wave is compared with.",
    ),
    Statement(
        model="surveys.Release",
        keep="surveys",
        months=None,
        then="keep",
        why="What anyone has read, and what was hidden in it: the next must not tell that.",
    ),
    Statement(
        model="surveys.SaidPlace",
        keep="survey_texts",
        months=24,
        then="delete",
        why="Places that were pointed out; summed up by area they are not needed.",
    ),
)
