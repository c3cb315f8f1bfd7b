"""Reports that another system hands in, each under a number of its own."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from handslag.core.access import Actor, ForbiddenError
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import MachineKey
from handslag.domain.incidents.rules import Channel, ReportDraft
from handslag.domain.incidents.services.receiving import receive


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What the other system is told: a number to ask by, a receipt, whether it is new."""

    number: UUID
    receipt: str
    is_new: bool


def take_from_machine(
    actor: Actor, key: UUID, draft: ReportDraft, *, own_number: str, now: datetime
) -> HandedIn:
    """Take in a report of another system. The same number of its own gives the same
    answer, however often it is sent."""
    if actor.kind != "machine" or actor.key != str(key):
        raise ForbiddenError("Only the system that has shown this key.")
    held = MachineKey.objects.select_related("within")
    found = held.filter(public_id=key, ended_at__isnull=True).first()
    if found is None:
        raise NotAllowedError("incidents.key_has_ended")
    if own_number:
        draft = replace(draft, key=uuid5(found.public_id, own_number))
    draft = replace(draft, source=f"{found.public_id.hex[:8]}:{draft.key.hex}", email="")
    got = receive(actor, found.within, draft, channel=Channel.OPEN311, now=now)
    incident = got.report.incidents.order_by("pk")[0]
    return HandedIn(incident.public_id, got.code, got.is_new)
