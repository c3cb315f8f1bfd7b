"""Days by which something must be done: by law, agreement, decision or promise. Pure.

Each package of the field says which deadlines its things have; the calendar,
the reminders and the start page are made from all of them together.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MONTHS = 12


class Basis(StrEnum):
    """What makes the day binding."""

    LAW = "law"
    AGREEMENT = "agreement"
    DECISION = "decision"
    PROMISE = "promise"
    OWN_RHYTHM = "own_rhythm"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is not done yet, and the day by which it must be.

    `kind` is a code, such as `picture.update`; `web/words` has the words. `home`
    and `others` are keys of organisations: who answers for it, and who else is
    told when they are silent. `path` leads to the page where it is done.
    """

    kind: str
    due_on: date
    basis: Basis
    home: int
    name: str
    path: str
    others: tuple[int, ...] = ()
    function: str = ""


def months_after(day: date, months: int) -> date:
    """The same day so many months later (or earlier, when negative).

    A day that the month lacks becomes its last: 31 January and one month is 28 or
    29 February.
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
