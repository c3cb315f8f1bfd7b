"""When in the week: hours of Monday 00 to Sunday 23, local time as on the wall."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.intervals import Numbers

HOURS = 168
_MONDAY = np.datetime64("2000-01-03T00", "h")
_INSTANT = 1e-6  # hours: no clock is as good
Times = NDArray[Any]


def hour_week(how: NDArray[np.integer[Any]]) -> Numbers:
    """How many in each hour of the week, (168,), of hours 0 to 167 (n,).

    Raises ValueError: E_SHAPE for another number.
    """
    hours = np.asarray(how)
    if hours.size and (hours.min() < 0 or hours.max() >= HOURS):
        raise ValueError("E_SHAPE")
    return np.bincount(hours.ravel(), minlength=HOURS).astype(float)


def aoristic(start: Times, end: Times) -> Numbers:
    """How many in each hour of the week, (168,), of what is known to have happened
    between `start` and `end` (n,): each hour gets the share of the time that it covers.

    Times are datetime64 of the wall clock, or hours since a Monday 00. Without an end
    (NaT, NaN), or with one that is not later, it happened at the start; longer than a
    week it may have been any hour: 1/168 each. The sum is n. Raises ValueError: E_SHAPE;
    E_NAN for a start that is not known. Ratcliffe (2002), Journal of Quantitative
    Criminology 18, 23-43; what is longer than a week as in his R package aoristic.
    """
    first, last = _hours(start), _hours(end)
    if first.shape != last.shape or first.ndim != 1:
        raise ValueError("E_SHAPE")
    if not np.isfinite(first).all():
        raise ValueError("E_NAN")
    length = last - first
    is_long, is_known = length > HOURS, length > _INSTANT
    points = ~is_known
    found = hour_week(np.floor(first[points]).astype(np.int64) % HOURS)
    found += np.count_nonzero(is_long) / HOURS
    spread = is_known & ~is_long
    return found + _spread(first[spread], length[spread])


def _hours(times: Times) -> Numbers:
    given = np.asarray(times)
    if given.dtype.kind != "M":
        return given.astype(float)
    hours: Numbers = (given - _MONDAY) / np.timedelta64(1, "h")
    return hours


def _spread(first: Numbers, length: Numbers) -> Numbers:
    """A slope begins where a span begins and ends where it ends; what has been reached
    at whole hours, hour by hour, is the share of each."""
    first = first % HOURS
    last, rate = first + length, 1 / length
    reached = np.zeros(2 * HOURS + 2)
    for at, sign in ((first, 1.0), (last, -1.0)):
        hour = np.floor(at).astype(np.int64)
        inside = sign * rate * (hour + 1 - at)
        reached += np.bincount(hour, inside, 2 * HOURS + 2)
        reached += np.bincount(hour + 1, sign * rate - inside, 2 * HOURS + 2)
    shares = np.cumsum(reached)
    found: Numbers = shares[:HOURS] + shares[HOURS : 2 * HOURS]
    return np.maximum(found, 0.0)
