"""How long what a group decides is kept."""

from handslag.core.retention.rules import Statement

_DECIDED = "What an organisation was asked to do, by when, and what became of it."

RETENTION = (
    Statement(
        model="weeks.Meeting",
        keep="decisions",
        months=None,
        then="keep",
        why="Says when the group met, which organisations were there and what it decided.",
    ),
    Statement(
        model="weeks.Attendance",
        keep="decisions",
        months=None,
        then="keep",
        why="Says which organisations took part in a decision; never a person.",
    ),
    Statement(
        model="weeks.Priority", keep="decisions", months=None, then="keep", why=_DECIDED
    ),
    Statement(
        model="weeks.Target", keep="decisions", months=None, then="keep", why=_DECIDED
    ),
    Statement(
        model="weeks.Decision", keep="decisions", months=None, then="keep", why=_DECIDED
    ),
    Statement(
        model="weeks.EstPicture",
        keep="decisions",
        months=None,
        then="keep",
        why="What was known of a span: numbers without words of any report, or persons.",
    ),
    Statement(
        model="weeks.EstPassage",
        keep="decisions",
        months=None,
        then="keep",
        why="What the group wrote of places and causes; refused when it names a person.",
    ),
)
