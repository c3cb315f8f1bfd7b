"""Putting cells into a series, and taking a run back.

This is the one door for values: connectors, counts made here and what is typed in all
go through `put_cells`. A package further up that counts something of its own makes its
series once with `make_series(…, owner=home)` and puts each period into it again whenever
it has counted: what is the same costs nothing, and what changed keeps what it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.series.models import Indicator, OldValue, Series, Value
from handslag.domain.series.queries import POPULATION, area_on, areas_by_code
from handslag.domain.series.rules import Cell, Fate, Rhythm, State
from handslag.domain.series.rules.cells import Held, area_code, fault, judge, settled

AT_A_TIME = 1000
_TOLD = ("amount", "state", "is_preliminary", "retrieved_at", "run")


Row = TypeVar("Row")
_Key = tuple[int, str, date]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the rows. `kept_rows`: final values that a preliminary one was not
    let replace. `refused`: rows that were left out, each with a code for why."""

    new: int = 0
    same: int = 0
    changed: int = 0
    kept: int = 0
    refused: list[tuple[Cell, str]] = field(default_factory=list)
    kept_rows: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class _Sorting:
    """Rows on their way in."""

    new: list[Value] = field(default_factory=list)
    changed: list[Value] = field(default_factory=list)
    older: list[OldValue] = field(default_factory=list)
    kept: list[Cell] = field(default_factory=list)
    refused: list[tuple[Cell, str]] = field(default_factory=list)
    same: int = 0

    def outcome(self) -> Outcome:
        return Outcome(
            len(self.new),
            self.same,
            len(self.changed),
            len(self.kept),
            self.refused,
            self.kept,
        )


@transaction.atomic
def put_cells(
    actor: Actor,
    series: Series,
    rows: Sequence[Cell],
    *,
    now: datetime,
    run: UUID | None,
    dry: bool = False,
) -> Outcome:
    """Put rows into a series: new ones, and those that changed; `dry` only says what
    would happen. Rows that cannot be read are left out and handed back with a code."""
    may_fill(actor, series, run)
    Series.objects.select_for_update().get(pk=series.pk)
    sorting = _sort(series, rows, now=now, run=run)
    if dry:
        return sorting.outcome()
    OldValue.objects.bulk_create(sorting.older, batch_size=AT_A_TIME)
    Value.objects.bulk_create(sorting.new, batch_size=AT_A_TIME)
    _write(sorting.changed)
    series.retrieved_at = now
    series.save(update_fields=["retrieved_at"])
    done = sorting.outcome()
    if done.new or done.changed:
        _tell_readers(series)
    counts = {"new": done.new, "changed": done.changed, "kept": done.kept}
    _note(actor, "series.cells_put", series, run=run, refused=len(done.refused), **counts)
    return done


@transaction.atomic
def undo_run(actor: Actor, run: UUID) -> int:
    """Take back what a run put in: cells become what they were before it, or go. A cell
    that a later run changed stays. Says how many were taken back."""
    touched = Series.objects.filter(values__run=run).distinct().order_by("pk")
    return sum([_undo(actor, one, run) for one in touched])


def may_fill(actor: Actor, series: Series, run: UUID | None) -> None:
    """The installation fills what is official and its own counts. A person fills the own
    series of a municipality, and official ones by a file that can be taken back."""
    if actor.kind == "system":
        return
    if series.owner_id is not None:
        require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({series.owner_id}))
        return
    require(actor, Act.RECORD_EVIDENCE, in_any_of=actor.organisation_ids)
    if run is None:
        raise NotAllowedError("series.official_by_file_only")


def _tell_readers(series: Series) -> None:
    """The public pages that show the series, or are divided by it, are made anew."""
    on = Q(series=series)
    if series.external_id == POPULATION:
        on |= Q(per__gt=0)
    shown = Indicator.objects.filter(on, is_public=True)
    bump_public(*Organisation.objects.filter(pk__in=shown.values("home")))


def _note(actor: Actor, action: str, series: Series, **ids: int | UUID | None) -> None:
    where = actor.where(Act.RECORD_EVIDENCE)
    behalf = series.owner_id if series.owner_id is not None else min(where, default=None)
    record(actor, action, series, on_behalf=behalf, **ids)


def _sort(
    series: Series, rows: Sequence[Cell], *, now: datetime, run: UUID | None
) -> _Sorting:
    areas = areas_by_code(area_code(row.area_code) for row in rows)
    sorting = _Sorting()
    told: dict[_Key, Cell] = {}
    for row in rows:
        area = area_on(areas, area_code(row.area_code), row.starts)
        wrong = fault(row, Rhythm(series.rhythm)) if area else "unknown_area"
        key: _Key = (area.pk if area else 0, row.sex.value, row.starts)
        if wrong or key in told:
            sorting.refused.append((row, wrong or "told_twice"))
        else:
            told[key] = row
    held = _held(series, {key[0] for key in told})
    for key, row in told.items():
        _place(sorting, series, key, row, held.get(key), now=now, run=run)
    return sorting


def _held(series: Series, areas: Iterable[int]) -> dict[_Key, Value]:
    found: dict[_Key, Value] = {}
    for some in _some(sorted(areas)):
        for one in series.values.filter(area__in=some):
            found[one.area_id, one.sex, one.starts] = one
    return found


def _place(
    sorting: _Sorting,
    series: Series,
    key: _Key,
    row: Cell,
    there: Value | None,
    *,
    now: datetime,
    run: UUID | None,
) -> None:
    given = settled(row)
    fate = judge(_as_held(there) if there else None, given)
    if fate is Fate.SAME:
        sorting.same += 1
    elif fate is Fate.KEPT:
        sorting.kept.append(row)
    elif there is None:
        fresh = Value(
            series=series, area_id=key[0], sex=row.sex, starts=row.starts, ends=row.ends
        )
        sorting.new.append(_told(fresh, given, now, run))
    else:
        sorting.older.append(_older(there, now))
        sorting.changed.append(_told(there, given, now, run))


def _as_held(value: Value) -> Held:
    return Held(State(value.state), value.amount, value.is_preliminary)


def _told(value: Value, given: Held, now: datetime, run: UUID | None) -> Value:
    value.amount, value.state = given.amount, given.state.value
    value.is_preliminary, value.retrieved_at, value.run = given.is_preliminary, now, run
    return value


def _older(value: Value, until: datetime) -> OldValue:
    same = {name: getattr(value, name) for name in _TOLD}
    return OldValue(value=value, until=until, **same)


def _write(changed: Sequence[Value]) -> None:
    Value.objects.bulk_create(
        changed,
        batch_size=AT_A_TIME,
        update_conflicts=True,
        unique_fields=["series", "area", "sex", "starts"],
        update_fields=list(_TOLD),
    )


def _some(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), AT_A_TIME):
        yield rows[start : start + AT_A_TIME]


def _undo(actor: Actor, series: Series, run: UUID) -> int:
    may_fill(actor, series, run)
    Series.objects.select_for_update().get(pk=series.pk)
    OldValue.objects.filter(run=run, value__series=series).delete()
    back, gone, spent = [], [], []
    for value in series.values.filter(run=run).prefetch_related("older"):
        before = next(iter(value.older.all()), None)
        if before is None:
            gone.append(value.pk)
            continue
        for name in _TOLD:
            setattr(value, name, getattr(before, name))
        back.append(value)
        spent.append(before.pk)
    _write(back)
    for some in _some(gone):
        Value.objects.filter(pk__in=some).delete()
    for some in _some(spent):
        OldValue.objects.filter(pk__in=some).delete()
    _tell_readers(series)
    _note(actor, "series.run_undone", series, run=run, back=len(back), gone=len(gone))
    return len(back) + len(gone)
