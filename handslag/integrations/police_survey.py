"""The police's survey of safety, as a table of results: an area, a question, a year.

Nobody publishes one form of this file. It is read by its headings: a column of areas, one
of what was asked, one of years and one of values; or a column for each year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handslag.integrations.values import (
    BadLine,
    Figure,
    Reading,
    UnreadableError,
    amount,
    area,
    headings,
    of_line,
    year,
)

LOOKED_THROUGH = 30
_AREAS = re.compile(r"kommun|område|lokalpolisområde|area|lpo", re.IGNORECASE)
_ASKED = re.compile(r"fråga|indikator|problem|question|indicator|index\Z", re.IGNORECASE)
_YEARS = re.compile(r"år|year|period|mätning", re.IGNORECASE)
_SAID = re.compile(r"värde|value|index|poäng|andel|resultat", re.IGNORECASE)
_A_YEAR = re.compile(r"[12][0-9]{3}(?: ?[-–/] ?[12][0-9]{3})?\Z")


@dataclass(frozen=True, slots=True)
class _Form:
    """Where each thing stands; `numbers` are columns with the year they are of, if any."""

    area: int
    asked: int
    year: int
    numbers: tuple[tuple[int, str], ...]


def read(rows: Sequence[list[str]]) -> Reading:
    """All values. Raises UnreadableError: no_such_columns, duplicated_heading."""
    top = next((at for at, row in enumerate(rows[:LOOKED_THROUGH]) if _is_top(row)), None)
    if top is None:
        raise UnreadableError("no_such_columns")
    form = _form(headings(rows[top]))
    figures: list[Figure] = []
    bad: list[BadLine] = []
    for nr, row in enumerate(rows[top + 1 :], top + 2):
        if sum(bool(cell) for cell in row) < len(("area", "asked")):
            continue
        try:
            figures += of_line(nr, _figures(row, form))
        except UnreadableError as error:
            bad.append(BadLine(nr, error.code))
    return Reading(tuple(figures), tuple(bad))


def _is_top(row: Sequence[str]) -> bool:
    has_area = any(_AREAS.match(cell) for cell in row)
    return has_area and any(_ASKED.match(cell) for cell in row)


def _form(names: Sequence[str]) -> _Form:
    asked = _first(names, _ASKED, set())
    where = _first(names, _AREAS, {asked})
    years = tuple((at, name) for at, name in enumerate(names) if _A_YEAR.match(name))
    if years:
        return _Form(where, asked, -1, years)
    when = _first(names, _YEARS, {asked, where})
    return _Form(where, asked, when, ((_first(names, _SAID, {asked, where, when}), ""),))


def _first(names: Sequence[str], wanted: re.Pattern[str], but: set[int]) -> int:
    for at, name in enumerate(names):
        if at not in but and wanted.match(name):
            return at
    raise UnreadableError("no_such_columns")


def _figures(row: Sequence[str], form: _Form) -> Iterator[Figure]:
    of, where = _cell(row, form.asked), area(_cell(row, form.area))
    if not of or not where:
        raise UnreadableError("nothing_named")
    for at, heading in form.numbers:
        starts, ends = year(heading or _cell(row, form.year))
        state, number = amount(_cell(row, at))
        yield Figure(of, where, starts, ends, state, number, "T", "index")


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if 0 <= at < len(row) else ""
