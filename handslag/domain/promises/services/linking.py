"""Why promises do not hang in the chain: written once for all of a kind, or for each."""

from collections.abc import Mapping

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises.models import MissingLink, PromiseSet
from handslag.domain.promises.queries import party_ids
from handslag.domain.promises.services.locking import locked_draft


@transaction.atomic
def explain_missing(
    actor: Actor, set_: PromiseSet, reasons: Mapping[tuple[Break, str], str]
) -> None:
    """Write the reasons; an empty one is taken back. They are approved with the words.

    By kind and, for one promise alone, its public id; for all of the kind, nothing.
    """
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked_draft(set_)
    for (kind, key), text in reasons.items():
        promise = row.promises.get(public_id=key) if key else None
        MissingLink.objects.filter(set=row, promise=promise, kind=kind).delete()
        if text.strip():
            MissingLink.objects.create(
                set=row, promise=promise, kind=kind, text=text.strip()
            )
    record(actor, "promises.missing_explained", row, count=len(reasons))
