"""A file of figures is sent in, looked at, read in, taken back.

A file is one transaction: all of it that can be read, or nothing. Looking does the same
as reading in and takes it back at once, so that what was shown is what is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system, system
from handslag.core.audit.services import record
from handslag.core.connections.models import Run
from handslag.core.connections.rules import Connector, File
from handslag.core.connections.services import note_run, note_undone
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import SentFile, Series
from handslag.domain.series.reading import figures_in, outcome_of, rows_in
from handslag.domain.series.rules import Cell, Rhythm, SeriesDraft, Sex, State, year
from handslag.domain.series.rules.importing import (
    KEPT_HOURS,
    Chosen,
    FileKind,
    Left,
    Line,
    Told,
    check_chosen,
    rhythm_of,
)
from handslag.domain.series.services.areas import (
    code_of,
    codes_by_name,
    put_country,
    put_parts,
)
from handslag.domain.series.services.cells import put_cells, undo_run
from handslag.domain.series.services.describing import described
from handslag.domain.series.services.holding import make_series
from handslag.integrations.values import BadLine, Figure, Reading

LONGEST_NAME = 200
CONNECTORS = {FileKind.POPULATION: Connector.SCB_POPULATION}
_Group = tuple[str, str, Rhythm]


@transaction.atomic
def send(
    actor: Actor,
    within: Organisation,
    kind: FileKind,
    *,
    name: str,
    content: bytes,
    chosen: Chosen,
    now: datetime,
) -> SentFile:
    """Keep a file until it is read in. Refuses what cannot be read at all."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({within.pk}))
    if kind is FileKind.TABLE:
        rows_in(content)
    else:
        figures_in(kind, content, chosen)
    sent = SentFile.objects.create(
        within=within,
        kind=kind.value,
        name=name[-LONGEST_NAME:],
        sha256=sha256(content).hexdigest(),
        content=content,
        chosen=chosen.stored(),
        made_at=now,
    )
    record(actor, "series.file_sent", sent, on_behalf=within.pk)
    return sent


@transaction.atomic
def choose(actor: Actor, sent: SentFile, chosen: Chosen, *, revision: int) -> SentFile:
    """Say what a table is about and which column tells what."""
    found = _waiting(actor, sent, revision)
    check_chosen(FileKind(found.kind), chosen)
    figures_in(FileKind(found.kind), bytes(found.content or b""), chosen)
    found.chosen = chosen.stored()
    record(actor, "series.file_columns_chosen", found, on_behalf=found.within_id)
    return _saved(found)


@transaction.atomic
def look(actor: Actor, sent: SentFile, *, now: datetime) -> Told:
    """What reading it in would do. What was written while looking is gone again."""
    found = _waiting(actor, sent, sent.revision)
    told = _read_in(actor, found, now)
    record(actor, "series.file_looked_at", found, on_behalf=found.within_id)
    transaction.set_rollback(True)
    return told


@transaction.atomic
def read_in(actor: Actor, sent: SentFile, *, revision: int, now: datetime) -> SentFile:
    """Read it in, all of it that can be read. What it held is not kept any longer."""
    found = _waiting(actor, sent, revision)
    told = _read_in(actor, found, now)
    found.told, found.content, found.done_at = told.stored(), None, now
    record(actor, "series.file_read_in", found, on_behalf=found.within_id)
    note_run(
        actor,
        CONNECTORS.get(FileKind(found.kind)) or Connector(found.kind),
        outcome_of(told, File(found.name, found.sha256)),
        dry=False,
        now=now,
        key=found.public_id,
        on_behalf=found.within_id,
    )
    return _saved(found)


@transaction.atomic
def take_back(actor: Actor, sent: SentFile, *, revision: int, now: datetime) -> int:
    """Take back what the file put in. Says how many cells; what came later stays."""
    found = _locked(actor, sent, revision)
    if found.done_at is None or found.undone_at is not None:
        raise NotAllowedError("series.file_not_to_take_back")
    taken = undo_run(actor, found.public_id)
    found.undone_at = now
    for run in Run.objects.filter(public_id=found.public_id):
        note_undone(actor, run, now=now)
    record(actor, "series.file_taken_back", found, on_behalf=found.within_id, cells=taken)
    _saved(found)
    return taken


@transaction.atomic
def throw_away(actor: Actor, sent: SentFile, *, revision: int) -> None:
    """Throw away a file that was not read in."""
    found = _waiting(actor, sent, revision)
    record(actor, "series.file_thrown_away", found, on_behalf=found.within_id)
    found.delete()


@transaction.atomic
def forget_files(actor: Actor, *, now: datetime) -> int:
    """Files that nobody read in within a day are gone."""
    require_system(actor)
    old = SentFile.objects.filter(
        done_at=None, made_at__lt=now - timedelta(hours=KEPT_HOURS)
    )
    gone = list(old)
    for one in gone:
        record(actor, "series.file_forgotten", one, on_behalf=one.within_id)
    old.filter(pk__in=[one.pk for one in gone]).delete()
    return len(gone)


@dataclass(slots=True)
class _Sorted:
    """Figures by the series they belong to, with the line that each came from."""

    groups: dict[_Group, list[Cell]] = field(default_factory=dict)
    lines: dict[int, Figure] = field(default_factory=dict)
    bad: list[Left] = field(default_factory=list)
    kept: list[Left] = field(default_factory=list)


@transaction.atomic
def put_figures(
    actor: Actor,
    kind: FileKind,
    reading: Reading,
    *,
    chosen: Chosen,
    owner: Organisation | None,
    run: UUID,
    now: datetime,
) -> Told:
    """Put what a file or an answer says into its series, which are made if they are not
    held. `owner`: whose own series a table becomes."""
    put_country()
    codes = codes_by_name()
    parts: dict[str, str] = {}
    if kind is FileKind.BRA_YEARLY:
        parts = put_parts((one.area for one in reading.figures), codes)
    found = _sorted(kind, reading.figures, {**codes, **parts})
    found.bad += [_left(one) for one in reading.bad]
    lines = []
    for (of, unit, rhythm), cells in found.groups.items():
        draft = described(kind, of, unit, rhythm, chosen)
        series = _held(actor, draft, owner if kind is FileKind.TABLE else None)
        lines.append(_put(actor, series, cells, found, run, now))
    bad = tuple(sorted(found.bad, key=lambda one: one.nr))
    return Told(tuple(lines), bad, tuple(found.kept), tuple(parts))


def _read_in(actor: Actor, sent: SentFile, now: datetime) -> Told:
    kind, chosen = FileKind(sent.kind), Chosen.of(sent.chosen)
    check_chosen(kind, chosen)
    reading = figures_in(kind, bytes(sent.content or b""), chosen)
    run = sent.public_id
    return put_figures(
        actor, kind, reading, chosen=chosen, owner=sent.within, run=run, now=now
    )


def _sorted(kind: FileKind, figures: Sequence[Figure], codes: dict[str, str]) -> _Sorted:
    found = _Sorted()
    for one in figures:
        starts, ends = one.starts, one.ends
        if kind is FileKind.POPULATION:  # of the last day of a year
            starts, ends = year(ends.year)
        code = codes.get(one.area) or code_of(one.area, codes)
        rhythm = rhythm_of(starts, ends)
        if not code:
            found.bad.append(Left(one.nr, "unknown_area", one.area))
        elif rhythm is None:
            found.bad.append(Left(one.nr, "period_does_not_fit", f"{starts}–{ends}"))
        else:
            state, sex = State(one.state.value), Sex(one.sex)
            cell = Cell(code, starts, ends, state, one.amount, sex, one.is_preliminary)
            found.groups.setdefault((one.of, one.unit, rhythm), []).append(cell)
            found.lines[id(cell)] = one
    return found


def _held(actor: Actor, draft: SeriesDraft, owner: Organisation | None) -> Series:
    held = Series.objects.filter(
        owner=owner, source=draft.source, external_id=draft.external_id
    ).first()
    return held or make_series(actor if owner else system("series"), draft, owner=owner)


def _put(
    actor: Actor,
    series: Series,
    cells: Sequence[Cell],
    found: _Sorted,
    run: UUID,
    now: datetime,
) -> Line:
    done = put_cells(actor, series, cells, now=now, run=run)
    for cell, code in done.refused:
        line = found.lines[id(cell)]
        found.bad.append(Left(line.nr, code, line.area))
    for cell in done.kept_rows:
        line = found.lines[id(cell)]
        found.kept.append(Left(line.nr, "final_is_kept", f"{line.area} {line.starts:%Y}"))
    return Line(series.name, done.new, done.same, done.changed, done.kept)


def _left(line: BadLine) -> Left:
    """The workbook's reader says the sheet before the code."""
    about, _, code = line.reason.rpartition(": ")
    return Left(line.nr, code, about)


def _locked(actor: Actor, sent: SentFile, revision: int) -> SentFile:
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({sent.within_id}))
    rows = SentFile.objects.select_for_update(of=("self",)).select_related("within")
    found = rows.filter(pk=sent.pk).first()
    if found is None:
        raise NotAllowedError("series.file_is_gone")
    same_revision(revision, found.revision)
    return found


def _waiting(actor: Actor, sent: SentFile, revision: int) -> SentFile:
    found = _locked(actor, sent, revision)
    if found.done_at is not None:
        raise NotAllowedError("series.file_is_read_in")
    return found


def _saved(sent: SentFile) -> SentFile:
    sent.revision += 1
    sent.save()
    return sent
