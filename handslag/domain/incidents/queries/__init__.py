from handslag.domain.incidents.queries.desks import (
    asked_into,
    can_be_asked,
    categories_of,
    desk_of,
    every_category,
    group_for,
    groups_of,
    invitations_to,
    keys_of,
    members_of_group,
    owners_for,
    routes_of,
    run_by,
    uses_of,
    way_for,
)
from handslag.domain.incidents.queries.lists import choices, glance, narrowed, page_of
from handslag.domain.incidents.queries.machines import key_shown
from handslag.domain.incidents.queries.one import (
    conversation_of,
    merged_into,
    of_the_same_report,
    photos_of,
    seers_of,
    steps_of,
)
from handslag.domain.incidents.queries.owners import may_own
from handslag.domain.incidents.queries.queue import (
    held_in,
    one_held,
    photos_waiting_in,
    readings_in,
    unread_in,
)
from handslag.domain.incidents.queries.reports import (
    report_by_code,
    report_by_key,
    visible_to,
)
from handslag.domain.incidents.queries.sight import sight_of
from handslag.domain.incidents.queries.suggestions import happened_here
from handslag.domain.incidents.queries.taken_out import made_up_in, numbers_of, taken_out
from handslag.domain.incidents.queries.waiting import waits_for

__all__ = [
    "asked_into",
    "can_be_asked",
    "categories_of",
    "choices",
    "conversation_of",
    "desk_of",
    "every_category",
    "glance",
    "group_for",
    "groups_of",
    "happened_here",
    "held_in",
    "invitations_to",
    "key_shown",
    "keys_of",
    "made_up_in",
    "may_own",
    "members_of_group",
    "merged_into",
    "narrowed",
    "numbers_of",
    "of_the_same_report",
    "one_held",
    "owners_for",
    "page_of",
    "photos_of",
    "photos_waiting_in",
    "readings_in",
    "report_by_code",
    "report_by_key",
    "routes_of",
    "run_by",
    "seers_of",
    "sight_of",
    "steps_of",
    "taken_out",
    "unread_in",
    "uses_of",
    "visible_to",
    "waits_for",
    "way_for",
]
