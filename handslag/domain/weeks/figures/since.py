"""What the days since the last meeting add up to, against the usual."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Place
from handslag.domain.weeks.queries.incidents import (
    PROBLEMS,
    Counted,
    Spot,
    counted,
    places_of,
)
from handslag.domain.weeks.rules.judging import levels
from handslag.domain.weeks.rules.words import Level
from handslag.statistics.grid import centre, to_sweref
from handslag.statistics.unusual import Unusual, Weighing, unusual, windows

YEAR = timedelta(days=365)
MOST_SPOTS = 12
NEAR = 750  # metres: farther away, a name says nothing of where it is
_SQUARE = 500


@dataclass(frozen=True, slots=True)
class Weighed:
    """A count since the last meeting, what is usual, and what can be said of it."""

    found: Unusual
    level: Level
    n: int  # in all days since the last meeting


@dataclass(frozen=True, slots=True)
class KindLine:
    """One kind of problem."""

    top: Top
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class SpotLine:
    """One spot with something new: what, and what was there in the year before."""

    spot: Spot
    name: str  # of a place; for a square the nearest name, or nothing
    is_near: bool
    key: str  # the public key of a named place
    tops: tuple[Top, ...]
    weighed: Weighed
    before: int
    dealt_with: int


@dataclass(frozen=True, slots=True)
class Since:
    """What is new since the last meeting."""

    first: date
    last: date
    weighing: Weighing
    all: Weighed
    kinds: tuple[KindLine, ...]
    spots: tuple[SpotLine, ...]
    safe: int
    nowhere: int

    @property
    def lines(self) -> tuple["KindLine | SpotLine", ...]:
        return (*self.spots, *self.kinds)

    @property
    def worst(self) -> Level:
        """The most that can be said of any kind or spot, or of all."""
        seen = {one.weighed.level for one in self.lines}
        seen.add(self.all.level)
        return next((one for one in Level if one in seen), Level.SHORT)

    @property
    def standing_out(self) -> tuple[KindLine | SpotLine, ...]:
        """What is unlike the usual, the surest first."""
        out = [
            one for one in self.lines if one.weighed.level in (Level.UNUSUAL, Level.HINT)
        ]
        return tuple(sorted(out, key=lambda one: one.weighed.found.p))


Pick = Callable[[Counted], bool]


def since_last(municipalities: Sequence[int], *, first: date, last: date) -> Since:
    """All that the board says of the days from `first` to `last`. Two queries."""
    rows = counted(municipalities, since=first - YEAR, until=last)
    problems = [one for one in rows if one.top in PROBLEMS]
    earliest = min((one.day for one in rows), default=last)
    weighing = windows(first, last, earliest=earliest)
    new = [one for one in problems if first <= one.day]
    spots = _most([one for one in new if one.spot.is_somewhere])
    places = places_of(municipalities)
    picks: list[Pick] = [
        lambda one: True,
        *[_of_kind(top) for top in PROBLEMS],
        *[_at(spot) for spot in spots],
    ]
    weighed = _weighed(problems, picks, weighing, first)
    kinds = weighed[1 : 1 + len(PROBLEMS)]
    at = weighed[1 + len(PROBLEMS) :]
    return Since(
        first=first,
        last=last,
        weighing=weighing,
        all=weighed[0],
        kinds=tuple(KindLine(*pair) for pair in zip(PROBLEMS, kinds, strict=True)),
        spots=tuple(
            _spot_line(spot, one, problems, first, places)
            for spot, one in zip(spots, at, strict=True)
        ),
        safe=sum(one.n for one in rows if one.top is Top.SAFE_PLACE and first <= one.day),
        nowhere=sum(one.n for one in new if not one.spot.is_somewhere),
    )


def _of_kind(top: Top) -> Pick:
    return lambda one: one.top is top


def _at(spot: Spot) -> Pick:
    return lambda one: one.spot == spot


def _most(new: Iterable[Counted]) -> list[Spot]:
    """The spots with the most that is new."""
    by_spot: Counter[Spot] = Counter()
    for one in new:
        by_spot[one.spot] += one.n
    ordered = sorted(
        by_spot, key=lambda spot: (-by_spot[spot], spot.place or 0, spot.cell or 0)
    )
    return ordered[:MOST_SPOTS]


def _weighed(
    rows: Sequence[Counted], picks: Sequence[Pick], weighing: Weighing, first: date
) -> list[Weighed]:
    """Each count against its own usual; judged together, but all of it by itself."""
    counts = [[one for one in rows if pick(one)] for pick in picks]
    found = [_unusual(mine, weighing) for mine in counts]
    said = [*levels(found[:1]), *levels(found[1:])]
    return [
        Weighed(one, level, sum(row.n for row in mine if row.day >= first))
        for one, level, mine in zip(found, said, counts, strict=True)
    ]


def _unusual(rows: Sequence[Counted], weighing: Weighing) -> Unusual:
    by_day: Counter[date] = Counter()
    for one in rows:
        by_day[one.day] += one.n

    def within(starts: date, ends: date) -> int:
        return sum(n for day, n in by_day.items() if starts <= day <= ends)

    usual = [within(*window) for window in weighing.earlier]
    return unusual(within(*weighing.now), usual, times=weighing.times)


def _spot_line(
    spot: Spot,
    weighed: Weighed,
    rows: Sequence[Counted],
    first: date,
    places: dict[int, Place],
) -> SpotLine:
    here = [one for one in rows if one.spot == spot]
    earlier = [one for one in here if one.day < first]
    name, is_near = name_of(spot, places)
    return SpotLine(
        spot=spot,
        name=name,
        is_near=is_near,
        key=str(places[spot.place].public_id) if spot.place in places else "",
        tops=tuple(
            top
            for top in PROBLEMS
            if any(one.top is top and one.day >= first for one in here)
        ),
        weighed=weighed,
        before=sum(one.n for one in earlier),
        dealt_with=sum(one.dealt_with for one in earlier),
    )


def name_of(spot: Spot, places: dict[int, Place]) -> tuple[str, bool]:
    """What a spot is called, and whether that is only the nearest name."""
    if spot.place is not None:
        place = places.get(spot.place)
        return (place.name if place else ""), False
    if spot.cell is None:
        return "", False
    middle = to_sweref(*centre(spot.cell, _SQUARE))
    away = [
        (_metres(middle, to_sweref(one.lon, one.lat)), one.name)
        for one in places.values()
        if one.lon is not None and one.lat is not None
    ]
    nearest = min(away, default=(float("inf"), ""))
    return (nearest[1], True) if nearest[0] <= NEAR else ("", True)


def _metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
