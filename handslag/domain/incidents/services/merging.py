"""Putting together two reports of the same thing, and taking them apart again."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Deed
from handslag.domain.incidents.rules.handling import Joined, check_merging
from handslag.domain.incidents.services.counting import count
from handslag.domain.incidents.services.stepping import take_step, to_receive


@transaction.atomic
def merge(
    actor: Actor, incident: Incident, *, into: Incident, revision: int, now: datetime
) -> Incident:
    """The same thing was reported twice: this one leads to the other, which is counted
    and dealt with alone. Whoever reported either hears what becomes of it."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_receive(incident))
    row, other = _both(incident.pk, into.pk)
    same_revision(revision, row.revision)
    check_merging(_joined(row), _joined(other))
    row.merged_into = other
    take_step(actor, row, Deed.MERGED, before=row.phase, now=now, is_told=False)
    take_step(actor, other, Deed.MERGED, before=other.phase, now=now, is_told=False)
    count([row], by=-1)
    record(actor, "incidents.merged", row, on_behalf=row.within_id, into=other.public_id)
    return row


@transaction.atomic
def separate(actor: Actor, incident: Incident, *, revision: int, now: datetime) -> Incident:
    """It was not the same thing: it stands for itself again, as it did before."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_receive(incident))
    if incident.merged_into_id is None:
        raise NotAllowedError("incidents.is_not_merged")
    row, other = _both(incident.pk, incident.merged_into_id)
    same_revision(revision, row.revision)
    row.merged_into = None
    take_step(actor, row, Deed.SEPARATED, before=row.phase, now=now, is_told=False)
    take_step(actor, other, Deed.SEPARATED, before=other.phase, now=now, is_told=False)
    count([row], by=1)
    record(
        actor, "incidents.separated", row, on_behalf=row.within_id, other=other.public_id
    )
    return row


def _both(one: int, other: int) -> tuple[Incident, Incident]:
    """Both rows, locked in one order everywhere: two who merge crosswise wait."""
    rows = Incident.objects.select_for_update().filter(pk__in=(one, other)).order_by("pk")
    found = {row.pk: row for row in rows}
    if one == other:
        raise NotAllowedError("incidents.is_the_same")
    return found[one], found[other]


def _joined(incident: Incident) -> Joined:
    return Joined(
        pk=incident.pk,
        within=incident.within_id,
        is_merged=incident.merged_into_id is not None,
        has_others=incident.merged.exists(),
    )
