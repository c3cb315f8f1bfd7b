"""What speaks for two incidents being the same thing, or the same place. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import hypot

NEAR = 50  # metres
WEEKS = 12  # what else happened here
SAME = timedelta(days=3)  # may be the same thing
EVENING = timedelta(hours=4)


class Why(StrEnum):
    """One reason, said on the screen."""

    SAME_PLACE = "same_place"
    NEAR = "near"
    SAME_KIND = "same_kind"
    SAME_CATEGORY = "same_category"
    SAME_HOURS = "same_hours"
    SAME_DAY = "same_day"
    DAYS_APART = "days_apart"


@dataclass(frozen=True, slots=True)
class Point:
    """What likeness depends on, of one incident."""

    category: int
    top: str
    place: int | None
    east: int | None
    north: int | None
    day: date
    starts: datetime | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """The reasons in order, and how far apart in metres and days."""

    reasons: tuple[Why, ...]
    metres: int | None
    days: int
    may_be_same: bool


def distance(one: Point, other: Point) -> int | None:
    """Metres between them; none when the point of either is not known."""
    if one.east is None or one.north is None or other.east is None or other.north is None:
        return None
    return round(hypot(one.east - other.east, one.north - other.north))


def likeness(one: Point, other: Point) -> Likeness | None:
    """Nothing when they lie neither at the same place nor near each other."""
    metres = distance(one, other)
    is_near = metres is not None and metres <= NEAR
    # A place may be large: a point on its other side is not the same spot.
    is_there = one.place is not None and one.place == other.place
    if not is_near and not is_there:
        return None
    where = Why.SAME_PLACE if is_there else Why.NEAR
    kind = _kind(one, other)
    apart = abs((one.day - other.day).days)
    reasons = tuple(why for why in (where, _when(one, other), kind) if why)
    is_same = kind is not None and apart <= SAME.days
    return Likeness(reasons, metres, apart, may_be_same=is_same)


def _kind(one: Point, other: Point) -> Why | None:
    if one.category == other.category:
        return Why.SAME_KIND
    return Why.SAME_CATEGORY if one.top == other.top else None


def _when(one: Point, other: Point) -> Why:
    if one.starts and other.starts and abs(one.starts - other.starts) <= EVENING:
        return Why.SAME_HOURS
    return Why.SAME_DAY if one.day == other.day else Why.DAYS_APART
