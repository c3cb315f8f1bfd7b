"""Finding surveys for those who work with them."""

from handslag.domain.surveys.queries.surveys import (
    draft_of,
    locked,
    survey_for,
    surveys_seen_by,
)

__all__ = ["draft_of", "locked", "survey_for", "surveys_seen_by"]
