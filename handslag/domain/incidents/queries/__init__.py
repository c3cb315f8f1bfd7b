from handslag.domain.incidents.queries.desks import categories_of, desk_of, routes_of
from handslag.domain.incidents.queries.lists import (
    choices,
    glance,
    narrowed,
    page_of,
)
from handslag.domain.incidents.queries.reports import (
    report_by_code,
    report_by_key,
    visible_to,
)
from handslag.domain.incidents.queries.sight import sight_of

__all__ = [
    "categories_of",
    "choices",
    "desk_of",
    "glance",
    "narrowed",
    "page_of",
    "report_by_code",
    "report_by_key",
    "routes_of",
    "sight_of",
    "visible_to",
]
