"""A table saved from Brå's database of reported crime (SOL), as CSV or workbook.

Some lines above the headings say what it is; some below say where it comes from. Periods
stand in a column of their own, or one column is one period. "Uppgift saknas" is missing,
"Sekretess" is secret, and 0 is zero.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handslag.integrations.periods import period
from handslag.integrations.values import (
    BadLine,
    Figure,
    Reading,
    UnreadableError,
    amount,
    area,
    headings,
    of_line,
)

LOOKED_THROUGH = 30
_CRIME = re.compile(r"brott", re.IGNORECASE)
_AREA = re.compile(r"region|kommun|område|län", re.IGNORECASE)
_PERIOD = re.compile(r"period|månad|kvartal|år\Z", re.IGNORECASE)
_RATE = re.compile(r"100 ?000")
_COUNT = re.compile(r"antal", re.IGNORECASE)
_PRELIMINARY = re.compile(r"\*|\(?prel[a-zä]*\.?\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    """Where each thing stands. A number: its column, its period if the heading is one,
    and its unit."""

    crime: int
    area: int
    period: int | None
    numbers: tuple[tuple[int, str, str], ...]
    is_preliminary: bool


def read(rows: Sequence[list[str]]) -> Reading:
    """All figures. Raises UnreadableError: no_such_columns, duplicated_heading."""
    top = _top(rows)
    names = headings(rows[top])
    words = " ".join(cell for row in rows[:top] for cell in row)
    form = _form(names, "preliminär" in words.lower())
    figures: list[Figure] = []
    bad: list[BadLine] = []
    for nr, row in enumerate(rows[top + 1 :], top + 2):
        # The lines of explanation below the table fill one cell.
        if sum(bool(cell) for cell in row) < len(("crime", "figure")):
            continue
        try:
            figures += of_line(nr, _figures(row, form))
        except UnreadableError as error:
            bad.append(BadLine(nr, error.code))
    return Reading(tuple(figures), tuple(bad))


def _top(rows: Sequence[list[str]]) -> int:
    """The row of headings: the first that names both crime and area."""
    for at, row in enumerate(rows[:LOOKED_THROUGH]):
        has_crime = any(_CRIME.search(cell) for cell in row)
        if has_crime and any(_AREA.search(cell) for cell in row) and len(row) > 2:  # noqa: PLR2004
            return at
    raise UnreadableError("no_such_columns")


def _form(names: Sequence[str], is_preliminary: bool) -> _Form:  # noqa: FBT001
    crime = _first(names, _CRIME, set())
    where = _first(names, _AREA, {crime})
    when = next(
        (
            at
            for at, name in enumerate(names)
            if at not in {crime, where} and _PERIOD.match(name)
        ),
        None,
    )
    numbers = tuple(_numbers(names, {crime, where, when}))
    if not numbers or (when is None and any(not told for _, told, _ in numbers)):
        raise UnreadableError("no_such_columns")
    return _Form(crime, where, when, numbers, is_preliminary)


def _first(names: Sequence[str], wanted: re.Pattern[str], but: set[int]) -> int:
    found = (at for at, name in enumerate(names) if at not in but and wanted.search(name))
    at = next(found, None)
    if at is None:
        raise UnreadableError("no_such_columns")
    return at


def _numbers(names: Sequence[str], but: set[int | None]) -> Iterator[tuple[int, str, str]]:
    """Each column of numbers, with its period if it names one, and its unit."""
    for at, name in enumerate(names):
        if at in but or not name:
            continue
        unit = "per_100000" if _RATE.search(name) else "count"
        bare = " ".join(_PRELIMINARY.sub("", name).split())
        try:
            period(bare)
        except UnreadableError:
            if _COUNT.search(name) or unit != "count":
                yield at, "", unit
            continue
        yield at, name, unit


def _figures(row: list[str], form: _Form) -> Iterator[Figure]:
    of, where = _cell(row, form.crime), area(_cell(row, form.area))
    if not of or not where:
        raise UnreadableError("nothing_named")
    for at, heading, unit in form.numbers:
        said = heading or _cell(row, form.period if form.period is not None else -1)
        starts, ends = period(_PRELIMINARY.sub("", said))
        state, number = amount(_cell(row, at))
        is_preliminary = form.is_preliminary or bool(_PRELIMINARY.search(said))
        yield Figure(of, where, starts, ends, state, number, "T", unit, is_preliminary)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if 0 <= at < len(row) else ""
