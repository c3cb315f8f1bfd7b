"""Writing down who read reports that are not public (F9.3)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.domain.incidents.models import Reading
from handslag.domain.organisations.models import Organisation

LIST, ONE, MAP, EXPORT, BOARD, QUEUE = "list", "one", "map", "export", "board", "queue"
FEEDBACK = "feedback"


class Shown(Protocol):
    """What is needed of an incident that was shown."""

    @property
    def pk(self) -> int: ...

    @property
    def within_id(self) -> int: ...


def log_reading(actor: Actor, how: str, incidents: Iterable[Shown], now: datetime) -> None:
    """One row for a page and, of each municipality on it, what was shown.

    `how`: list, one, map, board, queue or feedback. Nothing shown: nothing written.
    """
    by_home: dict[int, list[int]] = defaultdict(list)
    for one in incidents:
        by_home[one.within_id].append(one.pk)
    # Not in bulk: that would open a transaction for what is nearly always one row.
    for home, shown in by_home.items():
        Reading.objects.create(
            at=now,
            person_id=actor.person_id,
            within_id=home,
            how=how,
            shown=shown,
            n=len(shown),
        )


@transaction.atomic
def log_export(actor: Actor, numbers: Mapping[Organisation, int], now: datetime) -> None:
    """Before a file is sent: whose reports it holds and how many, in both logs."""
    require(actor, Act.SEE_REPORTS, in_any_of=actor.organisation_ids)
    Reading.objects.bulk_create(
        Reading(at=now, person_id=actor.person_id, within=home, how=EXPORT, n=n)
        for home, n in numbers.items()
    )
    for home, n in numbers.items():
        record(actor, "incidents.exported", home, incidents=n)
