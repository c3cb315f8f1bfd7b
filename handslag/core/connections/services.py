"""Turning on and off, asking at most as often as one may, and noting how it went."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.connections import rules
from handslag.core.connections.models import Connection, RefusedLine, Run
from handslag.core.connections.rules import (
    AGAIN,
    ASKED,
    MONTHS_KEPT,
    MOST_BAD,
    RHYTHM,
    Connector,
    Outcome,
)
from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.integrations import polisen
from handslag.integrations.http import Answer

_AT_A_TIME = 500


@transaction.atomic
def turn(actor: Actor, connector: Connector, *, on: bool) -> None:
    """Turn a connection on or off. Turned on again, what it was told before is forgotten:
    a person has looked at why it was refused. How often it was asked is kept."""
    require(actor, Act.CONNECT, in_any_of=actor.organisation_ids)
    if connector not in ASKED:
        raise NotAllowedError("connections.only_files")
    row = _locked(connector)
    if on and not row.is_on:
        row.pace = rules.stored(polisen.Pace(rules.pace_of(row.pace).calls))
        row.next_at = None
    row.is_on = on
    row.save()
    record(actor, "connection.turned", row, on_behalf=_behalf(actor), on=on)


@transaction.atomic
def ask_for_trial(actor: Actor, connector: Connector) -> None:
    """Let the worker ask once and say what it would do; nothing that comes is kept."""
    require(actor, Act.CONNECT, in_any_of=actor.organisation_ids)
    if connector not in ASKED:
        raise NotAllowedError("connections.only_files")
    row = _locked(connector)
    if rules.pace_of(row.pace).is_off:
        raise NotAllowedError("connections.gone")
    row.wants_trial = True
    row.save(update_fields=["wants_trial"])
    record(actor, "connection.trial", row, on_behalf=_behalf(actor))


@transaction.atomic
def begin_call(actor: Actor, connector: Connector, *, now: datetime) -> bool:
    """Whether a call may be made now. If so it is counted before it is made, under a lock:
    of two processes that ask at once, one is told no."""
    require_system(actor)
    row = _locked(connector)
    if not (row.is_on or row.wants_trial):
        return False
    pace = rules.pace_of(row.pace)
    moment = polisen.next_call(pace, now)
    if moment is None or moment > now:
        return False
    row.pace = rules.stored(polisen.begun(pace, now))
    row.save(update_fields=["pace"])
    return True


@transaction.atomic
def end_call(actor: Actor, connector: Connector, answer: Answer, *, now: datetime) -> None:
    """What they answered to a call: 404 turns it off, 429 and silence are waited out."""
    require_system(actor)
    row = _locked(connector)
    pace = polisen.answered(rules.pace_of(row.pace), answer, now)
    row.pace = rules.stored(pace)
    row.next_at = pace.not_before
    if pace.is_off:
        row.is_on = False
        record(actor, "connection.gone", row)
    row.save(update_fields=["pace", "next_at", "is_on"])


@transaction.atomic
def note_run(
    actor: Actor,
    connector: Connector,
    outcome: Outcome,
    *,
    dry: bool,
    now: datetime,
    key: UUID | None = None,
    on_behalf: int | None = None,
) -> Run:
    """Write down how a fetching or a file went.

    `key` becomes the number of the run: make it with `uuid4()` before the rows are put in,
    so that they can say which run they came with. `on_behalf`: for which organisation;
    none is for the installation, and seen by all who work there.
    """
    row = _locked(connector)
    run = _kept(actor, row, outcome, at=now, is_dry=dry, key=key, on_behalf=on_behalf)
    _note(row, outcome, dry=dry, now=now)
    ids = {"new": run.new, "changed": run.changed, "connector": connector.value}
    record(actor, "connection.run", run, on_behalf=on_behalf, dry=dry, **ids)
    return run


@transaction.atomic
def note_undone(actor: Actor, run: Run, *, now: datetime) -> None:
    """Write down that what a run put in was taken back."""
    locked = Run.objects.select_for_update().get(pk=run.pk)
    if locked.undone_at is None:
        locked.undone_at = now
        locked.save(update_fields=["undone_at"])
        record(actor, "connection.run_undone", locked, on_behalf=locked.on_behalf)


@transaction.atomic
def forget_runs(actor: Actor, *, now: datetime) -> int:
    """Delete the runs that have been kept long enough, some at a time; say how many."""
    require_system(actor)
    before = months_after(stockholm_day(now), -MONTHS_KEPT)
    old = Run.objects.filter(at__date__lt=before).values_list("pk", flat=True)
    some = list(old[:_AT_A_TIME])
    Run.objects.filter(pk__in=some).delete()
    return len(some)


def _locked(connector: Connector) -> Connection:
    Connection.objects.get_or_create(connector=connector.value)
    return Connection.objects.select_for_update().get(connector=connector.value)


def _kept(
    actor: Actor,
    row: Connection,
    outcome: Outcome,
    *,
    at: datetime,
    is_dry: bool,
    key: UUID | None,
    on_behalf: int | None,
) -> Run:
    counts = outcome.counts
    run = Run.objects.create(
        public_id=key or uuid4(),
        connection=row,
        at=at,
        is_dry=is_dry,
        person_id=actor.person_id,
        on_behalf=on_behalf,
        file_name=outcome.file.name[-120:],
        sha256=outcome.file.sha256,
        failure=outcome.failure,
        new=counts.new,
        same=counts.same,
        changed=counts.changed,
        kept=counts.kept,
        refused=max(counts.refused, len(counts.bad)),
    )
    RefusedLine.objects.bulk_create(
        RefusedLine(run=run, nr=bad.nr, reason=bad.reason[:40])
        for bad in counts.bad[:MOST_BAD]
    )
    return run


def _note(row: Connection, outcome: Outcome, *, dry: bool, now: datetime) -> None:
    if dry:
        row.wants_trial = False
    if outcome.failure:
        row.last_failure, row.failure = now, outcome.failure
        if not dry and (row.next_at is None or row.next_at <= now):
            row.next_at = now + AGAIN
    elif not dry:
        row.last_success = now
        connector = Connector(row.connector)
        if connector in RHYTHM:
            row.next_at = now + RHYTHM[connector]
    row.save()


def _behalf(actor: Actor) -> int | None:
    return min(actor.where(Act.CONNECT), default=None)
