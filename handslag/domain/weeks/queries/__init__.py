from handslag.domain.weeks.queries.groups import (
    groups_seen_by,
    led_by,
    members_of,
    municipality_ids,
)
from handslag.domain.weeks.queries.incidents import (
    coming_events,
    counted,
    late_in,
    open_by_owner,
    open_measures,
    places_of,
    shared_in,
)
from handslag.domain.weeks.queries.meetings import (
    Papers,
    held_meetings,
    last_held,
    meetings_of,
    papers_of,
    planned,
    targets_before,
    targets_of,
    to_follow_up,
)

__all__ = [
    "Papers",
    "coming_events",
    "counted",
    "groups_seen_by",
    "held_meetings",
    "last_held",
    "late_in",
    "led_by",
    "meetings_of",
    "members_of",
    "municipality_ids",
    "open_by_owner",
    "open_measures",
    "papers_of",
    "places_of",
    "planned",
    "shared_in",
    "targets_before",
    "targets_of",
    "to_follow_up",
]
