"""When a group meets next (F5.10). Holidays are told of, never moved for: the group
knows best. Pure."""

from calendar import monthrange
from datetime import date, timedelta

from handslag.domain.incidents.rules import Cadence

_WEEK = timedelta(weeks=1)
_FIRST, _SECOND, _THIRD = 1, 2, 3
_SUNDAY = 7
_EASTER = {"good_friday": -2, "easter_monday": 1, "ascension_day": 39}
_FIXED = {
    (1, 1): "new_years_day",
    (1, 6): "epiphany",
    (5, 1): "may_day",
    (6, 6): "national_day",
    (12, 24): "christmas_eve",
    (12, 25): "christmas_day",
    (12, 26): "boxing_day",
    (12, 31): "new_years_eve",
}


def next_meeting(
    cadence: Cadence, weekday: int, *, last: date | None, begins: date, today: date
) -> date:
    """The day of the next meeting: today at the earliest, and after the last one.

    Every second week is counted from the last meeting, else from the day the group
    began. Twice a month is the first and third of that weekday; once is the first.
    """
    earliest = max(today, begins, last + timedelta(days=1) if last else begins)
    if cadence is Cadence.WEEKLY:
        return _on_or_after(earliest, weekday)
    if cadence is Cadence.FORTNIGHTLY:
        return _every_second(weekday, from_=last or begins, earliest=earliest)
    which = (_FIRST, _THIRD) if cadence is Cadence.TWICE_A_MONTH else (_FIRST,)
    return _of_the_month(which, weekday, earliest)


def looks_back_to(cadence: Cadence, held_on: date, last: date | None) -> date:
    """The first day a meeting looks back to: that of the last meeting, else one step."""
    if last is not None:
        return last
    days = {Cadence.WEEKLY: 7, Cadence.FORTNIGHTLY: 14, Cadence.TWICE_A_MONTH: 14}
    return held_on - timedelta(days=days.get(cadence, 28))


def holiday(day: date) -> str:
    """The code of the holiday a day is, or nothing."""
    if (day.month, day.day) in _FIXED:
        return _FIXED[day.month, day.day]
    after_easter = (day - easter(day.year)).days
    for name, days in _EASTER.items():
        if days == after_easter:
            return name
    return "midsummer_eve" if day == _midsummer_eve(day.year) else ""


def easter(year: int) -> date:
    """Easter Sunday. Meeus (1991), Astronomical Algorithms, chapter 8."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _midsummer_eve(year: int) -> date:
    return _on_or_after(date(year, 6, 19), 5)


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.isoweekday()) % _SUNDAY)


def _every_second(weekday: int, *, from_: date, earliest: date) -> date:
    """Every second one of the weekday, counted from the week of `from_`."""
    first = from_ - timedelta(days=from_.isoweekday() - weekday)
    steps = max(0, -(-(earliest - first).days // 14))
    return first + steps * 2 * _WEEK


def _of_the_month(which: tuple[int, ...], weekday: int, earliest: date) -> date:
    month = earliest.replace(day=1)
    while True:
        first = _on_or_after(month, weekday)
        for nr in which:
            day = first + (nr - 1) * _WEEK
            if day >= earliest:
                return day
        month += timedelta(days=monthrange(month.year, month.month)[1])
