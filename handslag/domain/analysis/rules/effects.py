"""A plan for seeing whether something helped, written before it begins.

Who chooses the area, the comparison and the months when the answer is known can choose
the answer. Therefore the plan is fixed when the activity begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handslag.core.deadlines import months_after
from handslag.core.refusals import NotAllowedError
from handslag.domain.analysis.rules.kinds import TROUBLES
from handslag.domain.incidents.rules import Top

LONGEST_NAME = 200
NEAREST, FARTHEST = 100, 5_000  # metres around the middle of a place
WIDEST_RING = 2_000
BEFORE = (12, 24)  # months: a whole year at least, and as long as reports are kept
AFTER = (3, 24)


class Wanted(StrEnum):
    """Which way is hoped for. More reports can be good: fewer things go unseen."""

    FEWER = "fewer"
    MORE = "more"


class Part(StrEnum):
    """Where a report lies, seen from a plan."""

    AREA = "area"
    RING = "ring"
    COMPARISON = "comparison"


class Stage(StrEnum):
    """How far it has come. Called off is not judged."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    OVER = "over"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class EffectDraft:
    """What is to be seen, where, against what, and when. `place` and `comparison` are
    numbers of named places; without a comparison it is the rest of the municipality."""

    name: str
    tops: tuple[Top, ...]
    place: int
    metres: int
    begins: date
    ring: int = 0
    comparison: int | None = None
    before: int = BEFORE[0]
    after: int = BEFORE[0]
    wanted: Wanted = Wanted.FEWER
    wanted_why: str = ""
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan as it was fixed, in names. Without `comparison` it is the rest of the
    municipality; `least`: the smallest change, as a share, that could have been seen."""

    name: str
    tops: tuple[Top, ...]
    place: str
    metres: int
    ring: int
    comparison: str
    begins: date
    before: int
    after: int
    planned_on: date
    wanted: Wanted
    least: float | None = None


def check_effect(draft: EffectDraft) -> None:
    """Refuse a plan that could not be followed."""
    if not draft.name.strip():
        raise NotAllowedError("analysis.no_name")
    if len(draft.name) > LONGEST_NAME:
        raise NotAllowedError("analysis.name_too_long", most=LONGEST_NAME)
    if not draft.tops or not set(draft.tops) <= set(TROUBLES):
        raise NotAllowedError("analysis.nothing_to_count")
    if draft.wanted is Wanted.MORE and not draft.wanted_why.strip():
        raise NotAllowedError("analysis.why_more")
    if draft.comparison == draft.place:
        raise NotAllowedError("analysis.compared_with_itself")
    for number, (least, most), code in _bounds(draft):
        if not least <= number <= most:
            raise NotAllowedError(f"analysis.{code}", least=least, most=most)


def _bounds(draft: EffectDraft) -> Iterator[tuple[int, tuple[int, int], str]]:
    yield draft.metres, (NEAREST, FARTHEST), "metres_out_of_bounds"
    yield draft.ring, (0, WIDEST_RING), "ring_out_of_bounds"
    yield draft.before, BEFORE, "before_out_of_bounds"
    yield draft.after, AFTER, "after_out_of_bounds"


@dataclass(frozen=True, slots=True)
class Window:
    """The whole months before and after, and those that are over by a day."""

    first: date
    begins: date  # the first of the month in which it begins, which is in neither
    ends: date  # the day after the last month

    @property
    def resumes(self) -> date:
        """The first month after the one in which it began."""
        return months_after(self.begins, 1)

    def is_before(self, month: date) -> bool:
        return self.first <= month < self.begins

    def is_after(self, month: date) -> bool:
        return self.resumes <= month < self.ends

    def months(self, *, until: date) -> list[date]:
        """All of them that are over, but for the one in which it begins."""
        every = []
        month = self.first
        while month < self.ends and months_after(month, 1) <= until:
            if month != self.begins:
                every.append(month)
            month = months_after(month, 1)
        return every


def window(begins: date, *, before: int, after: int) -> Window:
    """The month in which it begins is half before and half after, and so neither."""
    first = begins.replace(day=1)
    return Window(months_after(first, -before), first, months_after(first, after + 1))


def part_of(metres: float, *, radius: int, ring: int, other: float | None) -> Part | None:
    """Where something lies that is so far from the middle, and so far from the middle of
    the comparison (none: all that is outside). What is in neither is not counted."""
    if metres <= radius:
        return Part.AREA
    if metres <= radius + ring:
        return Part.RING
    if other is None or other <= radius:
        return Part.COMPARISON
    return None
