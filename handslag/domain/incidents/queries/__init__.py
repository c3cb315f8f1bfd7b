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
from handslag.domain.incidents.queries.reports import (
    report_by_code,
    report_by_key,
    visible_to,
)
from handslag.domain.incidents.queries.sight import sight_of

__all__ = [
    "asked_into",
    "can_be_asked",
    "categories_of",
    "choices",
    "desk_of",
    "every_category",
    "glance",
    "group_for",
    "groups_of",
    "invitations_to",
    "key_shown",
    "keys_of",
    "members_of_group",
    "narrowed",
    "owners_for",
    "page_of",
    "report_by_code",
    "report_by_key",
    "routes_of",
    "run_by",
    "sight_of",
    "uses_of",
    "visible_to",
    "way_for",
]
