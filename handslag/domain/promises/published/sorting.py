"""What each promise of the bank is sorted under, kept in memory as bits.

Twenty thousand promises under six filters: to count what each choice would
leave, a database goes through them all several times. Here every value of a
filter is one long number in which each promise has a bit, so choosing is `&`
and counting is `bit_count`. One small query at each reading tells which sets
have been written since; only they are read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any
from uuid import UUID

from handslag.domain.promises.models import BankEntry, BankSet

# The filters, by their name and the column they are about.
COLUMNS = ("focus", "verdict", "size", "county")
SEVERAL = {"activity": "activities", "op": "ops"}
FILTERS = (*COLUMNS, *SEVERAL)
EXAMPLES = ("example", "yes")
MOST_WASTE = 2  # more places than promises by this: time to begin anew

Bits = int
Value = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sorted:
    """All promises of the bank at one moment. Never changed: a newer one takes over."""

    sets: Mapping[int, Bits] = field(default_factory=dict)  # by their mark
    bits: Mapping[Value, Bits] = field(default_factory=dict)
    keys: tuple[UUID, ...] = ()  # the promise in each place
    at: Mapping[UUID, int] = field(default_factory=dict)
    order: tuple[tuple[int, int, int], ...] = ()  # the newest period first, then as written
    alive: Bits = 0

    def chosen(self, values: Iterable[Value]) -> Bits:
        """The promises that have all these values."""
        left = self.alive
        for value in values:
            left &= self.bits.get(value, 0)
        return left

    def of(self, keys: Iterable[UUID]) -> Bits:
        """The promises with these public ids."""
        return _bits(self.at[key] for key in keys if key in self.at) & self.alive

    def counted(self, name: str, among: Bits) -> dict[str, int]:
        """How many of these promises each value of a filter has, those that have any."""
        counts = {
            value: (bits & among).bit_count()
            for (which, value), bits in self.bits.items()
            if which == name
        }
        return {value: count for value, count in counts.items() if count}

    def newest_first(self, among: Bits) -> list[UUID]:
        """The public ids of these promises, those of the newest periods first."""
        told = f"{among:0{len(self.keys)}b}"[::-1]
        return [self.keys[place] for _, _, place in self.order if told[place] == "1"]


_now = Sorted()
_lock = Lock()


def sorted_now() -> Sorted:
    """All promises as they are sorted at this moment. One query, two after a change."""
    global _now  # noqa: PLW0603 - one copy for all who read in this process
    marks = set(BankSet.objects.values_list("mark", flat=True))
    before = _now
    if marks == before.sets.keys():
        return before
    with _lock:
        _now = _renewed(_now, marks)
        return _now


def _renewed(before: Sorted, marks: set[int]) -> Sorted:
    """Let go of what is gone, and read what has been written since."""
    kept = {mark: own for mark, own in before.sets.items() if mark in marks}
    left = replace(before, sets=kept, alive=_together(kept.values()))
    if len(left.keys) > MOST_WASTE * left.alive.bit_count():
        left = Sorted()
    new = marks - left.sets.keys()
    rows = list(_rows(new, everything=not left.sets)) if new else []
    return _with(left, rows, new)


_SINGLE = ("bank_set__mark", "public_id", "newest", "pk", "is_example", *COLUMNS)


def _rows(marks: set[int], *, everything: bool) -> Iterator[tuple[Any, ...]]:
    entries = BankEntry.objects.values_list(*_SINGLE, *SEVERAL.values())
    if not everything:
        entries = entries.filter(bank_set__mark__in=marks)
    return (row for row in entries.iterator(chunk_size=2000) if row[0] in marks)


def _with(before: Sorted, rows: Iterable[tuple[Any, ...]], marks: set[int]) -> Sorted:
    places: defaultdict[Value, list[int]] = defaultdict(list)
    of_sets: dict[int, list[int]] = {mark: [] for mark in marks}
    keys, order = list(before.keys), list(before.order)
    for mark, key, newest, pk, is_example, *values in rows:
        place = len(keys)
        keys.append(key)
        order.append((-newest.toordinal(), pk, place))
        of_sets[mark].append(place)
        for value in _values(values):
            places[value].append(place)
        if is_example:
            places[EXAMPLES].append(place)
    bits = dict(before.bits)
    for value, held in places.items():
        bits[value] = bits.get(value, 0) | _bits(held)
    sets = {mark: _bits(held) for mark, held in of_sets.items()}
    first = len(before.keys)
    return Sorted(
        sets={**before.sets, **sets},
        bits=bits,
        keys=tuple(keys),
        at={**before.at, **{key: first + n for n, key in enumerate(keys[first:])}},
        order=tuple(sorted(order)),
        alive=before.alive | _together(sets.values()),
    )


def _values(row: list[str]) -> Iterator[Value]:
    for name, value in zip(COLUMNS, row, strict=False):
        yield name, value
    for name, codes in zip(SEVERAL, row[len(COLUMNS) :], strict=True):
        for code in codes.split():
            yield name, code


def _bits(places: Iterable[int]) -> Bits:
    held = list(places)
    if not held:
        return 0
    told = bytearray(max(held) // 8 + 1)
    for place in held:
        told[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(told, "little")


def _together(many: Iterable[Bits]) -> Bits:
    every = 0
    for bits in many:
        every |= bits
    return every
