"""Keys by which other systems hand in reports: made, shown once, ended."""

from datetime import datetime

from django.db import transaction
from django.utils.crypto import get_random_string

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Desk, MachineKey
from handslag.domain.incidents.queries.machines import hash_of_key
from handslag.domain.incidents.rules.settings import check_name

LENGTH = 40
MOST_KEYS = 20


@transaction.atomic
def make_key(
    actor: Actor, desk: Desk, name: str, *, now: datetime
) -> tuple[MachineKey, str]:
    """A key for another system, and its words: they are never shown again."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({desk.within_id}))
    held = MachineKey.objects.filter(within=desk.within_id, ended_at__isnull=True)
    if held.count() >= MOST_KEYS:
        raise NotAllowedError("incidents.too_many_keys", most=MOST_KEYS)
    words = get_random_string(LENGTH)
    made = MachineKey.objects.create(
        within=desk.within,
        name=check_name(name),
        key_hash=hash_of_key(words),
        made_at=now,
    )
    record(actor, "incidents.key_made", made, on_behalf=desk.within_id)
    return made, words


@transaction.atomic
def end_key(actor: Actor, key: MachineKey, *, now: datetime) -> None:
    """Nothing is taken in by it any more. What came stays."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({key.within_id}))
    MachineKey.objects.filter(pk=key.pk, ended_at__isnull=True).update(ended_at=now)
    record(actor, "incidents.key_ended", key, on_behalf=key.within_id)
