"""Find what the person may see of walks. What they may not see is not there."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from handslag.core.access import Act, require
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks import queries
from handslag.domain.walks.models import Finding, FindingPhoto, Stop, Walk
from handslag.web.requests import WorkRequest


def the_walk(request: WorkRequest, key: UUID, *, to_lead: bool = False) -> Walk:
    """A walk of one's municipality, or one that asks one's organisation something.

    `to_lead`: and plans and leads it."""
    walk = get_object_or_404(queries.walks_seen_by(request.actor), public_id=key)
    if to_lead:
        home = frozenset({walk.occasion.home_id})
        require(request.actor, Act.LISTEN, in_any_of=home)
    return walk


def the_whole_walk(request: WorkRequest, key: UUID) -> Walk:
    """A walk of one's own municipality, of which one sees everything."""
    walk = the_walk(request, key)
    if not queries.works_at_home(request.actor, walk):
        raise Http404
    return walk


def the_stop(request: WorkRequest, key: UUID, stop: UUID) -> Stop:
    """A stop of a walk that the person leads."""
    walk = the_walk(request, key, to_lead=True)
    found = get_object_or_404(walk.stops.all(), public_id=stop)
    found.walk = walk
    return found


def the_finding(
    request: WorkRequest, key: UUID, finding: UUID, *, to_lead: bool = True
) -> Finding:
    """A finding of a walk that the person leads, or one that they are asked about."""
    walk = the_walk(request, key, to_lead=to_lead)
    rows = queries.findings_seen_by(request.actor, walk)
    found = get_object_or_404(rows, public_id=finding)
    found.walk = walk
    return found


def the_photo(request: WorkRequest, key: UUID, photo: UUID) -> FindingPhoto:
    """A photo of a finding that the person sees; unmarked: of a walk that they lead."""
    walk = the_walk(request, key)
    found = queries.photo_of(photo)
    if found is None or found.finding.walk_id != walk.pk:
        raise Http404
    if not queries.leads(request.actor, walk):
        rows = queries.findings_seen_by(request.actor, walk)
        if found.file_id is None or not rows.filter(pk=found.finding_id).exists():
            raise Http404
    return found


def ground_of(home: Organisation) -> str:
    """The address of what lies under the map of the municipality, if it has one."""
    slug = home.slugs.filter(current=True).first()
    return reverse("public:map-ground", args=[slug.slug]) if slug else ""
