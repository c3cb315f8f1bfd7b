"""What an event holds, what of it can change, and how long it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from handslag.core.retention.rules import Statement

MONTHS_KEPT = 24
# They are told again of each time; what is missing for longer than this was taken away.
MISSING = timedelta(days=1)

RETENTION = (
    Statement(
        model="police_events.PoliceEvent",
        keep="context",
        months=MONTHS_KEPT,
        then="delete",
        why="News of the police as context; two years show what a season is like.",
    ),
    Statement(
        model="police_events.Change",
        keep="context",
        months=MONTHS_KEPT,
        then="delete",
        why="Goes with its event. Says that and when something changed, never what it was.",
    ),
)


class What(StrEnum):
    """What of an event changed."""

    KIND = "kind"
    PLACE = "place"
    TIME = "time"
    TEXT = "text"


# Which columns are each of them.
COLUMNS: Mapping[What, tuple[str, ...]] = {
    What.KIND: ("kind", "is_summary"),
    What.PLACE: ("place", "stated", "municipality_id"),
    What.TIME: ("occurred_at", "published_at"),
    What.TEXT: ("text_mark",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events a page shows: of one type, of one month (YYYY-MM), or all."""

    kind: str = ""
    month: str = ""
