"""How long what belongs to a dialogue is kept."""

from handslag.core.retention.rules import Statement

_KEPT = "That people were asked, when, where, how many came; never who."

RETENTION = (
    *(
        Statement(
            model=f"dialogues.{name}", keep="occasions", months=None, then="keep", why=why
        )
        for name, why in (
            ("Dialogue", _KEPT),
            ("Meeting", _KEPT),
            ("ProfileCount", "Counts of groups; nothing about any person."),
            ("CameFrom", "Organisations and roles with a count; nothing about any person."),
            ("NoteSheet", "A key, so that notes sent twice are written once."),
            ("Release", "What everyone could read, from one moment on."),
            ("Withdrawal", "That it could not be read any longer, since when and why."),
        )
    ),
    Statement(
        model="dialogues.NotesDraft",
        keep="note_drafts",
        months=1,
        then="delete",
        why="So that nothing typed at a meeting is lost. Goes when the lines are saved.",
    ),
    Statement(
        model="dialogues.SignUp",
        keep="sign_ups",
        months=1,
        then="delete",
        why="Needed to keep a place and to remind. Deleted seven days after the meeting.",
    ),
)
