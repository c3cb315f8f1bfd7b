"""Two last votes at the same moment: how many rounds are left waiting (PostgreSQL)."""

import time
from datetime import datetime
from statistics import median

from django.utils.timezone import now as clock  # noqa: TID251 (measures)

from handslag.core.access import Actor
from handslag.core.approvals import services
from handslag.core.approvals.models import Round
from tests.bench._bounds import at_most
from tests.core.approvals.cast import POLICE, TOWN, approver, coordinator, round_of, voter
from tests.together import at_once

DATABASE = "postgresql"
ROUNDS = 200


def measure_two_last_votes() -> dict[str, float | str]:
    """The row lock is what makes it none: without it three of four were stuck."""
    writer, town, police = coordinator(), approver(TOWN), approver(POLICE)
    took = []
    for _ in range(ROUNDS):
        round_ = round_of(writer)
        began = time.perf_counter()
        at_once(
            lambda: _answer(town, TOWN, round_, clock()),  # noqa: B023
            lambda: _answer(police, POLICE, round_, clock()),  # noqa: B023
        )
        took.append(time.perf_counter() - began)
    stuck = Round.objects.exclude(outcome="approved").count()
    return {
        "rounds stuck of 200": at_most(0, stuck),
        "two votes at once, ms": median(took) * 1000,
    }


def _answer(actor: Actor, party: int, round_: Round, now: datetime) -> object:
    return services.cast(
        actor,
        round_,
        party=party,
        agrees=True,
        reason="",
        voter=voter(actor),
        fingerprint=round_.version.fingerprint,
        now=now,
    )
