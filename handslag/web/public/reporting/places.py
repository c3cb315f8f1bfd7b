"""Finding the place among the named ones, without a map and without a script."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from handslag.core.text import fold
from handslag.domain.incidents.published import Named

AT_FIRST = 12  # so many are listed without a search
NEAR = 300.0  # metres
_METRES = 111_320.0  # of one degree of latitude


@dataclass(frozen=True, slots=True)
class Listed:
    """The places to choose among, and how many more there are."""

    places: tuple[Named, ...]
    others: int


def listed(places: Sequence[Named], *, words: str, chosen: str) -> Listed:
    """Those whose name holds the words; the chosen one always first."""
    asked = fold(words).split()
    fitting = [one for one in places if _fits(one, asked)]
    first = [one for one in places if str(one.key) == chosen]
    shown = [*first, *(one for one in fitting if one not in first)][:AT_FIRST]
    return Listed(tuple(shown), max(len(fitting) - AT_FIRST, 0))


def near(places: Sequence[Named], lon: float, lat: float) -> list[Named]:
    """The small named places within a short walk of a point, the nearest first."""
    there = [(_metres(one, lon, lat), one) for one in places if one.small]
    return [one for far, one in sorted(there, key=lambda pair: pair[0]) if far <= NEAR]


def _metres(one: Named, lon: float, lat: float) -> float:
    if one.lon is None or one.lat is None:
        return float("inf")
    east = (one.lon - lon) * cos(radians(lat)) * _METRES
    return hypot(east, (one.lat - lat) * _METRES)


def _fits(one: Named, asked: Sequence[str]) -> bool:
    name = fold(f"{one.name} {one.lies_in}")
    return all(word in name for word in asked)
