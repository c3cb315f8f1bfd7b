"""What a file of points may hold, and what one says of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from handslag.core.points.rules import FIRST
from handslag.core.refusals import NotAllowedError

KEPT_HOURS = 24  # a file that was sent in and not read in
KEPT_YEARS = 5  # points, after the last day that their file covers
SHOWN_LINES = 100  # of those that were left out
MOST_KINDS, LONGEST_KIND = 20, 60
ROUNDED = 10  # metres
COLUMNS = ("day", "time", "until", "north", "east", "kind")
NEEDED = ("day", "north", "east")


class Grid(StrEnum):
    """What the two numbers of a place are."""

    SWEREF = "sweref"
    WGS84 = "wgs84"


@dataclass(frozen=True, slots=True)
class PointFileDraft:
    """What is said of a file: what is counted, by whom, what it covers and when."""

    name: str
    counted_by: str
    covers: str
    covers_from: date
    covers_to: date
    grid: Grid
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file becomes, or would become. `kinds`: how many of each; `bad`: the line and
    the code of why it is left out."""

    n: int
    kinds: Mapping[str, int] = field(default_factory=dict)
    bad: tuple[tuple[int, str], ...] = ()


def check_point_file(draft: PointFileDraft, *, today: date) -> None:
    """Refuse a file that nobody could read rightly."""
    said = (draft.name, draft.counted_by, draft.covers)
    if not all(one.strip() for one in said):
        raise NotAllowedError("points.say_what_it_is")
    if not FIRST <= draft.covers_from <= draft.covers_to:
        raise NotAllowedError("points.days_the_wrong_way", first=FIRST.year)
    if draft.covers_to > today:
        raise NotAllowedError("points.days_ahead")


def check_columns(columns: Mapping[str, str]) -> None:
    """Refuse a file of which the day or the place is not pointed out."""
    if not all(columns.get(one) for one in NEEDED):
        raise NotAllowedError("points.say_which_columns")
    used = [name for name in columns.values() if name]
    if len(used) != len(set(used)):
        raise NotAllowedError("points.one_column_twice")


def check_kinds(kinds: Mapping[str, int]) -> None:
    """Refuse so many kinds, or so long ones, that they are texts."""
    if len(kinds) > MOST_KINDS:
        raise NotAllowedError("points.too_many_kinds", most=MOST_KINDS)
    if any(len(one) > LONGEST_KIND for one in kinds):
        raise NotAllowedError("points.kind_too_long", most=LONGEST_KIND)
