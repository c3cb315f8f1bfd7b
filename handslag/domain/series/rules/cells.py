"""One cell of a series: five states that are never taken for each other."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from handslag.core.deadlines import months_after
from handslag.domain.series.rules.words import Rhythm

MOST = Decimal(10) ** 14
NATION = "00"
LENGTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.YEAR: 12, Rhythm.TWO_YEARS: 24}
STARTS_IN = {
    Rhythm.MONTH: range(1, 13),
    Rhythm.QUARTER: (1, 4, 7, 10),
    Rhythm.YEAR: (1,),
    Rhythm.TWO_YEARS: (1,),
}


class State(StrEnum):
    """A value; nought, which was counted; missing, which nobody sent; secret, which the
    source may not say; suppressed, which is too small to be shown."""

    VALUE = "value"
    ZERO = "zero"
    MISSING = "missing"
    SECRET = "secret"  # noqa: S105 - of the source, and no password
    SUPPRESSED = "suppressed"


NUMBERED = frozenset({State.VALUE, State.ZERO})


class Sex(StrEnum):
    """As the sources write it: all, women, men."""

    ALL = "T"
    WOMEN = "K"
    MEN = "M"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a source says of one area in one period. `ends` is the last day of it.

    `area_code` as SCB writes it: "00" the nation, two digits a county, four a
    municipality; another code is that of a named area. Kolada's "0000" and "0018" are
    read as the nation and the county.
    """

    area_code: str
    starts: date
    ends: date
    state: State
    amount: Decimal | None = None
    sex: Sex = Sex.ALL
    is_preliminary: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """What is stored for such a cell."""

    state: State
    amount: Decimal | None
    is_preliminary: bool


class Fate(StrEnum):
    """What becomes of a cell that is put in."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    KEPT = "kept"


_KOLADA = re.compile("00([0-9]{2})")


def area_code(stated: str) -> str:
    """The code as it is stored."""
    code = stated.strip()
    longer = _KOLADA.fullmatch(code)
    return longer[1] if longer else code


def year(of: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(of, 1, 1), date(of, 12, 31)


def month(first: date) -> tuple[date, date]:
    """The first and the last day of the month of a day."""
    starts = first.replace(day=1)
    return starts, months_after(starts, 1) - timedelta(days=1)


def settled(cell: Cell) -> Held:
    """What a cell says, with nought as a state of its own and as many decimals as kept."""
    if cell.state is State.VALUE and cell.amount == 0:
        return Held(State.ZERO, Decimal(0), cell.is_preliminary)
    amount = Decimal(0) if cell.state is State.ZERO else cell.amount
    kept = None if amount is None else amount.quantize(Decimal("0.000001"))
    return Held(cell.state, kept, cell.is_preliminary)


def fault(cell: Cell, rhythm: Rhythm) -> str:
    """The code of what is wrong with a cell, or nothing."""
    if wrong := _amount_fault(cell):
        return wrong
    long = months_after(cell.starts, LENGTHS[rhythm]) - timedelta(days=1)
    fits = cell.starts.day == 1 and cell.starts.month in STARTS_IN[rhythm]
    return "" if fits and cell.ends == long else "period_does_not_fit"


def _amount_fault(cell: Cell) -> str:
    if cell.state not in NUMBERED:
        return "" if cell.amount is None else "amount_where_none_is_told"
    if cell.state is State.ZERO:
        return "nought_with_an_amount" if cell.amount else ""
    if cell.amount is None or not cell.amount.is_finite():
        return "value_without_an_amount"
    return "amount_out_of_bounds" if abs(cell.amount) >= MOST else ""


def judge(held: Held | None, given: Held) -> Fate:
    """What becomes of it. What is final is never replaced by what is preliminary."""
    if held is None:
        return Fate.NEW
    if held == given:
        return Fate.SAME
    if given.is_preliminary and not held.is_preliminary:
        return Fate.KEPT
    return Fate.CHANGED
