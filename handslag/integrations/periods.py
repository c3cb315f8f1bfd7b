"""Years, quarters and months as statistics name them. Pure."""

import re
from datetime import date, timedelta

from handslag.integrations.values import UnreadableError, day, year

MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "maj",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)
_NAMED = re.compile(r"([a-zå]{3,9})\.? ([12][0-9]{3})\Z")
_NUMBERED = re.compile(r"([12][0-9]{3})(?:-|M|m)([0-9]{2})\Z")
_QUARTER = re.compile(
    r"(?:([12][0-9]{3}) ?[kKqQ]([1-4])|[kK]v(?:artal)? ?([1-4]) ([12][0-9]{3}))\Z"
)
_DECEMBER = 12


def period(said: str) -> tuple[date, date]:
    """First and last day of "2026", "2023-2024", "2026-08", "2026M08", "augusti 2026",
    "2026K3", "kvartal 3 2026" or a day. Raises UnreadableError (not_a_period)."""
    words = " ".join(said.split()).lower()
    if found := _NUMBERED.match(words):
        return _span(int(found[1]), int(found[2]), 1)
    if (found := _NAMED.match(words)) and found[1][:3] in MONTHS:
        return _span(int(found[2]), MONTHS.index(found[1][:3]) + 1, 1)
    if found := _QUARTER.match(words):
        quarter = int(found[2] or found[3])
        return _span(int(found[1] or found[4]), quarter * 3 - 2, 3)
    try:
        return year(words)
    except UnreadableError:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
            return day(words), day(words)
        raise UnreadableError("not_a_period", said) from None


def _span(of: int, month: int, months: int) -> tuple[date, date]:
    """So many months from the first of this one."""
    if not 1 <= month <= _DECEMBER:
        raise UnreadableError("not_a_period", f"{of}-{month}")
    after = of * 12 + month - 1 + months
    return date(of, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
