"""Lines of a file as points: where they lie, in whole numbers, and which cannot be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from handslag.core.points.rules import UNKNOWN, day_number
from handslag.domain.analysis.models import PointFile
from handslag.domain.analysis.rules.files import ROUNDED, Grid
from handslag.domain.organisations.maps import hold_all
from handslag.integrations.point_table import Point, PointReading
from handslag.statistics.grid import to_sweref

_HOUR = 3600


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Points in columns, and the lines that were left out with the codes of why."""

    east: NDArray[np.int32]
    north: NDArray[np.int32]
    days: NDArray[np.uint16]
    hour: NDArray[np.uint8]
    hours: NDArray[np.uint16]
    kinds: Sequence[str]
    bad: tuple[tuple[int, str], ...]
    numbers: NDArray[np.uint8] | None = None

    def numbered(self, kinds: Sequence[str]) -> "Placed":
        """With each kind as its place in the list, from 1."""
        place = {name: nr for nr, name in enumerate(kinds, 1)}
        numbers = np.array([place[one] for one in self.kinds], np.uint8)
        return replace(self, numbers=numbers)

    def packed(self) -> Mapping[str, NDArray[np.generic]]:
        """The columns that are kept."""
        assert self.numbers is not None  # noqa: S101 - numbered by whoever calls
        return {
            "east": self.east,
            "north": self.north,
            "day": self.days,
            "hour": self.hour,
            "hours": self.hours,
            "kind": self.numbers,
        }


def placed(file: PointFile, reading: PointReading) -> Placed:
    """The lines of days that the file covers, within the municipality, to ten metres."""
    bad = {one.nr: one.reason for one in reading.bad}
    points: list[Point] = []
    metres: list[tuple[float, float]] = []
    for one in reading.points:
        at = _metres(one, Grid(file.grid))
        if not file.covers_from <= one.day <= file.covers_to:
            bad[one.nr] = "outside_the_days"
        elif at is None:
            bad[one.nr] = "no_position"
        else:
            points.append(one)
            metres.append(at)
    where = np.array(metres, np.float64).reshape(-1, 2)
    inside = hold_all(file.within.code, where)
    kept = [one for one, is_in in zip(points, inside, strict=True) if is_in]
    for one, is_in in zip(points, inside, strict=True):
        if not is_in:
            bad[one.nr] = "outside_the_municipality"
    rounded = (np.rint(where[inside] / ROUNDED) * ROUNDED).astype(np.int32)
    hours = [_hours(one) for one in kept]
    return Placed(
        east=rounded[:, 0],
        north=rounded[:, 1],
        days=np.array([day_number(one.day) for one in kept], np.uint16),
        hour=np.array([first for first, _long in hours], np.uint8),
        hours=np.array([long for _first, long in hours], np.uint16),
        kinds=[one.kind for one in kept],
        bad=tuple(sorted(bad.items())),
    )


def _metres(one: Point, grid: Grid) -> tuple[float, float] | None:
    """East and north."""
    north, east = float(one.north), float(one.east)
    if grid is Grid.SWEREF:
        return east, north
    try:
        return to_sweref(east, north)
    except ValueError:
        return None


def _hours(one: Point) -> tuple[int, int]:
    """The hour of the week when it began, and how many hours it lies within."""
    if one.starts is None:
        return UNKNOWN, 0
    hour = 24 * one.starts.weekday() + one.starts.hour
    if one.until is None:
        return hour, 0
    long = (one.until - one.starts.replace(minute=0)).total_seconds()
    return hour, max(ceil(long / _HOUR), 1)
