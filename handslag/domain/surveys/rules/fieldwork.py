"""When letters go out, and how answers come in by day. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from handslag.domain.surveys.rules.words import MailingKind

MOST_NUMBERS = 500  # that somebody types at once
FEWEST = 5  # answers that are shown together: a day with fewer goes with the next
# A card after two weeks, once more with a paper form after four, closed after seven.
AFTER = {
    MailingKind.LETTER: timedelta(0),
    MailingKind.REMINDER: timedelta(weeks=2),
    MailingKind.SECOND: timedelta(weeks=4),
}
OPEN_FOR = timedelta(weeks=7)
# Letters in a file: fewer where each has its form of many pages with it.
PORTIONS = {MailingKind.LETTER: 500, MailingKind.REMINDER: 500, MailingKind.SECOND: 100}


@dataclass(frozen=True, slots=True)
class Days:
    """How many answered on these days."""

    first: date
    last: date
    answers: int


def usual_plan(opens_on: date) -> dict[MailingKind, date]:
    """The days on which letters usually go out, counted from the first day."""
    return {kind: opens_on + after for kind, after in AFTER.items()}


def parts_of(kind: MailingKind, drawn: int) -> int:
    """How many files the letters to so many people lie in."""
    return -(-drawn // PORTIONS[kind])


def numbers_of(kind: MailingKind, part: int) -> tuple[int, int]:
    """The first and the last number on the letters of a file."""
    last = part * PORTIONS[kind]
    return last - PORTIONS[kind] + 1, last


def by_days(counts: Mapping[date, int]) -> list[Days]:
    """The days in order; those with few answers together with those that follow, so that
    no small number can be worked out from the others. Nothing when all are few."""
    found: list[Days] = []
    first, waiting = None, 0
    for day in sorted(counts):
        first = first or day
        waiting += counts[day]
        if waiting >= FEWEST:
            found.append(Days(first, day, waiting))
            first, waiting = None, 0
    if waiting and found:
        last = found.pop()
        found.append(Days(last.first, max(counts), last.answers + waiting))
    return found


def numbers_in(text: str) -> list[int]:
    """The numbers that somebody typed: 12, 14 and 20–23, in any order, each once.

    Raises ValueError("E_NUMBERS")."""
    found: set[int] = set()
    for part in text.replace(",", " ").replace(";", " ").replace("–", "-").split():
        first, dash, last = part.partition("-")
        last = last if dash else first
        if not (first.isdecimal() and last.isdecimal()):
            raise ValueError("E_NUMBERS")
        found.update(_between(int(first), int(last)))
    if len(found) > MOST_NUMBERS:
        raise ValueError("E_NUMBERS")
    return sorted(found)


def _between(first: int, last: int) -> Iterable[int]:
    if not first <= last < first + MOST_NUMBERS:
        raise ValueError("E_NUMBERS")
    return range(first, last + 1)
