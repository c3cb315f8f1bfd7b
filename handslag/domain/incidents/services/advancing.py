"""Some rows of a file at a time: looked at, read in, or taken back.

Each step is a transaction of its own under the lock of the file, and says in the same
transaction how far it came. So a step that is sent twice does the next one, and a
process that dies has done all of a step or nothing; the timer goes on from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Batch, BatchRow, Desk, Held, Incident, Report
from handslag.domain.incidents.queries.batches import (
    UNDER_WAY,
    keys_received,
    names_of_places,
    reports_to_undo,
    rows_of,
    twins_of,
    worked_on,
)
from handslag.domain.incidents.queries.desks import every_category
from handslag.domain.incidents.rules import Channel, IncidentDraft, Outcome, Phase
from handslag.domain.incidents.rules.drafts import check_incident
from handslag.domain.incidents.rules.importing import (
    TAKEN,
    Certain,
    Plan,
    Row,
    RowLeftOutError,
    RowState,
    Stage,
    key_of,
    row_of,
    space_of,
    weighed,
    without_persons,
)
from handslag.domain.incidents.services.counting import count
from handslag.domain.incidents.services.receiving import Known, build, hold, known_in

AT_ONCE = 50  # rows of one step: a tenth of a second under the lock


@transaction.atomic
def advance(actor: Actor, batch: Batch, *, now: datetime) -> bool:
    """Do the next step with a file; says whether there is more to do."""
    if actor.kind != "system":
        require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({batch.within_id}))
    rows = Batch.objects.select_for_update(of=("self",)).select_related("within")
    found = rows.filter(pk=batch.pk).first()
    if found is None:
        return False
    if found.stage == Stage.JUDGING:
        _judge(found, now)
    elif found.stage == Stage.READING:
        _read_in(actor, found, now)
    elif found.stage == Stage.UNDOING:
        _undo(actor, found, now)
    return Stage(found.stage) in UNDER_WAY


def advance_batches(actor: Actor, *, now: datetime, most: int = 100) -> int:
    """Go on with the files that were left on the way; says how many steps were done."""
    require_system(actor)
    steps = 0
    for batch in Batch.objects.filter(stage__in=UNDER_WAY).order_by("pk"):
        while steps < most and advance(actor, batch, now=now):
            steps += 1
    return steps


@dataclass(frozen=True, slots=True)
class _Made:
    """A row with what it says, and what it would become."""

    row: BatchRow
    said: Row
    incident: Incident
    held: Sequence[Held]


def _judge(batch: Batch, now: datetime) -> None:
    rows = list(rows_of(batch).filter(nr__gt=batch.cursor)[:AT_ONCE])
    made = _made(batch, rows, now)
    _find_the_same(batch, rows, made)
    new = [one for one in made if one.row.state in TAKEN]
    twins = twins_of(batch.within, [one.incident for one in new])
    for nr, twin in twins.items():
        new[nr].row.state, new[nr].row.twin_id = RowState.TWIN, twin
    BatchRow.objects.bulk_update(rows, ["state", "code", "key", "twin"])
    _come_to(batch, rows, Stage.JUDGED)


def _find_the_same(batch: Batch, rows: Sequence[BatchRow], made: Sequence[_Made]) -> None:
    """Rows that were received before, or that stand further up in the same file."""
    keys = {one.row.key for one in made if one.row.key}
    there = keys_received(keys)
    above = rows_of(batch).filter(key__in=keys, nr__lt=rows[0].nr) if rows else ()
    twice = {one.key for one in above}
    for one in made:
        if one.row.key in there:
            one.row.state, one.row.code = RowState.THERE, "incidents.row_is_there"
        elif one.row.key in twice:
            one.row.state, one.row.code = RowState.THERE, "incidents.row_stands_twice"
        twice.add(one.row.key)


def _read_in(actor: Actor, batch: Batch, now: datetime) -> None:
    wanted = Q(state__in=TAKEN) | Q(state=RowState.TWIN, take=True)
    rows = list(rows_of(batch).filter(wanted, nr__gt=batch.cursor)[:AT_ONCE])
    chosen = {row.pk for row in rows if row.state == RowState.TWIN}
    made = _made(batch, rows, now)
    there = keys_received({one.row.key for one in made if one.row.key})
    new = [one for one in made if one.row.key not in there and one.row.state in TAKEN]
    for one in made:
        if one.row.key in there:
            one.row.state, one.row.code = RowState.THERE, "incidents.row_is_there"
    _store(new, now)
    batch.n += len(new)
    taken = {one.row.pk for one in new}
    kept = [row for row in rows if row.pk not in taken]
    BatchRow.objects.filter(pk__in=taken).delete()
    BatchRow.objects.bulk_update(kept, ["state", "code"])
    if rows:
        record(
            actor,
            "incidents.rows_read_in",
            batch,
            on_behalf=batch.within_id,
            reports=len(new),
            held=sum(1 for one in new if one.held),
            redacted=sum(1 for one in new if one.row.state == RowState.REDACTED),
            alike=len(chosen & taken),
        )
    _come_to(batch, rows, Stage.DONE)
    if batch.stage == Stage.DONE:
        # Why a row was left out is said for some days; what stood in it is not kept.
        batch.rows.update(cells=[], twin=None, key=None)
        batch.done_at = now
        batch.save(update_fields=["done_at"])
        record(actor, "incidents.file_read_in", batch, on_behalf=batch.within_id, n=batch.n)


def _come_to(batch: Batch, rows: Sequence[BatchRow], then: Stage) -> None:
    if len(rows) < AT_ONCE:
        batch.stage = then
        batch.revision += 1
    batch.cursor = rows[-1].nr if rows else batch.cursor
    batch.save()


def _made(batch: Batch, rows: Sequence[BatchRow], now: datetime) -> list[_Made]:
    """What each row would become. Rows that become nothing are given their reason."""
    plan, places = Plan.of(batch.mapping), names_of_places(batch.within)
    kinds = every_category(batch.within).filter(is_ended=False)
    codes = set(kinds.values_list("code", flat=True))
    read: list[tuple[BatchRow, Row]] = []
    for row in rows:
        try:
            said = _understood(row, plan, row_of(row.cells, plan, places), codes, now)
        except RowLeftOutError:
            row.state, row.code = RowState.LEFT_OUT, "incidents.row_is_left_out"
        except NotAllowedError as error:
            _is_wrong(row, error)
        else:
            read.append((row, said))
    desk = Desk.objects.get(within=batch.within)
    known = known_in(batch.within_id, desk, [said.draft for _row, said in read])
    made = (_built(batch, row, said, known, now) for row, said in read)
    return [one for one in made if one is not None]


def _understood(
    row: BatchRow, plan: Plan, said: Row, codes: set[str], now: datetime
) -> Row:
    """The row, if it holds by the same rules as any report, without what certainly
    points at a person if that was chosen."""
    check_incident(said.draft, now=now)
    if said.draft.category not in codes:
        raise NotAllowedError("incidents.row_kind_is_unknown")
    row.state, row.code = RowState.READY, ""
    found = weighed(said.draft)
    if found:
        row.state, row.code = RowState.HELD, "incidents.row_waits"
    if any(one.certain for one in found):
        if plan.certain is Certain.STOP:
            row.state, row.code = RowState.PERSON, "incidents.row_names_somebody"
            return said
        row.state, row.code = RowState.REDACTED, "incidents.row_is_redacted"
        return replace(said, draft=_redacted(said.draft))
    return said


def _redacted(draft: IncidentDraft) -> IncidentDraft:
    where = replace(draft.where, words=without_persons(draft.where.words))
    return replace(draft, text=without_persons(draft.text), where=where)


def _built(
    batch: Batch, row: BatchRow, said: Row, known: Known, now: datetime
) -> _Made | None:
    row.key = key_of(batch.within.public_id, batch.system, said.number, row.fingerprint)
    if row.state == RowState.PERSON:
        return None
    space = space_of(batch.within.public_id, batch.system)
    report = Report(
        within_id=batch.within_id,
        channel=Channel.IMPORTED,
        key=row.key,
        source=f"{space.hex[:8]}:{row.key.hex}",
        batch=batch,
        sent_at=now,
    )
    try:
        incident, held = build(report, said.draft, known, stockholm_day(now))
    except NotAllowedError as error:
        _is_wrong(row, error)
        return None
    if said.outcome is not None:
        _close(incident, said.outcome, now)
    return _Made(row, said, incident, held)


def _close(incident: Incident, outcome: Outcome, now: datetime) -> None:
    """It was closed in the other system; by when, nobody here had said."""
    incident.phase, incident.outcome = Phase.CLOSED, outcome
    incident.closed_on, incident.due = stockholm_day(now), None


def _is_wrong(row: BatchRow, error: NotAllowedError) -> None:
    # Only the code is kept: what was found may name somebody.
    row.state, row.code = RowState.WRONG, error.code
    if error.code == "incidents.personal_data":
        row.state, row.code = RowState.PERSON, "incidents.row_names_somebody"


def _store(made: Sequence[_Made], now: datetime) -> None:
    """The reports of a step, as `receive` stores one: whole, and counted at once."""
    Report.objects.bulk_create(one.incident.report for one in made)
    incidents = [one.incident for one in made]
    Incident.objects.bulk_create(incidents)
    hold([(one.incident, one.held) for one in made], stockholm_day(now))
    count(incidents, by=1)


def _undo(actor: Actor, batch: Batch, now: datetime) -> None:
    """The next reports go, with all that came with them; those worked on stay."""
    reports = list(reports_to_undo(batch, AT_ONCE))
    keys = {one.pk for one in reports}
    kept = worked_on(keys)
    count(Incident.objects.filter(report__in=keys - kept), by=-1)
    Report.objects.filter(pk__in=keys - kept).delete()
    batch.n_kept += len(kept)
    batch.cursor = reports[-1].pk if reports else batch.cursor
    record(
        actor,
        "incidents.rows_taken_back",
        batch,
        on_behalf=batch.within_id,
        reports=len(keys - kept),
        kept=len(kept),
    )
    if len(reports) < AT_ONCE:
        batch.stage, batch.undone_at = Stage.UNDONE, now
        batch.revision += 1
    batch.save()
