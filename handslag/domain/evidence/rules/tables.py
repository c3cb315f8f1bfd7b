"""Tables of counts as people save them: which letters, which separator, which column.

What cannot be told for sure is not guessed: the writer is told what to do.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from handslag.core.periods import Rule, parse
from handslag.core.refusals import NotAllowedError
from handslag.core.text import seen
from handslag.domain.evidence.rules.findings import Finding, Table
from handslag.domain.evidence.rules.identifiers import first_of

MOST_BYTES = 300_000
MOST_LINES = 500
MOST_COLUMNS = 12
MOST_AREAS = 40  # as findings of their own
FEW = 5  # counts below this can point at somebody

_SPREADSHEET = b"PK\x03\x04"
# Beside ASCII, what a Swedish table may hold. Other letters mean another encoding.
_EXPECTED = frozenset("åäöÅÄÖéÉèÈüÜôêàçæøÆØ–’´°½§±·\u00a0")


class Column(StrEnum):
    """What a column holds."""

    WHAT = "what"
    AREA = "area"
    PERIOD = "period"
    COUNT = "count"


_NAMES: Mapping[str, Column] = {
    **dict.fromkeys(("vad", "brottstyp", "typ", "what", "crime type"), Column.WHAT),
    **dict.fromkeys(("område", "plats", "ort", "var", "area", "place"), Column.AREA),
    **dict.fromkeys(("period", "år", "månad", "när", "year", "month"), Column.PERIOD),
    **dict.fromkeys(("antal", "anmälningar", "count", "number"), Column.COUNT),
}
NEEDED = (Column.AREA, Column.PERIOD, Column.COUNT)
# A count that the source keeps to itself, or does not know.
WITHHELD = frozenset({"XX", "..", "-", "–"})


@dataclass(frozen=True, slots=True)
class Line:
    """One count: of what, where and when, as it was written."""

    number: int  # in the file, as an editor shows it
    what: str
    area: str
    period: str
    count: str

    @property
    def counted(self) -> int | None:
        """The number, unless the source withholds it."""
        return None if self.count in WITHHELD else int(self.count)


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be taken in: where it is, what is wrong, and what was there."""

    number: int
    code: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, and what is wrong with it."""

    header: tuple[str, ...]  # the headings as they stand, in the order of Column
    lines: tuple[Line, ...]
    bad: tuple[BadLine, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.area for line in self.lines))

    @property
    def few(self) -> int:
        """How many counts are so small that somebody could be recognised."""
        return sum(0 < (line.counted or 0) < FEW for line in self.lines)

    def of(self, area: str) -> "Reading":
        """What it says of one area."""
        there = tuple(line for line in self.lines if line.area == area)
        return Reading(self.header, there, ())

    @property
    def total(self) -> int | None:
        """All of it together, unless something is withheld."""
        counted = [line.counted for line in self.lines]
        return None if None in counted else sum(one or 0 for one in counted)

    @property
    def period(self) -> str:
        """The one period, when all lines have the same."""
        said = {line.period for line in self.lines}
        return said.pop() if len(said) == 1 else ""

    @property
    def span(self) -> str:
        """From the first day to the last, when there are several periods."""
        read = [parse(line.period) for line in self.lines]
        starts = [one.starts for one in read if one.starts]
        ends = [one.ends for one in read if one.ends]
        return f"{min(starts)} – {max(ends)}" if starts and ends else ""

    @property
    def table(self) -> Table:
        with_what = Column.WHAT in _kinds(self.header)
        return Table(
            self.header,
            tuple(
                (*((line.what,) if with_what else ()), line.area, line.period, line.count)
                for line in self.lines
            ),
        )


def decode(content: bytes) -> str:
    """The text of a file: UTF-8, or the old Windows letters when they are surely that."""
    if len(content) > MOST_BYTES:
        raise NotAllowedError("evidence.table_too_large")
    if content.startswith(_SPREADSHEET):
        raise NotAllowedError("evidence.table_is_a_workbook")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and (encoding != "cp1252" or _is_swedish(text)):
            return text
    raise NotAllowedError("evidence.table_letters")


def read_counts(text: str) -> Reading:
    """Counts by area and period, each bad line named."""
    rows = list(_rows(text))
    if not rows:
        raise NotAllowedError("evidence.table_empty")
    _, header = rows[0]
    places = _columns(header)
    if len(rows) > MOST_LINES + 1:
        raise NotAllowedError("evidence.table_too_long", most=MOST_LINES)
    lines: list[Line] = []
    bad: list[BadLine] = []
    for number, row in rows[1:]:
        fault = _fault(number, row, header, places)
        if fault is not None:
            bad.append(fault)
            continue
        lines.append(Line(number, **{one.value: _cell(row, places, one) for one in Column}))
    if not lines and not bad:
        raise NotAllowedError("evidence.table_empty")
    named = tuple(header[places[one]] for one in Column if one in places)
    return Reading(named, tuple(lines), tuple(bad))


def read_table(text: str) -> Table:
    """Any small table: a row of headings, and rows that are as long."""
    rows = list(_rows(text))
    if len(rows) < 2:  # noqa: PLR2004 - the headings, and at least one row
        raise NotAllowedError("evidence.table_empty")
    header = rows[0][1]
    if len(header) > MOST_COLUMNS:
        raise NotAllowedError("evidence.table_too_wide", most=MOST_COLUMNS)
    if len(rows) > MOST_LINES + 1:
        raise NotAllowedError("evidence.table_too_long", most=MOST_LINES)
    uneven = [str(number) for number, row in rows if len(row) != len(header)]
    if uneven:
        raise NotAllowedError("evidence.table_uneven", lines=uneven[:5])
    if not all(header):
        raise NotAllowedError("evidence.table_heading_missing")
    return Table(tuple(header), tuple(tuple(row) for _, row in rows[1:]))


def of_area(finding: Finding, counts: Reading, area: str) -> Finding:
    """What a table says of one area, as a finding of its own."""
    total = "" if counts.total is None else f": {counts.total}"
    return replace(
        finding,
        statement=f"{finding.statement.strip().rstrip('.')}. {area}{total}.",
        place_stated=area,
        period=counts.period or finding.period,
        n=counts.total,
        table=counts.table,
    )


def written(table: Table) -> str:
    """A table as it can be pasted and read again."""
    file = io.StringIO()
    csv.writer(file, delimiter=";", lineterminator="\n").writerows(
        [table.header, *table.rows]
    )
    return file.getvalue()


def _is_swedish(text: str) -> bool:
    return all(letter.isascii() or letter in _EXPECTED for letter in text)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, each with the line it begins at."""
    separator = _separator(text)
    if separator is None:
        raise NotAllowedError("evidence.table_separator")
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator)
    begins = 1
    try:
        for row in reader:
            cells = [seen(cell) for cell in row]
            if any(cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise NotAllowedError("evidence.table_broken", line=begins) from error


def _separator(text: str) -> str | None:
    """What stands between the headings: a semicolon, a tab from a spreadsheet, a comma."""
    first = next((line for line in text.splitlines() if line.strip(" ;,\t\ufeff")), "")
    return next((sign for sign in (";", "\t", ",") if sign in first), None)


def _kinds(header: Sequence[str]) -> list[Column | None]:
    return [_NAMES.get(name.casefold()) for name in header]


def _columns(header: Sequence[str]) -> dict[Column, int]:
    """Where each column stands. A column that is none of them is not let in."""
    kinds = _kinds(header)
    strange = [name for name, kind in zip(header, kinds, strict=True) if kind is None]
    if strange:
        raise NotAllowedError("evidence.table_column", columns=strange)
    places = {kind: place for place, kind in enumerate(kinds) if kind is not None}
    if len(places) != len(header):
        raise NotAllowedError("evidence.table_column_twice")
    if not all(one in places for one in NEEDED):
        raise NotAllowedError("evidence.table_columns_missing")
    return places


def _cell(row: Sequence[str], places: Mapping[Column, int], column: Column) -> str:
    cell = row[places[column]] if column in places else ""
    return _digits(cell) if column == Column.COUNT else cell


def _digits(count: str) -> str:
    """1 234 is written with a space between the thousands, and kept without."""
    return count.replace(" ", "") if re.fullmatch(r"\d{1,3}( \d{3})+", count) else count


def _fault(
    number: int, row: Sequence[str], header: Sequence[str], places: Mapping[Column, int]
) -> BadLine | None:
    """What is wrong with one line, if anything."""
    if len(row) != len(header):
        return BadLine(number, "cells", str(len(row)))
    identifier = first_of(row)
    if identifier is not None:
        return BadLine(number, identifier.kind.value, identifier.written)
    if not _cell(row, places, Column.AREA):
        return BadLine(number, "area")
    period = _cell(row, places, Column.PERIOD)
    if parse(period).rule in {Rule.UNCLEAR, Rule.MISSING}:
        return BadLine(number, "period", period)
    count = _cell(row, places, Column.COUNT)
    if count not in WITHHELD and not re.fullmatch(r"[0-9]{1,9}", count):
        return BadLine(number, "count", count)
    return None
