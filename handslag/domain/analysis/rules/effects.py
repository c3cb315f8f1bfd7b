"""A plan for seeing whether something helped, written before it begins.

Who chooses the area, the comparison and the months when the answer is known can choose
the answer. Therefore the plan is fixed when the activity begins.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.analysis.rules.kinds import TROUBLES
from handslag.domain.incidents.rules import Top
from handslag.domain.series.rules import Rhythm, Source

LONGEST_NAME = 200
NEAREST, FARTHEST = 100, 5_000  # metres around the middle of a place
WIDEST_RING = 2_000
BEFORE = (12, 24)  # months: a whole year at least, and as long as reports are kept
AFTER = (3, 24)
# As many periods before and after, by how long they are
PERIODS = {
    Rhythm.MONTH: ((12, 60), (3, 36)),
    Rhythm.QUARTER: ((4, 20), (1, 12)),
    Rhythm.YEAR: ((2, 10), (1, 5)),
}
ASKED = ((1, 10), (1, 5))  # years within which there is to be a survey


class Wanted(StrEnum):
    """Which way is hoped for. More reports can be good: fewer things go unseen."""

    FEWER = "fewer"
    MORE = "more"


class Beside(StrEnum):
    """What the figures of an indicator are held against."""

    COUNTY = "county"
    NATION = "nation"
    NOTHING = "nothing"


class Seen(StrEnum):
    """In what it is seen: reports around a place, numbers of a series, or surveys."""

    REPORTS = "reports"
    FIGURES = "figures"
    ANSWERS = "answers"


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
    """What is to be seen, where, against what, and when.

    Either reports: `place` and `comparison` are numbers of named places, and without a
    comparison it is the rest of the municipality; `before` and `after` are months. Or
    `indicator`, the number of one, held `beside` the rest of a larger area; `before` and
    `after` are then as many periods of its series, and for surveys years.
    """

    name: str
    begins: date
    tops: tuple[Top, ...] = ()
    place: int | None = None
    metres: int = 0
    ring: int = 0
    comparison: int | None = None
    indicator: int | None = None
    beside: Beside = Beside.NOTHING
    before: int = BEFORE[0]
    after: int = BEFORE[0]
    wanted: Wanted = Wanted.FEWER
    wanted_why: str = ""
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan as it was fixed, in names. Of reports: without `comparison` it is the rest of
    the municipality. Of an `indicator`: `place` is the municipality, and `rhythm` how long
    its periods are, `source` and `attribution` who
    counts. `least`: the smallest change that could have been seen, as a share of
    what there was; of answers, in shares of all who answer."""

    name: str
    seen: Seen
    place: str
    begins: date
    before: int
    after: int
    planned_on: date
    wanted: Wanted
    tops: tuple[Top, ...] = ()
    metres: int = 0
    ring: int = 0
    comparison: str = ""
    indicator: str = ""
    beside: Beside = Beside.NOTHING
    rhythm: Rhythm = Rhythm.MONTH
    source: Source | None = None
    attribution: str = ""
    least: float | None = None


def check_effect(draft: EffectDraft) -> None:
    """Refuse a plan that could not be followed."""
    if not draft.name.strip():
        raise NotAllowedError("analysis.no_name")
    if len(draft.name) > LONGEST_NAME:
        raise NotAllowedError("analysis.name_too_long", most=LONGEST_NAME)
    if draft.indicator is None:
        _check_reports(draft)


def check_periods(draft: EffectDraft, rhythm: Rhythm | None) -> None:
    """Refuse too few or too many periods of an indicator for anything to be said. None:
    it is asked for in surveys."""
    before, after = PERIODS[rhythm] if rhythm else ASKED
    _check_bounds(
        (draft.before, before, "periods_out_of_bounds"),
        (draft.after, after, "periods_out_of_bounds"),
    )


def _check_reports(draft: EffectDraft) -> None:
    if not draft.tops or not set(draft.tops) <= set(TROUBLES):
        raise NotAllowedError("analysis.nothing_to_count")
    if draft.wanted is Wanted.MORE and not draft.wanted_why.strip():
        raise NotAllowedError("analysis.why_more")
    if draft.comparison is not None and draft.comparison == draft.place:
        raise NotAllowedError("analysis.compared_with_itself")
    _check_bounds(
        (draft.metres, (NEAREST, FARTHEST), "metres_out_of_bounds"),
        (draft.ring, (0, WIDEST_RING), "ring_out_of_bounds"),
        (draft.before, BEFORE, "before_out_of_bounds"),
        (draft.after, AFTER, "after_out_of_bounds"),
    )


def _check_bounds(*given: tuple[int, tuple[int, int], str]) -> None:
    for number, (least, most), code in given:
        if not least <= number <= most:
            raise NotAllowedError(f"analysis.{code}", least=least, most=most)


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
