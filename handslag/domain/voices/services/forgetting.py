"""The words of those who spoke, and the addresses they left, go in time.

Each of these runs by itself every day, and may run twice. The numbers stay: how many
spoke, of which themes and which places.
"""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.voices.models import LeftAddress, Voice
from handslag.domain.voices.queries import addresses_to_forget, voices_to_forget
from handslag.domain.voices.rules import VoiceState

AT_ONCE = 2000  # voices in one go, so that nobody waits for it


@transaction.atomic
def forget_addresses(actor: Actor, *, now: datetime) -> int:
    """An address goes three months after its letter, or after the occasion was closed."""
    require_system(actor)
    rows = addresses_to_forget(stockholm_day(now))
    numbers = _by_home(rows)
    rows.delete()
    _write(actor, "voices.addresses_forgotten", numbers)
    return sum(numbers.values())


@transaction.atomic
def forget_words(actor: Actor, *, now: datetime) -> int:
    """What was said goes two years after the occasion, quotes and all; its themes and
    its place stay, as numbers. So many at once; ask again for more."""
    require_system(actor)
    due = voices_to_forget(stockholm_day(now)).order_by("pk")
    rows = Voice.objects.filter(pk__in=list(due.values_list("pk", flat=True)[:AT_ONCE]))
    numbers = _by_home(rows)
    rows.update(
        text="",
        found=[],
        state=VoiceState.REMOVED,
        is_quote=False,
        is_coded=True,
        revision=F("revision") + 1,
    )
    _write(actor, "voices.words_forgotten", numbers)
    bump_public(*Organisation.objects.filter(pk__in=numbers))
    return sum(numbers.values())


def _by_home(rows: QuerySet[Voice] | QuerySet[LeftAddress]) -> Counter[int]:
    """How many there are of each municipality."""
    return Counter(rows.values_list("occasion__home", flat=True))


def _write(actor: Actor, action: str, numbers: Counter[int]) -> None:
    """One line of the log for each municipality: how many, and nothing of them."""
    for home in Organisation.objects.filter(pk__in=numbers):
        record(actor, action, home, on_behalf=home.pk, n=numbers[home.pk])
