"""When a set is followed up: the days that follow from a period and a rhythm."""

import calendar
from datetime import date

from handslag.domain.promises.rules.words import Rhythm

_MONTHS = {Rhythm.YEAR: 12, Rhythm.HALF_YEAR: 6, Rhythm.TERTIAL: 4, Rhythm.QUARTER: 3}
MONTHS_TO_ANSWER = 1
# An answer that takes longer is missed by somebody.
DAYS_TO_APPROVE = 28
LONGEST_PLAN = 40


def follow_up_days(starts: date, ends: date, rhythm: Rhythm) -> list[date]:
    """The day each follow-up is due: a month after each part of the period has ended."""
    months = _MONTHS.get(rhythm)
    if months is None:
        return [_month_end(ends, MONTHS_TO_ANSWER)]
    days: list[date] = []
    for number in range(1, LONGEST_PLAN):
        part_ends = _month_end(starts, number * months - 1)
        if part_ends >= ends:
            break
        days.append(_month_end(part_ends, MONTHS_TO_ANSWER))
    return [*days, _month_end(ends, MONTHS_TO_ANSWER)]


def _month_end(day: date, months: int) -> date:
    """The last day of the month this many months after the day's month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])
