"""Dealing with an incident, step by step. Each step is told to the one who reported."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.notices import task_came
from handslag.domain.incidents.queries.owners import may_own
from handslag.domain.incidents.rules import Deed, Outcome
from handslag.domain.incidents.rules.handling import (
    check_closing,
    check_due,
    check_measure,
)
from handslag.domain.incidents.services.stepping import (
    check_words,
    locked,
    move,
    on_behalf,
    take_step,
    to_deal_with,
    to_receive,
)
from handslag.domain.organisations.models import Organisation


@transaction.atomic
def assign(
    actor: Actor,
    incident: Incident,
    *,
    owner: Organisation,
    due: date | None,
    revision: int,
    now: datetime,
) -> Incident:
    """Give it to the one whose task it is, by a day. Their people are told by letter."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_receive(incident))
    row, today = locked(incident, revision), stockholm_day(now)
    check_due(due, today)
    if not may_own(row.within_id, today=today).filter(pk=owner.pk).exists():
        raise NotAllowedError("incidents.cannot_own")
    is_new = row.owner_id != owner.pk
    before = move(row, Deed.ASSIGNED)
    row.owner, row.due = owner, due
    take_step(actor, row, Deed.ASSIGNED, before=before, now=now)
    record(
        actor, "incidents.assigned", row, on_behalf=row.within_id, owner=owner.pk, due=due
    )
    if is_new and not actor.may(Act.HANDLE_REPORTS, owner.pk):
        task_came(owner, row, today=today)
    return row


@transaction.atomic
def begin(
    actor: Actor, incident: Incident, *, words: str = "", revision: int, now: datetime
) -> Incident:
    """Work with it has begun."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_deal_with(incident))
    row, said = locked(incident, revision), check_words(words)
    before = move(row, Deed.BEGUN)
    take_step(actor, row, Deed.BEGUN, words=said, before=before, now=now)
    record(actor, "incidents.begun", row, on_behalf=on_behalf(actor, row))
    return row


@transaction.atomic
def measure(
    actor: Actor, incident: Incident, *, words: str, revision: int, now: datetime
) -> Incident:
    """Something was done, in words for the one who reported."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_deal_with(incident))
    check_measure(words)
    row, said = locked(incident, revision), check_words(words)
    before = move(row, Deed.MEASURE)
    take_step(actor, row, Deed.MEASURE, words=said, before=before, now=now)
    record(actor, "incidents.measure_taken", row, on_behalf=on_behalf(actor, row))
    return row


@transaction.atomic
def close(
    actor: Actor,
    incident: Incident,
    *,
    outcome: Outcome,
    words: str = "",
    revision: int,
    now: datetime,
) -> Incident:
    """It is closed, and it is said how it ended: closed never means fixed by itself."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_deal_with(incident))
    check_closing(outcome, words)
    row, said = locked(incident, revision), check_words(words)
    before = move(row, Deed.CLOSED)
    row.outcome, row.closed_on = outcome, stockholm_day(now)
    take_step(actor, row, Deed.CLOSED, words=said, before=before, now=now)
    record(
        actor,
        "incidents.closed",
        row,
        on_behalf=on_behalf(actor, row),
        outcome=outcome.value,
    )
    return row


@transaction.atomic
def reopen(
    actor: Actor, incident: Incident, *, words: str = "", revision: int, now: datetime
) -> Incident:
    """It is taken up again: how it ended no longer holds, and stands in the steps."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_receive(incident))
    row, said = locked(incident, revision), check_words(words)
    before = move(row, Deed.REOPENED)
    row.outcome, row.closed_on = "", None
    take_step(actor, row, Deed.REOPENED, words=said, before=before, now=now)
    record(actor, "incidents.reopened", row, on_behalf=row.within_id)
    return row


@transaction.atomic
def share(
    actor: Actor, incident: Incident, *, shared: bool, revision: int, now: datetime
) -> Incident:
    """The groups of the municipality see it, or no longer do. Nobody else is told."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=to_receive(incident))
    row = locked(incident, revision)
    if row.shared == shared:
        raise NotAllowedError("incidents.is_so_already")
    deed = Deed.SHARED if shared else Deed.KEPT_OWN
    row.shared = shared
    take_step(actor, row, deed, before=move(row, deed), now=now, is_told=False)
    record(actor, f"incidents.{deed.value}", row, on_behalf=row.within_id)
    return row
