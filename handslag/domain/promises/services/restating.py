"""Promises that were decided elsewhere are entered as they were published."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.domain.promises.models import Document, PromiseSet
from handslag.domain.promises.queries import content
from handslag.domain.promises.rules.states import NotAllowedError, State
from handslag.domain.promises.rules.words import DocumentKind, Origin
from handslag.domain.promises.services.freezing import freeze
from handslag.domain.promises.services.locking import locked_draft
from handslag.domain.promises.services.publishing import publish


@transaction.atomic
def publish_restated(
    actor: Actor,
    set_: PromiseSet,
    *,
    url: str,
    publisher: str,
    retrieved_on: date,
    now: datetime,
) -> None:
    """Publish an older set, decided on paper, with the page or document it restates.

    Nobody approves it here: the parties did, then. The page says so, and what
    became of the promises is unknown until somebody tells.
    """
    require(actor, Act.WRITE_PROMISE, in_any_of=frozenset({set_.home_id}))
    row = locked_draft(set_)
    if row.version_id is not None:
        raise NotAllowedError("already_published")
    document = Document.objects.create(
        set=row,
        kind=DocumentKind.PROMISE,
        leading=True,
        url=url,
        publisher=publisher,
        retrieved_on=retrieved_on,
    )
    row.promises.update(document=document)
    row.origin = Origin.RESTATED
    row.state = State.SETTLED
    row.save(update_fields=["origin", "state"])
    version = freeze(actor, row, content(row), now=now)
    publish(actor, row, version, now=now)
    record(actor, "promises.restated", row)
