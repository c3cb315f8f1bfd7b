"""Someone says that a summary of a public page is wrong, or should go."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Actor
from handslag.domain.promises.queries import set_at
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.services.taking_over import request_correction


@transaction.atomic
def object_to(
    actor: Actor,
    *,
    municipality: str,
    period: str,
    text: str,
    contact: str,
    now: datetime,
) -> None:
    """As `request_correction`, for a public page: it knows an address, and no set."""
    set_ = set_at(municipality, period)
    if set_ is None or not set_.is_published:
        raise NotAllowedError("not_published")
    request_correction(actor, set_, text=text, contact=contact, now=now)
