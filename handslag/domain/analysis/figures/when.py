"""When in the week it happens, as far as the hour is known."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from handslag.domain.analysis.queries.sums import hourly, monthly
from handslag.domain.analysis.rules import Question
from handslag.statistics.temporal.cells import UnusualCells, unusual_cells
from handslag.statistics.temporal.hours import aoristic

DAYS, HOURS, BLOCK = 7, 24, 4
ENOUGH = 500  # known hours; below that four hours are taken together
LEAST = 20  # below that nothing is said of hours

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class When:
    """How many on each weekday (rows) in each hour, or four hours (columns). What is
    known only as an interval is shared over its hours, so the counts are not whole.

    `cells` says which stand out from their day and their hour; none when too few.
    """

    table: Table
    cells: UnusualCells | None
    known: int
    total: int

    @property
    def hours(self) -> int:
        """Hours of a column."""
        return HOURS // len(self.table[0])

    @property
    def busiest(self) -> tuple[int, int] | None:
        """The weekday and the column with most."""
        if not self.known:
            return None
        day, column = np.unravel_index(int(self.table.argmax()), self.table.shape)
        return int(day), int(column)


def when(question: Question, *, today: date) -> When:
    """No query: from what has been counted beforehand."""
    rows = hourly(question)
    many = np.repeat(np.arange(len(rows.n)), rows.n)
    start = rows.hour[many].astype(float)
    length = rows.hours[many]
    end = np.where(length > 0, start + length, np.nan)
    known = len(many)
    week = aoristic(start, end).reshape(DAYS, HOURS)
    if known < ENOUGH:
        week = week.reshape(DAYS, HOURS // BLOCK, BLOCK).sum(axis=2)
    first, ends = question.span(today=today)
    total = int(monthly(question, first=first, today=today).counts.sum())
    return When(
        table=week,
        cells=_cells(week, first, ends) if known >= LEAST else None,
        known=known,
        total=max(total, known),
    )


def _cells(week: Table, first: date, ends: date) -> UnusualCells:
    """Whole events are what the test is about: shares of events are rounded."""
    times = weekdays(first, ends)
    exposure = np.repeat(times[:, None], week.shape[1], axis=1)
    return unusual_cells(np.rint(week), exposure)


def weekdays(first: date, ends: date) -> Table:
    """How often each weekday came, Monday first."""
    days = (ends - first).days
    found = np.full(DAYS, days // DAYS, float)
    for extra in range(days % DAYS):
        found[(first + timedelta(extra)).weekday()] += 1
    return found
