"""The secret address of one's own calendar."""

import secrets
from datetime import datetime

from django.db import transaction

from handslag.core.access import Actor, ForbiddenError
from handslag.core.audit.services import record
from handslag.domain.year.models import CalendarFeed
from handslag.domain.year.queries import token_hash


@transaction.atomic
def make_feed(actor: Actor, *, now: datetime) -> str:
    """A new address; the one before ends. Answers with the secret part, kept nowhere."""
    if actor.person_id is None:
        raise ForbiddenError("A calendar belongs to a person.")
    token = secrets.token_urlsafe(32)
    feed, _made = CalendarFeed.objects.update_or_create(
        person_id=actor.person_id,
        defaults={"token_hash": token_hash(token), "made_at": now},
    )
    record(actor, "year.feed_made", feed)
    return token


@transaction.atomic
def end_feed(actor: Actor) -> None:
    """The address answers nothing any more."""
    if actor.person_id is None:
        raise ForbiddenError("A calendar belongs to a person.")
    feed = CalendarFeed.objects.filter(person=actor.person_id).first()
    if feed is not None:
        record(actor, "year.feed_ended", feed)
        feed.delete()
