"""How long series and indicators are kept."""

from handslag.core.retention.rules import Statement

_OFFICIAL = "Public figures of whole areas, without persons; old years are compared with."
_FOLLOWED = "Says what was to be reached and by when; without it nobody can follow it up."


def _for_ever(model: str, keep: str, why: str) -> Statement:
    return Statement(model=f"series.{model}", keep=keep, months=None, then="keep", why=why)


RETENTION = (
    _for_ever("Area", "series", _OFFICIAL),
    _for_ever("Series", "series", _OFFICIAL),
    _for_ever("Break", "series", _OFFICIAL),
    _for_ever("Value", "series", _OFFICIAL),
    _for_ever("OldValue", "series", "Shows what a figure was when it was cited."),
    _for_ever("PeerWeight", "series", "Says what a comparison was weighed with."),
    Statement(
        model="series.SentFile",
        keep="series",
        months=None,
        then="keep",
        why="Says which file figures came from. What it held goes when it is read in;"
        " a file that nobody reads in goes after a day.",
    ),
    _for_ever("Indicator", "decisions", _FOLLOWED),
    _for_ever("Goal", "decisions", _FOLLOWED),
)
