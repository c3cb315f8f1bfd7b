"""Find the survey. It is there for those who listen in its municipality: else 404."""

from functools import lru_cache
from uuid import UUID

from django.http import Http404

from handslag.domain.surveys import queries
from handslag.domain.surveys.figures import Figures, read_figures
from handslag.domain.surveys.models import Survey
from handslag.web.requests import WorkRequest

# The same bytes until it is counted anew: to read forty questions in twenty areas is a
# tenth of what the page costs.
_figures = lru_cache(maxsize=4)(read_figures)


def the_survey(request: WorkRequest, key: UUID) -> Survey:
    """A survey that the person works with."""
    found = queries.survey_for(request.actor, key)
    if found is None:
        raise Http404
    return found


def figures_of(survey: Survey) -> Figures | None:
    """What has been counted of it, if anything."""
    count = queries.count_of(survey)
    return _figures(bytes(count.figures)) if count else None
