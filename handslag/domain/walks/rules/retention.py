"""How long what was seen on a walk is kept."""

from handslag.core.retention.rules import Statement

_KEPT = "Says what was seen at a place, who answered for it and what became of it."
_COUNTS = "Counts of places and roles; nothing about any person or household."

RETENTION = (
    Statement(model="walks.Walk", keep="occasions", months=None, then="keep", why=_KEPT),
    Statement(
        model="walks.TookPart", keep="occasions", months=None, then="keep", why=_COUNTS
    ),
    Statement(model="walks.Stop", keep="occasions", months=None, then="keep", why=_KEPT),
    Statement(model="walks.Sheet", keep="occasions", months=None, then="keep", why=_KEPT),
    Statement(
        model="walks.Judgement", keep="occasions", months=None, then="keep", why=_KEPT
    ),
    Statement(model="walks.Finding", keep="occasions", months=None, then="keep", why=_KEPT),
    Statement(
        model="walks.FindingPhoto",
        keep="occasions",
        months=None,
        then="keep",
        why="Shows the place, with persons and plates painted over. One in which nothing"
        " has been marked is deleted after 14 days.",
    ),
    Statement(
        model="walks.FindingAnswer", keep="decisions", months=None, then="keep", why=_KEPT
    ),
    Statement(model="walks.Revisit", keep="occasions", months=None, then="keep", why=_KEPT),
    Statement(model="walks.Flag", keep="occasions", months=None, then="keep", why=_COUNTS),
    Statement(
        model="walks.FlagCell", keep="occasions", months=None, then="keep", why=_COUNTS
    ),
    Statement(
        model="walks.WatchCount", keep="occasions", months=None, then="keep", why=_COUNTS
    ),
)
