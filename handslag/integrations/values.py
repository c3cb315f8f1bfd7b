"""Figures as an outside system states them: five states that are never mixed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum


class State(StrEnum):
    """What a cell says. Nothing, nought and not told are three things."""

    VALUE = "value"
    ZERO = "zero"
    MISSING = "missing"
    SECRET = "secret"  # noqa: S105 - a state of a cell
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell: of what, where, from the first to the last day, and what it says.

    `sex` is T (all), K (women) or M (men). `unit` is "count", "per_100000" or what the
    source calls it. `nr` is the line of the file, counted from 1.
    """

    of: str
    area: str
    starts: date
    ends: date
    state: State
    amount: Decimal | None = None
    sex: str = "T"
    unit: str = "count"
    is_preliminary: bool = False
    nr: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that was not taken in: its number in the file, counted from 1, and why."""

    nr: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file or an answer says, and each line that it does not say clearly."""

    figures: tuple[Figure, ...]
    bad: tuple[BadLine, ...] = ()


def of_line(nr: int, figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures of one line, with its number."""
    return (replace(one, nr=nr) for one in figures)


class UnreadableError(Exception):
    """The whole file is refused, with a code; `where` is what it is about."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code, where)
        self.code = code
        self.where = where


_WORDS: Mapping[str, State] = {
    "": State.MISSING,
    "..": State.MISSING,
    "-": State.MISSING,
    "na": State.MISSING,
    "uppgift saknas": State.MISSING,
    "saknas": State.MISSING,
    "sekretess": State.SECRET,
    "xx": State.SUPPRESSED,
}
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,10})?\Z")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]{1,10})?\Z")


def amount(said: str) -> tuple[State, Decimal | None]:
    """What a cell says, as state and number. Raises UnreadableError (not_a_number).

    "1 234,5" and "1234.5" are read; "1.234,5" could be either, and is refused.
    """
    words = " ".join(said.split())
    state = _WORDS.get(words.lower())
    if state is not None:
        return state, None
    if _GROUPED.match(words):
        words = words.replace(" ", "")
    if not _PLAIN.match(words):
        raise UnreadableError("not_a_number", said)
    return stated(Decimal(words.replace(",", ".")))


def stated(number: Decimal | float | str | None) -> tuple[State, Decimal | None]:
    """The state of a number of a machine: none is missing, nought is zero."""
    if number is None:
        return State.MISSING, None
    try:
        exact = Decimal(str(number))
    except InvalidOperation as error:
        raise UnreadableError("not_a_number", str(number)) from error
    if not exact.is_finite():
        raise UnreadableError("not_a_number", str(number))
    return (State.VALUE if exact else State.ZERO), exact


def day(said: str) -> date:
    """A day written 2026-11-22. Raises UnreadableError: 31 June is no day."""
    try:
        return date.fromisoformat(said.strip())
    except ValueError as error:
        raise UnreadableError("not_a_day", said) from error


def year(said: str) -> tuple[date, date]:
    """The first and the last day of a year, or of "2023-2024" or "2023/2024".

    Raises UnreadableError (not_a_year)."""
    found = re.fullmatch(r"([12][0-9]{3})(?: ?[-–/] ?([12][0-9]{3}))?", said.strip())
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise UnreadableError("not_a_year", said)
    return date(int(found[1]), 1, 1), date(int(found[2] or found[1]), 12, 31)


def area(said: str) -> str:
    """ "Ale kommun" and "Ale" are one; "Region Sverige" stays as it is."""
    name = " ".join(said.split())
    return name.removesuffix(" kommun").removesuffix(" kommuns") or name


def headings(row: list[str]) -> tuple[str, ...]:
    """The names of the columns. Raises UnreadableError (duplicated_heading)."""
    names = tuple(" ".join(cell.split()) for cell in row)
    seen: set[str] = set()
    for name in names:
        if name and name.lower() in seen:
            raise UnreadableError("duplicated_heading", name)
        seen.add(name.lower())
    return names
