"""How long what people said is kept."""

from handslag.core.retention.rules import Statement

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
        months=24,
        then="delete",
        why="What was said is summed up by theme and place; the words are not needed then.",
    ),
    Statement(
        model="voices.VoiceTheme",
        keep="voices",
        months=24,
        then="delete",
        why="Goes with the voice it is about.",
    ),
    Statement(
        model="voices.LeftAddress",
        keep="left_addresses",
        months=3,
        then="delete",
        why="Needed to tell those who asked to hear what became of it.",
    ),
)
