"""Finding walks, what was seen on them, and what waits for an answer."""

from handslag.domain.walks.queries.findings import (
    findings_of,
    findings_seen_by,
    latest_answer,
    not_asked,
    owners,
    photo_of,
    to_see_again,
    unmarked,
    waiting_for,
)
from handslag.domain.walks.queries.walks import (
    again_of,
    counted,
    finding_by_key,
    homes,
    leads,
    levels_of,
    points_of,
    seen_on,
    stops_of,
    walks_seen_by,
    works_at_home,
)
from handslag.domain.walks.queries.watching import flags_seen_by, watches_seen_by

__all__ = [
    "again_of",
    "counted",
    "finding_by_key",
    "findings_of",
    "findings_seen_by",
    "flags_seen_by",
    "homes",
    "latest_answer",
    "leads",
    "levels_of",
    "not_asked",
    "owners",
    "photo_of",
    "points_of",
    "seen_on",
    "stops_of",
    "to_see_again",
    "unmarked",
    "waiting_for",
    "walks_seen_by",
    "watches_seen_by",
    "works_at_home",
]
