"""What a municipality decides about its reports: kinds, whose task, who meets. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from handslag.core.refusals import NotAllowedError
from handslag.core.text import slug
from handslag.domain.incidents.rules.words import Cadence, Top

Row = TypeVar("Row")

LONGEST_NAME = 120
MOST_KINDS = 80
MOST_ROUTES = 100
LONGEST_CODE = 36
MOST_DAYS = 365
SUNDAY = 7


@dataclass(frozen=True, slots=True)
class CategoryDraft:
    """A kind of incident: what it is called, and whether residents can choose it."""

    sv: str
    en: str = ""
    for_residents: bool = True


@dataclass(frozen=True, slots=True)
class RouteDraft:
    """Whose task it is. No category: of any kind. No place: anywhere."""

    owner: UUID
    days: int
    category: UUID | None = None
    place: UUID | None = None


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """A group that meets: what it is called, how often, on which day of the week."""

    name: str
    cadence: Cadence
    weekday: int
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the list, as far as its order is concerned."""

    key: int
    top: Top
    is_head: bool


def check_name(name: str) -> str:
    """A name without spaces around it, or a refusal."""
    said = " ".join(name.split())
    if not said:
        raise NotAllowedError("incidents.name_is_missing")
    if len(said) > LONGEST_NAME:
        raise NotAllowedError("incidents.name_too_long", most=LONGEST_NAME)
    return said


def check_days(days: int) -> int:
    if not 1 <= days <= MOST_DAYS:
        raise NotAllowedError("incidents.days_out_of_bounds", most=MOST_DAYS)
    return days


def check_group(draft: GroupDraft) -> None:
    check_name(draft.name)
    if draft.until is not None and draft.until < draft.since:
        raise NotAllowedError("incidents.ends_before_it_begins")
    if not 1 <= draft.weekday <= SUNDAY:
        raise NotAllowedError("incidents.no_such_weekday")


def code_for(name: str, taken: frozenset[str]) -> str:
    """A code that nothing else has: the name in small letters, numbered if need be."""
    wanted = slug(name)[:LONGEST_CODE].strip("-") or "kind"
    code, number = wanted, 2
    while code in taken:
        code, number = f"{wanted}-{number}", number + 1
    return code


def moved(kinds: Sequence[Kind], key: int, *, up: bool) -> list[int]:
    """The keys in their new order. A category goes with all its kinds, and a kind stays
    under its category. What stands first or last already stays where it is."""
    blocks = _blocks(kinds)
    at = next(place for place, block in enumerate(blocks) if key in [k.key for k in block])
    one = next(kind for kind in blocks[at] if kind.key == key)
    if one.is_head:
        _swap(blocks, at, up=up, first=0)
    else:
        block = blocks[at]
        _swap(block, block.index(one), up=up, first=int(block[0].is_head))
    return [kind.key for block in blocks for kind in block]


def _blocks(kinds: Sequence[Kind]) -> list[list[Kind]]:
    """Each category with its kinds, in the order in which the categories stand."""
    by_top: dict[Top, list[Kind]] = {}
    for kind in kinds:
        by_top.setdefault(kind.top, []).append(kind)
    return [sorted(block, key=lambda kind: not kind.is_head) for block in by_top.values()]


def _swap(row: list[Row], at: int, *, up: bool, first: int) -> None:
    to = at - 1 if up else at + 1
    if first <= to < len(row):
        row[at], row[to] = row[to], row[at]
