"""A summary of a public page: its municipality takes it over, anyone may object to it."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises import notices
from handslag.domain.promises.models import CorrectionRequest, PromiseSet
from handslag.domain.promises.rules import corrections
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Origin
from handslag.domain.promises.services.indexing import index_sets
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import touched


@transaction.atomic
def take_over(actor: Actor, set_: PromiseSet, *, now: datetime) -> None:
    """The municipality answers for an imported set from now on.

    It can be found by search engines and changed by amendment; a new import does
    not write over it. That it was imported stays said.
    """
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=frozenset({set_.home_id}))
    row = locked(set_)
    if row.origin != Origin.IMPORTED:
        raise NotAllowedError("not_imported")
    if row.taken_over_at is not None:
        raise NotAllowedError("already_taken_over")
    if row.version is None:
        raise NotAllowedError("not_published")
    row.taken_over_at = now
    row.save(update_fields=["taken_over_at"])
    index_sets([row], today=stockholm_day(now))
    bump_public(*touched(row))
    record(actor, "promises.taken_over", row, on_behalf=row.home_id)


@transaction.atomic
def request_correction(
    actor: Actor, set_: PromiseSet, *, text: str, contact: str, now: datetime
) -> CorrectionRequest:
    """Anyone says what is wrong in a summary, or that it should go. Its home is told."""
    corrections.may_be_asked(Origin(set_.origin), is_public=set_.is_published)
    corrections.check(text, contact)
    request = CorrectionRequest.objects.create(
        set=set_, text=text.strip(), contact=contact.strip(), made_at=now
    )
    notices.correction_requested(request)
    record(actor, "promises.correction_requested", request)
    return request


@transaction.atomic
def settle_correction(actor: Actor, request: CorrectionRequest, *, now: datetime) -> None:
    """The request has been dealt with; it is deleted when its time is out."""
    require(actor, Act.WRITE_PROMISE, in_any_of=frozenset({request.set.home_id}))
    row = CorrectionRequest.objects.select_for_update().get(pk=request.pk)
    if row.settled_at is not None:
        raise NotAllowedError("already_settled")
    row.settled_at = now
    row.save(update_fields=["settled_at"])
    record(actor, "promises.correction_settled", row)
