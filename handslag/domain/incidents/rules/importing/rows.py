"""From one row of a file to a report, by what was chosen for its columns. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from handslag.core.guard.rules import Finding, find, redacted
from handslag.core.refusals import NotAllowedError
from handslag.core.text import fold
from handslag.domain.incidents.rules.drafts import IncidentDraft, Where
from handslag.domain.incidents.rules.importing.columns import LONGEST_VALUE, Field
from handslag.domain.incidents.rules.importing.moments import decimal, occurrence
from handslag.domain.incidents.rules.words import Inside, Outcome, Top
from handslag.statistics.grid import to_wgs84

OPEN, LEFT_OUT, SAFE, UNSAFE = "open", "left_out", "safe", "unsafe"
SHORT = 60  # letters of an example
_EAST = (200_000.0, 1_000_000.0)
_NORTH = (6_000_000.0, 7_800_000.0)


class Stage(StrEnum):
    """How far a file has come."""

    UPLOADED = "uploaded"
    JUDGING = "judging"
    JUDGED = "judged"
    READING = "reading"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


class RowState(StrEnum):
    """What would happen to a row, or what kept it out."""

    WAITING = "waiting"  # not looked at yet
    READY = "ready"
    HELD = "held"  # taken in; its words wait for a moderator
    REDACTED = "redacted"  # taken in without what points at a person
    TWIN = "twin"  # looks like something that is there
    THERE = "there"  # the same is there
    PERSON = "person"  # left out: it points at a person
    LEFT_OUT = "left_out"  # left out by what was chosen for its kind
    WRONG = "wrong"  # cannot be read


# Each of these is one report when the file is read in.
TAKEN = (RowState.READY, RowState.HELD, RowState.REDACTED)


class Certain(StrEnum):
    """What is done with a row that certainly points at a person."""

    STOP = "stop"
    REDACT = "redact"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is read: which column says what, and what its values mean."""

    columns: Mapping[Field, int] = field(default_factory=dict)
    values: Mapping[Field, Mapping[str, str]] = field(default_factory=dict)
    category: str = ""
    inside: Inside = Inside.UNKNOWN
    certain: Certain = Certain.STOP

    def stored(self) -> dict[str, Any]:
        return {
            "columns": {one.value: at for one, at in self.columns.items()},
            "values": {one.value: dict(said) for one, said in self.values.items()},
            "category": self.category,
            "inside": self.inside.value,
            "certain": self.certain.value,
        }

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Plan":
        return cls(
            {Field(one): at for one, at in stored.get("columns", {}).items()},
            {Field(one): said for one, said in stored.get("values", {}).items()},
            stored.get("category", ""),
            Inside(stored.get("inside", Inside.UNKNOWN)),
            Certain(stored.get("certain", Certain.STOP)),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was understood. `outcome`: it is closed, and how it ended."""

    draft: IncidentDraft
    number: str
    outcome: Outcome | None


class RowLeftOutError(Exception):
    """By what was chosen for its kind or status, the row is not read in."""


def row_of(cells: Sequence[str], plan: Plan, places: Mapping[str, UUID]) -> Row:
    """What a row says. `places`: the names of the municipality's places, folded."""

    def said(of: Field) -> str:
        at = plan.columns.get(of)
        return cells[at].strip() if at is not None else ""

    meant = {of: _meant(plan, of, said(of)) for of in plan.values}
    if LEFT_OUT in meant.values():
        raise RowLeftOutError
    status = meant.get(Field.STATUS) or OPEN
    return Row(
        IncidentDraft(
            category=_category(plan, meant),
            where=_where(said, plan, places),
            when=occurrence(said(Field.DAY), said(Field.TIME)),
            text=said(Field.TEXT),
        ),
        number=said(Field.NUMBER),
        outcome=None if status == OPEN else Outcome(status),
    )


def key_of(within: UUID, system: str, number: str, mark: str) -> UUID:
    """The key of a row: by its number in the other system, else by what it says."""
    space = space_of(within, system)
    return uuid5(space, f"nr:{number}" if number else f"row:{mark}")


def space_of(within: UUID, system: str) -> UUID:
    """What keeps the numbers of two systems apart."""
    return uuid5(within, f"import:{fold(' '.join(system.split()))}")


def weighed(draft: IncidentDraft) -> list[Finding]:
    """What in the words of a row points at a person."""
    return [one for words in (draft.text, draft.where.words) for one in find(words.strip())]


def without_persons(words: str) -> str:
    """The words without what certainly points at a person; what is unsure stays, and
    is found again by the one who holds it for the moderator."""
    said = words.strip()
    certain = [one for one in find(said) if one.certain]
    return redacted(said, certain) if certain else said


def example(words: str) -> str:
    """The beginning of a cell, to see what its column is about: without persons."""
    said = words[:SHORT].strip()
    found = find(said)
    return redacted(said, found) if found else said


def _meant(plan: Plan, of: Field, said: str) -> str:
    if not said:
        return ""
    meaning = plan.values[of].get(fold(said[:LONGEST_VALUE].strip()), "")
    if not meaning and of is not Field.SAFE:
        raise NotAllowedError(f"incidents.row_{of.value}_is_unknown")
    return meaning


def _category(plan: Plan, meant: Mapping[Field, str]) -> str:
    if meant.get(Field.SAFE) == SAFE:
        return Top.SAFE_PLACE
    unsafe = Top.UNSAFE_PLACE.value if meant.get(Field.SAFE) == UNSAFE else ""
    found = meant.get(Field.KIND) or unsafe or plan.category
    if not found:
        raise NotAllowedError("incidents.row_has_no_kind")
    return found


def _where(said: Any, plan: Plan, places: Mapping[str, UUID]) -> Where:
    name, words = said(Field.PLACE), said(Field.WHERE)
    place = places.get(fold(name)) if name else None
    if name and place is None:  # a name that is not ours is words about where
        words = f"{name}, {words}" if words else name
    lon, lat = _position(said)
    return Where(lon=lon, lat=lat, place=place, words=words, inside=plan.inside)


def _position(said: Any) -> tuple[float | None, float | None]:
    lon, lat = said(Field.LON), said(Field.LAT)
    if lon and lat:
        return decimal(lon), decimal(lat)
    east, north = said(Field.EAST), said(Field.NORTH)
    if not (east and north):
        return None, None
    return _from_metres(decimal(east), decimal(north))


def _from_metres(east: float, north: float) -> tuple[float, float]:
    """Which is X and which is Y differs; over Sweden no number can be both."""
    if _within(east, _NORTH) and _within(north, _EAST):
        east, north = north, east
    if not (_within(east, _EAST) and _within(north, _NORTH)):
        raise NotAllowedError("incidents.row_is_not_in_the_grid")
    return to_wgs84(east, north)


def _within(number: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= number <= bounds[1]
