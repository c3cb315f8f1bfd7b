"""A file of another system is uploaded, its columns are chosen, and it is begun with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.incidents.models import Batch, BatchRow, Desk
from handslag.domain.incidents.queries.batches import numbers_of_rows
from handslag.domain.incidents.rules.importing import (
    TAKEN,
    Plan,
    RowState,
    Stage,
    check_columns,
    marks_of,
    table_of,
)
from handslag.domain.organisations.models import Organisation

LONGEST_NAME = 200
_AT_ONCE = 1000  # rows stored in one statement
_BEFORE = (Stage.UPLOADED, Stage.JUDGING, Stage.JUDGED)


@transaction.atomic
def upload(
    actor: Actor,
    municipality: Organisation,
    *,
    name: str,
    system: str,
    content: bytes,
    now: datetime,
) -> Batch:
    """Keep the rows of a file until they are read in, or for some days.

    Raises NotAllowedError for what is no table, or too large a one.
    """
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({municipality.pk}))
    if not Desk.objects.filter(within=municipality).exists():
        raise NotAllowedError("incidents.does_not_receive")
    table = table_of(content)
    batch = Batch.objects.create(
        within=municipality,
        name=name[-LONGEST_NAME:],
        system=" ".join(system.split()),
        sha256=sha256(content).hexdigest(),
        headings=list(table.headings),
        n_rows=len(table.lines),
        made_at=now,
    )
    BatchRow.objects.bulk_create(
        (
            BatchRow(batch=batch, nr=line.nr, cells=list(line.cells), fingerprint=mark)
            for line, mark in zip(table.lines, marks_of(table.lines), strict=True)
        ),
        batch_size=_AT_ONCE,
    )
    home = municipality.pk
    record(actor, "incidents.file_uploaded", batch, on_behalf=home, rows=batch.n_rows)
    return batch


@transaction.atomic
def save_plan(actor: Actor, batch: Batch, plan: Plan, *, revision: int) -> Batch:
    """Say what the columns are about. What was said of their values stays if it can."""
    found = _locked(actor, batch, revision, _BEFORE)
    check_columns(plan.columns, len(found.headings))
    before = Plan.of(found.mapping)
    kept = {
        one: said
        for one, said in before.values.items()
        if before.columns.get(one) == plan.columns.get(one) is not None
    }
    found.mapping = replace(plan, values={**kept, **plan.values}).stored()
    record(actor, "incidents.file_columns_chosen", found, on_behalf=found.within_id)
    return _saved(found, Stage.UPLOADED)


@transaction.atomic
def judge(
    actor: Actor, batch: Batch, values: Mapping[str, Mapping[str, str]], *, revision: int
) -> Batch:
    """Say what the values mean, and begin to look at each row. `advance` goes on."""
    found = _locked(actor, batch, revision, _BEFORE)
    plan = Plan.of({**found.mapping, "values": dict(values)})
    check_columns(plan.columns, len(found.headings))
    found.mapping = plan.stored()
    waiting = {"state": RowState.WAITING, "code": "", "twin": None, "key": None}
    found.rows.update(**waiting, take=False)
    found.cursor = 0
    record(actor, "incidents.file_values_chosen", found, on_behalf=found.within_id)
    return _saved(found, Stage.JUDGING)


@transaction.atomic
def choose_twins(
    actor: Actor, batch: Batch, choices: Mapping[int, bool], *, revision: int
) -> Batch:
    """Take in, or leave out, rows that look like something that is there: by number."""
    found = _locked(actor, batch, revision, (Stage.JUDGED,))
    for take in (True, False):
        numbers = [nr for nr, chosen in choices.items() if chosen is take]
        rows = found.rows.filter(nr__in=numbers, state=RowState.TWIN)
        rows.update(take=take)
    taken = sum(choices.values())
    home = found.within_id
    record(actor, "incidents.rows_alike_chosen", found, on_behalf=home, taken=taken)
    return _saved(found, Stage.JUDGED)


@transaction.atomic
def begin_reading(actor: Actor, batch: Batch, *, revision: int) -> Batch:
    """Read it in. `advance` does it, some rows at a time."""
    found = _locked(actor, batch, revision, (Stage.JUDGED,))
    numbers = numbers_of_rows(found)
    chosen = found.rows.filter(state=RowState.TWIN, take=True).count()
    n = sum(numbers.get(state, 0) for state in TAKEN) + chosen
    if not n:
        raise NotAllowedError("incidents.nothing_to_read_in")
    found.cursor = 0
    record(actor, "incidents.file_reading_begun", found, on_behalf=found.within_id, rows=n)
    return _saved(found, Stage.READING)


@transaction.atomic
def begin_undoing(actor: Actor, batch: Batch, *, revision: int) -> Batch:
    """Take back what the file became, but for what somebody has worked on."""
    found = _locked(actor, batch, revision, (Stage.DONE,))
    found.cursor = found.n_kept = 0
    record(actor, "incidents.file_undoing_begun", found, on_behalf=found.within_id)
    return _saved(found, Stage.UNDOING)


@transaction.atomic
def remove_batch(actor: Actor, batch: Batch, *, revision: int) -> None:
    """Throw away a file that was not read in."""
    found = _locked(actor, batch, revision, _BEFORE)
    record(actor, "incidents.file_removed", found, on_behalf=found.within_id)
    found.delete()


def _locked(actor: Actor, batch: Batch, revision: int, stages: tuple[Stage, ...]) -> Batch:
    """The file as it stands, if it is the one that the person saw, and has come so far."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({batch.within_id}))
    rows = Batch.objects.select_for_update(of=("self",)).select_related("within")
    found = rows.filter(pk=batch.pk).first()
    if found is None:
        raise NotAllowedError("incidents.file_is_gone")
    same_revision(revision, found.revision)
    if Stage(found.stage) not in stages:
        raise NotAllowedError("incidents.file_has_come_further")
    return found


def _saved(batch: Batch, stage: Stage) -> Batch:
    batch.stage = stage
    batch.revision += 1
    batch.save()
    return batch
