"""What a point is, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

FIRST = date(2000, 1, 1)  # day nought
UNKNOWN = 255  # an hour that nobody knows
SIDE = 250  # metres: the squares that are counted beforehand
ROWS = 40_000  # squares northwards; more than there are between the equator and the pole

# In the order of the file; each as narrow as holds what there is.
COLUMNS: Mapping[str, type[np.generic]] = {
    "area": np.int16,
    "kind": np.int16,
    "east": np.int32,
    "north": np.int32,
    "day": np.int16,
    "hour": np.uint8,
    "hours": np.int16,
    "shared": np.uint8,
}


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """What happened where and when: n points, a number of each in every column.

    `area` is the code of the municipality as a number, `kind` a number that the source
    explains; `east` and `north` metres in SWEREF 99 TM; `day` days since 2000-01-01 in
    Sweden; `hour` the hour of the week when it began (0: Monday 00, 255: not known) and
    `hours` how long the interval is within which it happened (0: the time is known);
    `shared` 1 where those who work together may see it.
    """

    area: NDArray[np.int16]
    kind: NDArray[np.int16]
    east: NDArray[np.int32]
    north: NDArray[np.int32]
    day: NDArray[np.int16]
    hour: NDArray[np.uint8]
    hours: NDArray[np.int16]
    shared: NDArray[np.uint8]

    def __post_init__(self) -> None:
        lengths = {len(getattr(self, name)) for name in COLUMNS}
        if len(lengths) != 1:
            raise ValueError("E_SHAPE")

    def __len__(self) -> int:
        return len(self.day)

    def years(self) -> NDArray[np.int64]:
        """The calendar year of each."""
        days = self.day.astype("timedelta64[D]") + np.datetime64(FIRST)
        found: NDArray[np.int64] = days.astype("datetime64[Y]").astype(np.int64) + 1970
        return found

    def where(self, marks: NDArray[np.bool_]) -> "Points":
        """Those that are marked."""
        return Points(**{name: getattr(self, name)[marks] for name in COLUMNS})


def points(**columns: object) -> Points:
    """Points from columns of whole numbers of any width.

    Raises ValueError("E_RANGE") for a number that has no room in its column, ("E_SHAPE")
    for columns of different length or name.
    """
    if set(columns) != set(COLUMNS):
        raise ValueError("E_SHAPE")
    return Points(**{name: _narrow(columns[name], kind) for name, kind in COLUMNS.items()})


def _narrow(values: object, kind: type[np.generic]) -> NDArray[Any]:
    wide = np.asarray(values, dtype=np.int64)
    ends = np.iinfo(np.dtype(kind))
    if len(wide) and (wide.min() < ends.min or wide.max() > ends.max):
        raise ValueError("E_RANGE")
    return wide.astype(kind)


def day_number(day: date) -> int:
    """Days since 2000-01-01."""
    return (day - FIRST).days


def week_number(day: date) -> int:
    """The week, Monday to Sunday, that a day lies in; week 1 began on 2000-01-03."""
    return (day_number(day) + 5) // 7


def monday(week: int) -> date:
    """The first day of such a week."""
    return FIRST + timedelta(7 * week - 5)
