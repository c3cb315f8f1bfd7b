"""Does the log still say what it said when it was written?

The chain is walked from the first seal to the last. What this finds by itself:
a row that was changed, taken away, put in or moved, and a tail cut off before
the latest head of a day. Whoever can write in the tables can also compute the
whole chain anew; that is found only with a head kept somewhere else: on the
public page, in a letter, with another authority.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TypeVar

from django.db import DataError, connection
from django.db.models import Model

from handslag.core.audit import rules, triggers
from handslag.core.audit.models import DayHead, Entry, Seal, Unsealed
from handslag.core.audit.rules import Finding, Head

LATE = timedelta(minutes=10)
_AT_A_TIME = 500
_UNREADABLE = (ValueError, TypeError, AttributeError, DataError)

_Row = TypeVar("_Row", bound=Model)


@dataclass(slots=True)
class _Walk:
    """What is remembered on the way along the chain."""

    wanted_numbers: frozenset[int]
    wanted_hashes: frozenset[str]
    no: int = 0
    previous: str = rules.FIRST
    hash_at: dict[int, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    last_of_day: dict[date, int] = field(default_factory=dict)

    def step(self, seal: Seal) -> None:
        self.no, self.previous = seal.no, seal.hash
        if seal.no in self.wanted_numbers:
            self.hash_at[seal.no] = seal.hash
        if seal.hash in self.wanted_hashes:
            self.seen.add(seal.hash)
        with suppress(*_UNREADABLE):
            self.last_of_day[rules.day_of(seal.sealed_at)] = seal.no


def findings(*, now: datetime, outside: Sequence[Head] = ()) -> Iterator[Finding]:
    """Everything that is wrong with the log; `outside` are heads kept elsewhere."""
    days = {head.day: head for head in DayHead.objects.order_by("day")}
    heads = [*(Head(head.no, head.hash) for head in days.values()), *outside]
    walk = _Walk(
        wanted_numbers=frozenset(head.no for head in heads if head.no is not None),
        wanted_hashes=frozenset(head.hash for head in heads),
    )
    for name in triggers.missing(connection):
        yield Finding("trigger_missing", name)
    yield from _along_the_chain(walk)
    yield from _beside_the_chain(now)
    for day, kept in days.items():
        yield from _against_head(walk, Head(kept.no, kept.hash), f"{day}")
    yield from _days_without_head(walk, days)
    for head in outside:
        yield from _against_head(walk, head, "--head")


def _along_the_chain(walk: _Walk) -> Iterator[Finding]:
    numbers = Seal.objects.order_by("no").values_list("no", flat=True).iterator()
    while some := list(islice(numbers, _AT_A_TIME)):
        seals = _read(Seal, some)
        entries = _read(Entry, [seal.entry_id for seal in seals.values() if seal])
        for no in some:
            seal = seals.get(no)
            if seal is None:
                yield Finding("seal_unreadable", str(no))
                continue
            yield from _one_seal(walk, seal, entries)
            walk.step(seal)


def _one_seal(
    walk: _Walk, seal: Seal, entries: dict[object, Entry | None]
) -> Iterator[Finding]:
    if seal.no != walk.no + 1:
        yield Finding("seals_missing", f"{walk.no + 1}–{seal.no - 1}")
    if seal.previous != walk.previous:
        yield Finding("chain_broken", str(seal.no))
    if seal.entry_id not in entries:
        yield Finding("entry_missing", f"{seal.no} ({seal.entry_id})")
    elif _hash(seal, entries[seal.entry_id]) != seal.hash:
        yield Finding("entry_changed", f"{seal.no} ({seal.entry_id})")


def _hash(seal: Seal, entry: Entry | None) -> str:
    """The seal computed anew; "" for a row that is no longer readable."""
    if entry is None:
        return ""
    try:
        return rules.seal_hash(
            no=seal.no,
            previous=seal.previous,
            sealed_at=seal.sealed_at,
            entry=entry.facts(),
        )
    except _UNREADABLE:
        return ""


def _beside_the_chain(now: datetime) -> Iterator[Finding]:
    """Rows that no seal covers: put in past the queue, or waiting for too long."""
    uncovered = Entry.objects.filter(seal__isnull=True)
    for number in uncovered.filter(waiting__isnull=True).values_list("pk", flat=True):
        yield Finding("entry_inserted", str(number))
    late = uncovered.filter(waiting__isnull=False, at__lt=now - LATE)
    for number in late.values_list("pk", flat=True):
        yield Finding("entry_late", str(number))
    twice = Unsealed.objects.filter(entry__seal__isnull=False)
    for number in twice.values_list("pk", flat=True):
        yield Finding("entry_queued_again", str(number))


def _against_head(walk: _Walk, head: Head, source: str) -> Iterator[Finding]:
    """Compare with a head that was kept: a shorter or another chain shows here."""
    if head.no is None:
        if head.hash not in walk.seen:
            yield Finding("head_unknown", f"{source}: {head.hash}")
    elif head.no > walk.no:
        yield Finding("tail_cut", f"{source}: {walk.no + 1}–{head.no}")
    elif walk.hash_at.get(head.no) != head.hash:
        yield Finding("head_differs", f"{source}: {head.no}")


def _days_without_head(walk: _Walk, days: dict[date, DayHead]) -> Iterator[Finding]:
    """Every day but the last has its head, and the head is that day's last seal."""
    latest = max(walk.last_of_day, default=None)
    for day, no in walk.last_of_day.items():
        if day in days and no != days[day].no <= walk.no:
            yield Finding("head_differs", f"{day}: {no}")
        if day != latest and day not in days:
            yield Finding("head_missing", f"{day}")


def _read(model: type[_Row], keys: Sequence[object]) -> dict[object, _Row | None]:
    """The rows by key. One that the database gives back as nonsense is None."""
    try:
        return dict(model._default_manager.in_bulk(keys))
    except _UNREADABLE:
        rows: dict[object, _Row | None] = {}
        for key in keys:
            try:
                rows.update(model._default_manager.in_bulk([key]))
            except _UNREADABLE:
                rows[key] = None
        return rows
