"""Find what the person may see of a group's weeks. What they may not see is not there."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from handslag.core.access import Act, require
from handslag.domain.incidents.models import Group
from handslag.domain.weeks import queries
from handslag.domain.weeks.models import Decision, Meeting, Priority, Target
from handslag.web.requests import WorkRequest


def the_group(request: WorkRequest, key: UUID, *, to_lead: bool = False) -> Group:
    """A group that one of the person's organisations sits in; `to_lead`: and leads."""
    seen = queries.groups_seen_by(request.actor, today=request.today)
    group = get_object_or_404(seen, public_id=key)
    if to_lead:
        require(request.actor, Act.HANDLE_REPORTS, in_any_of=frozenset({group.lead_id}))
    return group


def the_meeting(
    request: WorkRequest, key: UUID, meeting: UUID, *, to_lead: bool = True
) -> Meeting:
    """A meeting of a group that the person sees; writing is for those who lead it."""
    group = the_group(request, key, to_lead=to_lead)
    found = get_object_or_404(queries.meetings_of(group), public_id=meeting)
    found.group = group
    return found


def the_priority(
    request: WorkRequest, key: UUID, meeting: UUID, priority: UUID
) -> Priority:
    """One problem in the order of a meeting that the person leads."""
    held = the_meeting(request, key, meeting)
    found = get_object_or_404(held.priorities.select_related("place"), public_id=priority)
    found.meeting = held
    return found


def the_target(request: WorkRequest, key: UUID, meeting: UUID, target: UUID) -> Target:
    """One target of a meeting that the person leads."""
    held = the_meeting(request, key, meeting)
    rows = queries.targets_of(held).select_related("organisation", "priority")
    found = get_object_or_404(rows, public_id=target)
    found.priority.meeting = held
    return found


def the_decision(
    request: WorkRequest, key: UUID, meeting: UUID, decision: UUID
) -> Decision:
    """One decision of a meeting that the person leads."""
    held = the_meeting(request, key, meeting)
    found = get_object_or_404(held.decisions.all(), public_id=decision)
    found.meeting = held
    return found


def the_followed(request: WorkRequest, key: UUID, meeting: UUID, target: UUID) -> Target:
    """A target of an earlier meeting, which the one being held follows up."""
    held = the_meeting(request, key, meeting)
    return get_object_or_404(queries.to_follow_up(held), public_id=target)
