"""Periods as documents state them: the words beside the dates we read into them. Pure.

Real documents say "2021-2022", "1 juli 2021-31 december 2022", "2019-06-01--",
"2020-2021, gäller tills nya presenteras" or "31 juni 2023" (no such day). The
words are always kept; the dates are our reading, inclusive at both ends, and
`rule` says how we read them.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from handslag.core.text import seen, slug

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LONGEST_ADDRESS = 60


class Rule(StrEnum):
    """How the dates were read from the words."""

    FIXED = "fixed"
    OPEN = "open"
    UNTIL_REPLACED = "until_replaced"
    EXTENDED = "extended"
    APPROXIMATE = "approximate"
    UNCLEAR = "unclear"
    MISSING = "missing"


HAS_END_RULE = frozenset({Rule.UNTIL_REPLACED, Rule.OPEN})


@dataclass(frozen=True, slots=True)
class Period:
    """What a document says about its time. `starts` and `ends` are inclusive days."""

    stated: str = ""
    starts: date | None = None
    ends: date | None = None
    rule: Rule = Rule.MISSING

    def holds(self, day: date) -> bool:
        """Is the day inside the period, as far as it can be read?"""
        if self.starts is None and self.ends is None:
            return False
        return (self.starts or date.min) <= day <= (self.ends or date.max)


def stockholm_day(instant: datetime) -> date:
    """The day it is in Sweden at this instant."""
    return instant.astimezone(STOCKHOLM).date()


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb",
            "mars mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "augusti aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_POINT = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-\d{2}|"
    rf"\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{4}}|\d{{4}})"
)
_UNTIL_REPLACED = re.compile(
    r"till ?s? ?vidare|tills (?:ny|nästa|den ersätts)|till dess ny"
)
_SEASON = re.compile(r"\b(vår|sommar|höst|vinter)(?:en)?\b")
_EXTENDED = re.compile(r"(\d{4}) förlängt till (\d{4})")
_YEARS_LONG = {"två": 2, "tre": 3, "fyra": 4, "fem": 5}
_LONG = re.compile(r"(två|tre|fyra|fem)årsperiod")
_RANGE = re.compile(
    rf"({_POINT})?\s*(?:--|[–—−]|\s-\s|-|/| och | till och med | till )\s*({_POINT})?"
)
_MONTHS_OF_YEAR = re.compile(rf"^({_MONTH})\s*[-–]\s*({_MONTH}) (\d{{4}})$")


def parse(words: str | None) -> Period:
    """Read the dates out of a document's own words. Never fails: unclear is a reading."""
    stated = words or ""
    text = seen(stated.casefold())
    if not text:
        return Period(stated)
    try:
        starts, ends, rule = _read(text)
    except ValueError:  # "31 juni": the words stand, the dates do not
        return Period(stated, rule=Rule.UNCLEAR)
    if starts and ends and starts > ends:
        return Period(stated, rule=Rule.UNCLEAR)
    return Period(stated, starts, ends, rule)


_Reading = tuple[date | None, date | None, Rule]


def _read(text: str) -> _Reading:
    """Extended, until replaced, and then what is simply written."""
    if found := _EXTENDED.search(text):
        return _first(found[1]), _last(found[2]), Rule.EXTENDED
    core = re.split(r"[;(,]", text)[0].strip()
    if found := _MONTHS_OF_YEAR.match(core):
        return _first(f"{found[1]} {found[3]}"), _last(f"{found[2]} {found[3]}"), Rule.FIXED
    starts, ends = _span(core.removeprefix("från ").removeprefix("t.o.m. "), text)
    if _UNTIL_REPLACED.search(text.split(";", maxsplit=1)[0]):
        return starts or _year_in(core), None, Rule.UNTIL_REPLACED
    return _plain(text, core, starts, ends)


def _plain(text: str, core: str, starts: date | None, ends: date | None) -> _Reading:
    open_ended = text.startswith("från ")
    if _SEASON.search(f"{core} {text.partition('(')[2]}") and (year := _year_in(core)):
        return year, None if open_ended else date(year.year, 12, 31), Rule.APPROXIMATE
    if starts is None and ends is None:
        return None, None, Rule.UNCLEAR
    if (found := _LONG.search(text)) and starts:
        after = date(starts.year + _YEARS_LONG[found[1]], starts.month, 1)
        return starts, date.fromordinal(after.toordinal() - 1), Rule.FIXED
    if open_ended or ends is None:
        return starts, None, Rule.OPEN
    return starts, ends, Rule.FIXED


def _span(core: str, text: str) -> tuple[date | None, date | None]:
    """The two ends of what is written, "2019-06-01--" having one."""
    if re.fullmatch(_POINT, core):
        one_sided_end = text.startswith(("t.o.m.", "till "))
        return (None if one_sided_end else _first(core)), _last(core)
    if (found := _RANGE.fullmatch(core)) and (found[1] or found[2]):
        return (
            _first(found[1]) if found[1] else None,
            _last(found[2]) if found[2] else None,
        )
    return None, None


def _year_in(core: str) -> date | None:
    """The first day of the first year that is named in the words."""
    found = re.search(r"\b(\d{4})\b", core)
    return _first(found[1]) if found else None


def _parts(point: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of one written point in time."""
    if found := re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})", point):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"(\d{4})-(\d{2})", point):
        return int(found[1]), int(found[2]), None
    if found := re.fullmatch(rf"(?:(\d{{1,2}}) )?({_MONTH}) (\d{{4}})", point):
        return int(found[3]), _MONTHS[found[2]], int(found[1]) if found[1] else None
    return int(point), None, None


def _first(point: str) -> date:
    year, month, day = _parts(point)
    return date(year, month or 1, day or 1)


def _last(point: str) -> date:
    year, month, day = _parts(point)
    month = month or 12
    if not 1 <= month <= 12:  # noqa: PLR2004
        raise ValueError(point)
    return date(year, month, day or calendar.monthrange(year, month)[1])


def address(period: Period) -> str:
    """The period as a part of an address: "2026", "2018-10--2019-10", "2019-06-01--"."""
    if period.starts is None and period.ends is None:
        return slug(period.stated)[:LONGEST_ADDRESS].strip("-") or "utan-period"
    if period.rule is Rule.APPROXIMATE:
        return slug(period.stated)[:LONGEST_ADDRESS].strip("-")
    starts, ends = period.starts, period.ends
    whole_years = _is_first(starts) and (ends is None or (ends.month, ends.day) == (12, 31))
    if whole_years and starts and ends:
        same = starts.year == ends.year
        return f"{starts.year}" if same else f"{starts.year}-{ends.year}"
    begins_month = starts is None or starts.day == 1
    whole_months = begins_month and (ends is None or _ends_month(ends))
    cut = 4 if whole_years and not ends else 7 if whole_months else 10
    return "--".join(day.isoformat()[:cut] if day else "" for day in (starts, ends))


def _is_first(day: date | None) -> bool:
    return day is not None and (day.month, day.day) == (1, 1)


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
