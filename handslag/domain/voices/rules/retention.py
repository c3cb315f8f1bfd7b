"""How long what people said is kept."""

from handslag.core.retention.rules import Statement

ADDRESS_MONTHS = 3
VOICE_MONTHS = 24

RETENTION = (
    Statement(
        model="voices.Occasion",
        keep="occasions",
        months=None,
        then="keep",
        why="That people were heard, when, how many, and what they were told.",
    ),
    Statement(
        model="voices.OccasionFinding",
        keep="occasions",
        months=None,
        then="keep",
        why="The chain from voice to promise must hold.",
    ),
    Statement(
        model="voices.Told",
        keep="occasions",
        months=None,
        then="keep",
        why="What those who spoke were told is the end of the chain.",
    ),
    Statement(
        model="voices.Voice",
        keep="voices",
        months=VOICE_MONTHS,
        then="anonymise",
        why="The words go; that somebody spoke of a theme and a place stays, as a number.",
    ),
    Statement(
        model="voices.VoiceTheme",
        keep="occasions",
        months=None,
        then="keep",
        why="How many spoke of what, without a word of what they said.",
    ),
    Statement(
        model="voices.LeftAddress",
        keep="left_addresses",
        months=ADDRESS_MONTHS,
        then="delete",
        why="Needed to tell those who asked to hear what became of it.",
    ),
)
