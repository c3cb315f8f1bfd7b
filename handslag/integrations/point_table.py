"""A table of what happened where and when, when somebody has said which column is what.

Nothing but the day, the hour, the place and the kind is read; other columns are passed by.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from handslag.integrations.values import (
    BadLine,
    UnreadableError,
    headings,
)

MOST_ROWS = 50_000
_NUMBER = re.compile(r"-?[0-9]{1,8}(?:[.,][0-9]{1,12})?")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::[0-9]{2}(?:[.][0-9]+)?)?)?")
LONGEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Point:
    """One line: the day, when it began and at the latest ended by the clock in Sweden, if
    that is known, two numbers of a place, and what it is called."""

    nr: int
    day: date
    starts: datetime | None
    until: datetime | None
    north: Decimal
    east: Decimal
    kind: str


@dataclass(frozen=True, slots=True)
class PointReading:
    """All that was understood, and each line that was not."""

    points: tuple[Point, ...]
    bad: tuple[BadLine, ...] = ()


def read(rows: Sequence[list[str]], columns: Mapping[str, str]) -> PointReading:
    """`columns`: the heading of day, north and east, and of time, until and kind where
    there are such. Raises UnreadableError: empty, too_large, duplicated_heading,
    no_such_columns."""
    if len(rows) <= 1:
        raise UnreadableError("empty")
    if len(rows) > MOST_ROWS:
        raise UnreadableError("too_large")
    names = headings(rows[0])
    lacking = next((name for name in columns.values() if name and name not in names), "")
    if lacking:
        raise UnreadableError("no_such_columns", lacking)
    at = {what: names.index(name) for what, name in columns.items() if name}
    points: list[Point] = []
    bad: list[BadLine] = []
    for nr, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        try:
            points.append(_point(nr, row, at))
        except UnreadableError as error:
            bad.append(BadLine(nr, error.code))
    return PointReading(tuple(points), tuple(bad))


def _point(nr: int, row: Sequence[str], at: Mapping[str, int]) -> Point:
    def said(what: str) -> str:
        place = at.get(what, len(row))
        return " ".join(row[place].split()) if place < len(row) else ""

    day, clock = _when(said("day"), said("time"))
    starts = datetime.combine(day, clock) if clock else None
    until = _until(said("until"), day) if starts else None
    if starts and until and not starts <= until <= starts + LONGEST:
        raise UnreadableError("ends_before_it_begins")
    return Point(
        nr, day, starts, until, _number(said("north")), _number(said("east")), said("kind")
    )


def _when(said: str, clock: str) -> tuple[date, time | None]:
    """The day, and the clock from its own column or from after the day."""
    words = said.replace("T", " ").split(" ", 1)
    try:
        day = date.fromisoformat(words[0])
    except ValueError as error:
        raise UnreadableError("not_a_day", said) from error
    beside = clock or (words[1] if len(words) > 1 else "")
    return day, _clock(beside) if beside else None


def _clock(said: str) -> time:
    found = _CLOCK.fullmatch(said.strip())
    if not found:
        raise UnreadableError("not_a_time", said)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError as error:
        raise UnreadableError("not_a_time", said) from error


def _until(said: str, day: date) -> datetime | None:
    """A clock alone is of the same day."""
    if not said:
        return None
    if _CLOCK.fullmatch(said):
        return datetime.combine(day, _clock(said))
    last, clock = _when(said, "")
    return datetime.combine(last, clock or time(23, 59))


def _number(said: str) -> Decimal:
    words = said.replace(" ", "").replace("\u00a0", "")
    if not _NUMBER.fullmatch(words):
        raise UnreadableError("not_a_number", said)
    try:
        return Decimal(words.replace(",", "."))
    except InvalidOperation as error:
        raise UnreadableError("not_a_number", said) from error
