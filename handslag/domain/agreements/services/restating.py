"""An agreement that was signed elsewhere is entered as it was signed."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.states import step
from handslag.domain.agreements.rules.words import Origin, State
from handslag.domain.agreements.services.approving import freeze
from handslag.domain.agreements.services.locking import locked
from handslag.domain.agreements.services.publishing import publish


@transaction.atomic
def publish_restated(
    actor: Actor, agreement: Agreement, *, source: str, read_on: date, now: datetime
) -> None:
    """Publish what the parties have already signed, with where it can be read.

    Nobody approves it here: the parties did, then. The page says so, and shows
    where the text can be read, or the signed original.
    """
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=frozenset({agreement.home_id}))
    row = locked(agreement)
    row.state = step(State(row.state), State.SETTLED)
    if not source.strip() and not row.attachments.filter(is_signed=True).exists():
        raise NotAllowedError("agreement.needs_original")
    row.origin, row.source_stated, row.source_on = Origin.RESTATED, source.strip(), read_on
    row.save(update_fields=["origin", "source_stated", "source_on"])
    publish(actor, row, freeze(actor, row, now), now=now)
    record(actor, "agreements.restated", row)
