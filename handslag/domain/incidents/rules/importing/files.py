"""From the bytes of somebody's file to a table of words. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from handslag.core.refusals import NotAllowedError
from handslag.core.sheets.reading import SheetRefusedError, read_rows

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 4_000
LONGEST_HEADING = 80
_SIGNS = (";", "\t", ",")
_REFUSALS = {
    "not_a_sheet": "incidents.file_is_no_table",
    "too_large": "incidents.workbook_too_large",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the file, and what stands in it."""

    nr: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a file, and its rows."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]


def table_of(content: bytes) -> Table:
    """The table in a file: separated by semicolon, comma or tab, or a workbook of Excel.

    What it is is judged by its content. Raises NotAllowedError with what to do.
    """
    if len(content) > MOST_BYTES:
        raise NotAllowedError("incidents.file_too_large", most=MOST_BYTES // 1024**2)
    is_workbook = content[:4] == b"PK\x03\x04"
    rows = _of_workbook(content) if is_workbook else _separated(content)
    said = ((nr, cells) for nr, cells in enumerate(rows, 1) if any(cells))
    _, first = next(said, (0, []))
    # One more than is taken in, to know that there are more.
    lines = [Line(nr, _as_wide(cells, first)) for nr, cells in islice(said, MOST_ROWS + 1)]
    if not lines:
        raise NotAllowedError("incidents.file_has_no_rows")
    if len(lines) > MOST_ROWS:
        raise NotAllowedError("incidents.file_has_too_many_rows", most=MOST_ROWS)
    if len(first) > MOST_COLUMNS:
        raise NotAllowedError("incidents.file_is_too_wide", most=MOST_COLUMNS)
    return Table(_headings(first), tuple(lines))


def marks_of(lines: Iterable[Line]) -> list[str]:
    """A mark of each row: the same row gives the same mark in whichever file it comes,
    and rows that are alike in one file are told apart by their order."""
    seen: dict[str, int] = {}
    marks = []
    for line in lines:
        words = "\x1f".join(line.cells)
        nth = seen[words] = seen.get(words, 0) + 1
        marks.append(sha256(f"{nth}\x1e{words}".encode()).hexdigest())
    return marks


def _as_wide(cells: Sequence[str], first: Sequence[str]) -> tuple[str, ...]:
    """As many cells as there are headings."""
    kept = [cell[:LONGEST_CELL] for cell in cells[: len(first)]]
    return (*kept, *[""] * (len(first) - len(kept)))


def _headings(first: Sequence[str]) -> tuple[str, ...]:
    """Each column under a name of its own: one without is named by its number."""
    names: list[str] = []
    for number, said in enumerate(first, 1):
        name = " ".join(said.split())[:LONGEST_HEADING] or str(number)
        names.append(f"{name} ({number})" if name in names else name)
    return tuple(names)


def _of_workbook(content: bytes) -> Iterator[list[str]]:
    try:
        yield from read_rows(content)
    except SheetRefusedError as error:
        raise NotAllowedError(_REFUSALS[error.code]) from error


def _separated(content: bytes) -> Iterator[list[str]]:
    words = _decoded(content)
    if "\x00" in words:
        raise NotAllowedError("incidents.file_is_no_table")
    first, _, rest = words.partition("\n")
    sign = ""
    if first.lower().startswith("sep=") and first.strip()[4:] in _SIGNS:
        sign, words = first.strip()[4:], rest
    sign = sign or _sign(words)
    try:
        for row in csv.reader(io.StringIO(words, newline=""), delimiter=sign):
            yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise NotAllowedError("incidents.file_is_no_table") from error


def _decoded(content: bytes) -> str:
    """As the file says itself, else as most systems write, else as old Windows did."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        ways = ["utf-16"]
    else:
        ways = ["utf-8-sig", "cp1252"]
    for way in ways:
        try:
            return content.decode(way)
        except UnicodeDecodeError:
            continue
    raise NotAllowedError("incidents.file_is_no_table")


def _sign(words: str) -> str:
    """What separates the headings: the sign that stands most often between them."""
    first = next((line for line in words.splitlines() if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(_SIGNS, key=outside.count)
