"""Brå's workbook of indicators for a municipality: one sheet per type of crime.

The first row of a sheet is a title and is passed over. The first column is the area:
municipality, county, nation. A column per year, for counts and for "per 100 000". Cells
written XX are suppressed; the columns of the safety survey (NTU) span two years.
"""

import re
from collections.abc import Mapping, Sequence

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

_YEARS = re.compile(r"[12][0-9]{3}(?: ?[-–/] ?[12][0-9]{3})?")
_RATE = re.compile(r"100 ?000")
_PRELIMINARY = re.compile(r"prel", re.IGNORECASE)
_SURVEY = re.compile(r"\bNTU\b|andel|procent|%", re.IGNORECASE)


def read(sheets: Mapping[str, Sequence[list[str]]]) -> Reading:
    """All figures of all sheets; a bad line is named with its sheet.

    Raises UnreadableError: duplicated_heading, or no_such_columns when no sheet has any.
    """
    figures: list[Figure] = []
    bad: list[BadLine] = []
    for name, rows in sheets.items():
        found = _sheet(name, rows)
        figures += found.figures
        bad += found.bad
    if not figures:
        raise UnreadableError("no_such_columns")
    return Reading(tuple(figures), tuple(bad))


def _sheet(name: str, rows: Sequence[list[str]]) -> Reading:
    """A sheet without years, as the one of contents, says nothing and is no fault."""
    top, names = _heading(name, rows)
    columns = {at: said for at, said in enumerate(names) if at and _YEARS.search(said)}
    figures: list[Figure] = []
    bad: list[BadLine] = []
    for nr, row in enumerate(rows[top + 1 :], top + 2):
        where = area(row[0]) if row else ""
        if not where or not columns:
            continue
        for at, said in columns.items():
            try:
                cell = row[at] if at < len(row) else ""
                figures += of_line(nr, [_figure(name, where, said, cell)])
            except UnreadableError as error:
                bad.append(BadLine(nr, f"{name}: {error.code}"))
    return Reading(tuple(figures), tuple(bad))


def _heading(name: str, rows: Sequence[list[str]]) -> tuple[int, tuple[str, ...]]:
    """The row of headings, below the first; two rows when the unit stands above."""
    for at, row in enumerate(rows[1:4], 1):
        if sum(bool(_YEARS.search(cell)) for cell in row):
            above = rows[at - 1] if at > 1 else []
            named = [_under(above, column, cell) for column, cell in enumerate(row)]
            try:
                return at, headings(named)
            except UnreadableError as error:
                raise UnreadableError(error.code, f"{name}: {error.where}") from error
    return len(rows), ()


def _under(above: Sequence[str], column: int, cell: str) -> str:
    """A year with the unit that stands above it, or to the left of that."""
    unit = next((word for word in reversed(above[: column + 1]) if word), "")
    return f"{unit} {cell}" if unit and cell else cell


def _figure(of: str, where: str, heading: str, cell: str) -> Figure:
    found = _YEARS.search(heading)
    starts, ends = year(found[0] if found else "")
    state, number = amount(cell)
    unit = "count"
    if _RATE.search(heading):
        unit = "per_100000"
    elif _SURVEY.search(f"{of} {heading}"):
        unit = "percent"
    is_preliminary = bool(_PRELIMINARY.search(heading))
    return Figure(of, where, starts, ends, state, number, "T", unit, is_preliminary)
