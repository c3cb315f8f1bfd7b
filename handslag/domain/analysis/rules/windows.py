"""The periods before and after something begins."""

from dataclasses import dataclass
from datetime import date

from handslag.core.deadlines import months_after


@dataclass(frozen=True, slots=True)
class Window:
    """The whole periods before and after, `step` months each, and those that are over by a
    day. The one in which it begins is in neither, unless it begins with its first day."""

    first: date
    begins: date  # the first day of the period in which it begins
    resumes: date  # the first day of the first period after
    ends: date  # the day after the last period
    step: int = 1

    def is_before(self, day: date) -> bool:
        return self.first <= day < self.begins

    def is_after(self, day: date) -> bool:
        return self.resumes <= day < self.ends

    def periods(self, *, until: date) -> list[date]:
        """The first day of each that is over, but for the one in which it begins."""
        every = []
        day = self.first
        while day < self.ends and months_after(day, self.step) <= until:
            if self.is_before(day) or self.is_after(day):
                every.append(day)
            day = months_after(day, self.step)
        return every


def window(begins: date, *, before: int, after: int) -> Window:
    """Months of reports. The one in which it begins is half before and half after, and so
    neither."""
    first = begins.replace(day=1)
    resumes = months_after(first, 1)
    return Window(
        months_after(first, -before), first, resumes, months_after(resumes, after)
    )


def periods_of(begins: date, *, before: int, after: int, step: int) -> Window:
    """Periods of `step` months as the calendar has them. What begins on the first day of
    one has all of it after."""
    first = date(begins.year, begins.month - (begins.month - 1) % step, 1)
    resumes = first if begins == first else months_after(first, step)
    return Window(
        months_after(first, -before * step),
        first,
        resumes,
        months_after(resumes, after * step),
        step,
    )


def years_around(begins: date, *, before: int, after: int) -> Window:
    """Whole years from the very day: surveys are made when they are made."""
    return Window(
        months_after(begins, -12 * before), begins, begins, months_after(begins, 12 * after)
    )
