"""Find the incidents the person may see; what they may not see is not there: 404."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from handslag.core.access import Act, require
from handslag.domain.incidents import queries
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.sight import Seen, Sight
from handslag.web.requests import WorkRequest


def sight_of(request: WorkRequest) -> Sight:
    """What this person may see; to whoever may see no reports there are none."""
    return queries.sight_of(request.actor, today=request.today)


def sight_of_any(request: WorkRequest) -> Sight:
    """The same for what names no report: whoever may see none at all is refused."""
    require(request.actor, Act.SEE_REPORTS, in_any_of=request.actor.organisation_ids)
    return sight_of(request)


def the_incident(sight: Sight, key: UUID) -> Incident:
    """One incident with all that its page says of it."""
    found = queries.visible_to(sight).select_related(
        "report", "within__desk", "by", "owner", "category", "place", "merged_into"
    )
    return get_object_or_404(found, public_id=key)


def seen(incident: Incident) -> Seen:
    """What sight depends on, of this incident."""
    return Seen(
        within=incident.within_id,
        by=incident.by_id,
        owner=incident.owner_id,
        shared=incident.shared,
        text_state=TextState(incident.text_state),
    )
