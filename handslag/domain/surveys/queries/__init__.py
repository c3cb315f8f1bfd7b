"""Finding surveys for those who work with them."""

from handslag.domain.surveys.queries.surveys import (
    count_of,
    draft_of,
    locked,
    release_of,
    releases_of,
    sizes_of,
    survey_for,
    surveys_seen_by,
)

__all__ = [
    "count_of",
    "draft_of",
    "locked",
    "release_of",
    "releases_of",
    "sizes_of",
    "survey_for",
    "surveys_seen_by",
]
