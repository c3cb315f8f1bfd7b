"""Which records are taken, which are not, and what an import came to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from handslag.domain.promises.rules.catalogue.reading import (
    TAKEN_KINDS,
    kind_of,
    name_of,
    read,
)
from handslag.domain.promises.rules.catalogue.records import (
    CatalogueRecord,
    RecordRefusedError,
    Why,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that was not taken: which, which field of it, and why."""

    record: str
    where: str
    code: Why
    facts: Mapping[str, object] = field(default_factory=dict)


class Kept(StrEnum):
    """What was done about a record whose set is not ours to write over."""

    LEFT = "left"  # the record has changed; the set stands as its owners left it
    BESIDE = "beside"  # new: added beside their own words, its follow-up not published
    DOWN = "down"  # the summary was taken down, and stays so


@dataclass(frozen=True, slots=True)
class Sorted:
    """The records of a file, by what can be done with them."""

    taken: tuple[CatalogueRecord, ...]
    not_yet: Mapping[str, int]  # by kind
    refused: tuple[Refusal, ...]


@dataclass(slots=True)
class Report:
    """What an import came to. A rehearsal says the same."""

    new_sets: int = 0
    changed_sets: int = 0
    new_promise_records: int = 0
    new_follow_ups: int = 0
    changed_records: int = 0
    unchanged_records: int = 0
    not_yet: Mapping[str, int] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    kept: list[tuple[str, Kept]] = field(default_factory=list)

    @property
    def taken(self) -> int:
        return self.new_promise_records + self.new_follow_ups + self.changed_records


def sort(records: Iterable[object]) -> Sorted:
    """Read every record; one that cannot be read is named and does not stop the rest."""
    taken: dict[str, CatalogueRecord] = {}
    not_yet: Counter[str] = Counter()
    refused = []
    for place, json in enumerate(records, start=1):
        try:
            kind = kind_of(json)
            if kind not in TAKEN_KINDS:
                not_yet[kind] += 1
                continue
            record = read(json)
            if record.id in taken:
                raise RecordRefusedError("id", Why.TWICE_IN_FILE)
            taken[record.id] = record
        except RecordRefusedError as error:
            refused.append(refusal(name_of(json, place), error))
    return Sorted(tuple(taken.values()), dict(not_yet), tuple(refused))


def refusal(name: str, error: RecordRefusedError) -> Refusal:
    return Refusal(name, error.where, error.code, error.facts)
