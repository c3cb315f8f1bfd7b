"""The route: stops in their order."""

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.walks.models import Stop, Walk
from handslag.domain.walks.rules import Stage, StopDraft
from handslag.domain.walks.rules.drafts import MOST_STOPS, check_stop
from handslag.domain.walks.services.steps import locked, may_lead, refuse_certain


@transaction.atomic
def add_stop(actor: Actor, walk: Walk, draft: StopDraft) -> Stop:
    """One more stop, last on the route."""
    may_lead(actor, walk)
    walk = locked(walk)
    _check(draft)
    there = list(walk.stops.values_list("position", flat=True))
    if len(there) >= MOST_STOPS:
        raise NotAllowedError("walks.too_many_stops", most=MOST_STOPS)
    stop = Stop(walk=walk, position=max(there, default=0) + 1)
    _write(stop, draft)
    record(actor, "walks.stop_added", stop, on_behalf=walk.occasion.home_id)
    return stop


@transaction.atomic
def save_stop(actor: Actor, stop: Stop, draft: StopDraft, *, revision: int) -> Stop:
    """Change its words, or where it is."""
    may_lead(actor, stop.walk)
    stop = _locked(stop)
    same_revision(revision, stop.revision)
    _check(draft)
    stop.revision += 1
    _write(stop, draft)
    record(actor, "walks.stop_changed", stop, on_behalf=stop.walk.occasion.home_id)
    return stop


@transaction.atomic
def move_stop(actor: Actor, stop: Stop, *, up: bool) -> None:
    """One step earlier or later on the route."""
    may_lead(actor, stop.walk)
    walk = locked(stop.walk, until=Stage.WALKED)
    route = list(walk.stops.order_by("position", "pk"))
    at = next(i for i, one in enumerate(route) if one.pk == stop.pk)
    other = at - 1 if up else at + 1
    if not 0 <= other < len(route):
        return
    route[at], route[other] = route[other], route[at]
    for position, one in enumerate(route, 1):
        one.position = position
    Stop.objects.bulk_update(route, ["position"])
    record(actor, "walks.stop_moved", stop, on_behalf=walk.occasion.home_id, up=up)


@transaction.atomic
def remove_stop(actor: Actor, stop: Stop) -> None:
    """Take it off the route, unless something has been said of it."""
    may_lead(actor, stop.walk)
    stop = _locked(stop)
    if stop.findings.exists() or stop.sheets.exists() or stop.again.exists():
        raise NotAllowedError("walks.stop_is_used")
    record(actor, "walks.stop_removed", stop, on_behalf=stop.walk.occasion.home_id)
    stop.delete()


def _locked(stop: Stop) -> Stop:
    walk = locked(stop.walk)
    row = Stop.objects.get(pk=stop.pk)
    row.walk = walk
    return row


def _check(draft: StopDraft) -> None:
    check_stop(draft)
    refuse_certain(draft.name, draft.look)


def _write(stop: Stop, draft: StopDraft) -> None:
    stop.name, stop.look = draft.name.strip(), draft.look.strip()
    stop.lon, stop.lat = draft.lon, draft.lat
    stop.save()
