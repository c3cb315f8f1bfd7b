"""What waits for one person about agreements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handslag.core.access import Act, Actor
from handslag.core.approvals import queries as approvals
from handslag.core.deadlines import Deadline, months_after
from handslag.domain.agreements.models import Agreement, AgreementFollowUp
from handslag.domain.agreements.queries.agreements import in_hands_of
from handslag.domain.agreements.queries.dues import deadlines_of
from handslag.domain.agreements.queries.standing import with_days
from handslag.domain.agreements.rules.words import State

AHEAD_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, in the order it should be done."""

    approvals: Sequence[tuple[Agreement, str]]
    dues: Sequence[tuple[Agreement, Deadline]]
    unpublished: Sequence[AgreementFollowUp]
    drafts: Sequence[Agreement]
    asked: Sequence[Agreement]


def waiting_for(actor: Actor, *, today: date) -> Waiting:
    """All that waits for this person today."""
    writes = in_hands_of(actor, Act.WRITE_AGREEMENT).values("pk")
    mine = Agreement.objects.filter(pk__in=writes).order_by("-made_at", "-pk")
    unsettled = list(mine.filter(state__in=[State.DRAFT, State.IN_APPROVAL]))
    told = AgreementFollowUp.objects.filter(
        agreement__in=in_hands_of(actor, Act.FOLLOW_UP).values("pk"), published_at=None
    )
    return Waiting(
        approvals=approvals.waiting_among(Agreement.objects.all(), actor),
        dues=_dues(actor, today),
        unpublished=list(told.select_related("agreement")),
        drafts=[one for one in unsettled if one.state == State.DRAFT],
        asked=[one for one in unsettled if one.state == State.IN_APPROVAL],
    )


def _dues(actor: Actor, today: date) -> list[tuple[Agreement, Deadline]]:
    """What is late, or must be done within half a year; only at home."""
    own = actor.where(Act.WRITE_AGREEMENT)
    rows = Agreement.objects.filter(home__in=own, version__isnull=False)
    ahead = months_after(today, AHEAD_MONTHS)
    found = [
        (row, due)
        for row in with_days(rows).prefetch_related("parties")
        for due in deadlines_of(row, today)
        if due.due_on <= ahead
    ]
    return sorted(found, key=lambda one: one[1].due_on)
