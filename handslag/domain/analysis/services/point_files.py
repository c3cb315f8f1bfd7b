"""A file of points is sent in, looked at, read in, taken back.

A file is one transaction: all of it that can be read, or nothing. Its points lie in the
row, and are laid out for analysis beside the database after it and each night.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import IntegrityError, transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.analysis.models import PointFile
from handslag.domain.analysis.rules.files import (
    KEPT_HOURS,
    KEPT_YEARS,
    SHOWN_LINES,
    Looked,
    PointFileDraft,
    check_columns,
    check_kinds,
    check_point_file,
)
from handslag.domain.analysis.services.laying import take_away
from handslag.domain.analysis.services.placing import Placed, placed
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.reading import rows_in
from handslag.integrations import point_table
from handslag.integrations.values import UnreadableError
from handslag.statistics.columns import pack

_LONGEST_FILE_NAME = 200


@transaction.atomic
def send_points(
    actor: Actor,
    within: Organisation,
    draft: PointFileDraft,
    *,
    name: str,
    content: bytes,
    now: datetime,
) -> PointFile:
    """Keep a file until it is read in. Refuses what is no table at all."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({within.pk}))
    check_point_file(draft, today=stockholm_day(now))
    check_texts((draft.name, draft.counted_by, draft.covers))
    rows_in(content)
    row = PointFile.objects.create(
        within=within,
        name=draft.name.strip(),
        counted_by=draft.counted_by.strip(),
        covers=draft.covers.strip(),
        covers_from=draft.covers_from,
        covers_to=draft.covers_to,
        grid=draft.grid,
        file_name=name[-_LONGEST_FILE_NAME:],
        sha256=sha256(content).hexdigest(),
        content=content,
        is_example=draft.is_example,
        made_at=now,
    )
    record(actor, "analysis.points_sent", row, on_behalf=within.pk)
    return row


@transaction.atomic
def choose_point_columns(
    actor: Actor, file: PointFile, columns: Mapping[str, str], *, revision: int
) -> PointFile:
    """Say which column tells what."""
    row = _waiting(actor, file, revision)
    check_columns(columns)
    row.columns = dict(columns)
    _read(row)
    record(actor, "analysis.point_columns_chosen", row, on_behalf=row.within_id)
    return _saved(row)


def look_at_points(actor: Actor, file: PointFile) -> Looked:
    """What reading it in would do. Nothing is written."""
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({file.within_id}))
    return _read(file).looked


@transaction.atomic
def read_in_points(
    actor: Actor, file: PointFile, *, revision: int, now: datetime
) -> PointFile:
    """Read it in, all of it that can be read. What else it held is not kept."""
    row = _waiting(actor, file, revision)
    found = _read(row)
    if not found.looked.n:
        raise NotAllowedError("points.nothing_to_read_in")
    row.kinds = list(found.looked.kinds)
    row.rows, row.n = pack(found.placed.packed()), found.looked.n
    row.bad, row.n_bad = found.looked.bad[:SHOWN_LINES], len(found.looked.bad)
    row.content, row.done_at = None, now
    record(actor, "analysis.points_read_in", row, on_behalf=row.within_id, n=row.n)
    try:
        with transaction.atomic():
            return _saved(row)
    except IntegrityError as error:
        raise NotAllowedError("points.read_in_already") from error


@transaction.atomic
def take_back_points(
    actor: Actor, file: PointFile, *, revision: int, now: datetime
) -> PointFile:
    """Take back its points: they are gone."""
    row = _locked(actor, file, revision)
    if not row.is_held:
        raise NotAllowedError("points.not_to_take_back")
    row.rows, row.undone_at = None, now
    record(actor, "analysis.points_taken_back", row, on_behalf=row.within_id)
    saved = _saved(row)
    transaction.on_commit(lambda: take_away(saved))
    return saved


@transaction.atomic
def throw_away_points(actor: Actor, file: PointFile, *, revision: int) -> None:
    """Throw away a file that was not read in."""
    row = _waiting(actor, file, revision)
    record(actor, "analysis.points_thrown_away", row, on_behalf=row.within_id)
    row.delete()


@transaction.atomic
def forget_points(actor: Actor, *, now: datetime) -> int:
    """Files that nobody read in within a day are gone, and points of which the last day is
    five years ago."""
    require_system(actor)
    unread = PointFile.objects.filter(
        done_at=None, made_at__lt=now - timedelta(hours=KEPT_HOURS)
    )
    oldest = months_after(stockholm_day(now), -12 * KEPT_YEARS)
    old = PointFile.objects.filter(done_at__isnull=False, covers_to__lt=oldest)
    gone = [*unread, *old]
    for one in gone:
        record(actor, "analysis.points_forgotten", one, on_behalf=one.within_id)
        if one.done_at is not None:
            take_away(one)
    PointFile.objects.filter(pk__in=[one.pk for one in gone]).delete()
    return len(gone)


@dataclass(frozen=True, slots=True)
class _Found:
    placed: Placed
    looked: Looked


def _read(row: PointFile) -> _Found:
    check_columns(row.columns)
    try:
        reading = point_table.read(rows_in(bytes(row.content or b"")), row.columns)
    except UnreadableError as error:
        raise NotAllowedError(f"series.file_{error.code}", about=error.where) from error
    found = placed(row, reading)
    kinds = Counter(found.kinds)
    check_kinds(kinds)
    check_texts(tuple(kinds))
    many = dict(sorted(kinds.items()))
    return _Found(found.numbered(list(many)), Looked(len(found.days), many, found.bad))


def _locked(actor: Actor, file: PointFile, revision: int) -> PointFile:
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({file.within_id}))
    rows = PointFile.objects.select_for_update(of=("self",)).select_related("within")
    found = rows.filter(pk=file.pk).first()
    if found is None:
        raise NotAllowedError("points.file_is_gone")
    same_revision(revision, found.revision)
    return found


def _waiting(actor: Actor, file: PointFile, revision: int) -> PointFile:
    found = _locked(actor, file, revision)
    if found.done_at is not None:
        raise NotAllowedError("points.file_is_read_in")
    return found


def _saved(row: PointFile) -> PointFile:
    row.revision += 1
    row.save()
    return row
