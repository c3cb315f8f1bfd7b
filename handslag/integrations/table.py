"""Any table, when somebody has said which column is what.

Read once to show what it would become, and once more to take it in: the same function,
so that what was shown is what is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from handslag.integrations.periods import period
from handslag.integrations.values import (
    BadLine,
    Figure,
    Reading,
    State,
    UnreadableError,
    amount,
    area,
    headings,
    of_line,
)

MOST_ROWS = 60_000
_SEXES = {"": "T", "t": "T", "totalt": "T", "alla": "T", "k": "K", "kvinnor": "K"}
_STATES = {
    "saknas": State.MISSING,
    "uppgift saknas": State.MISSING,
    "sekretess": State.SECRET,
    "hemlig": State.SECRET,
    "xx": State.SUPPRESSED,
    "undertryckt": State.SUPPRESSED,
    "missing": State.MISSING,
    "secret": State.SECRET,
    "suppressed": State.SUPPRESSED,
}
_SEXES |= {"flickor": "K", "kvinna": "K", "m": "M", "män": "M", "pojkar": "M", "man": "M"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The heading under which each thing stands; `of`, `sex` and `state` may be left out,
    and then all lines are of `always`, of everybody, and final. Where there is a state, it
    says why there is no number, or that the number is preliminary."""

    area: str
    period: str
    amount: str
    of: str = ""
    sex: str = ""
    state: str = ""
    always: str = ""


def read(rows: Sequence[list[str]], columns: Columns) -> Reading:
    """All figures, and each line that was not understood.

    Raises UnreadableError: duplicated_heading, no_such_columns, empty, too_large."""
    if len(rows) <= 1:
        raise UnreadableError("empty")
    if len(rows) > MOST_ROWS:
        raise UnreadableError("too_large")
    at = _places(headings(rows[0]), columns)
    figures: dict[tuple[str, ...], Figure] = {}
    bad: list[BadLine] = []
    for nr, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        try:
            (figure,) = of_line(nr, [_figure(row, at, columns.always)])
        except UnreadableError as error:
            bad.append(BadLine(nr, error.code))
            continue
        key = (figure.of, figure.area, f"{figure.starts}{figure.ends}", figure.sex)
        if key in figures:
            bad.append(BadLine(nr, "said_twice"))
        else:
            figures[key] = figure
    return Reading(tuple(figures.values()), tuple(bad))


def _places(names: tuple[str, ...], columns: Columns) -> dict[str, int]:
    chosen = {
        "area": columns.area,
        "period": columns.period,
        "amount": columns.amount,
        "of": columns.of,
        "sex": columns.sex,
        "state": columns.state,
    }
    optional = {"of", "sex", "state"}
    found = {}
    for what, name in chosen.items():
        if name in names and name:
            found[what] = names.index(name)
        elif name or what not in optional:
            raise UnreadableError("no_such_columns", name)
    return found


def _figure(row: Sequence[str], at: dict[str, int], always: str) -> Figure:
    def said(what: str) -> str:
        place = at.get(what, len(row))
        return row[place].strip() if place < len(row) else ""

    sex = _SEXES.get(said("sex").lower())
    of, where = said("of") or always, area(said("area"))
    if sex is None:
        raise UnreadableError("not_a_sex", said("sex"))
    if not of or not where:
        raise UnreadableError("nothing_named")
    starts, ends = period(said("period"))
    is_preliminary = said("state").lower().startswith("prel")
    state, number = _state(said("state"), said("amount"))
    return Figure(
        of, where, starts, ends, state, number, sex, is_preliminary=is_preliminary
    )


def _state(said: str, stated: str) -> tuple[State, Decimal | None]:
    """What the number says, unless the column of states says why there is none."""
    state, number = amount(stated)
    told = _STATES.get(said.lower())
    if told is None:
        return state, number
    if number is not None:
        raise UnreadableError("number_where_none_is_told", stated)
    return told, None
