"""The list somebody is drawn from: read, judged line by line, and forgotten. Pure.

Only the columns that are named are read. What stands in the others is not even looked at.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from handslag.core.refusals import NotAllowedError
from handslag.core.sheets.reading import LAST_ROW, SheetRefusedError, read_rows
from handslag.core.text import fold

MOST_BYTES = 10 * 1024 * 1024
LONGEST_ADDRESS_LINE = 60
MOST_ADDRESS_LINES = 5
NEXT_LINE, SAME_LINE = ";", "+"
_SIGNS = (";", "\t", ",")
_AREAS = ("omrade", "delomrade", "omradeskod", "stratum", "area", "kod")
# The lines of an address, and how registers call their columns.
_ADDRESS = (
    (("namn", "name"),),
    (("c/o", "co", "co-adress", "c/o-adress"),),
    (("adress", "gatuadress", "utdelningsadress", "address"),),
    (("postnummer", "postnr", "postcode"), ("postort", "ort", "city")),
)
_PERSONAL_NUMBER = re.compile(r"\b\d{6}(?:\d{2})?[-+ ]?\d{4}\b")


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a file and its lines, each with its number in the file."""

    headings: tuple[str, ...]
    lines: Sequence[tuple[int, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column says the area, and which make up the lines of the address."""

    area: str
    address: str  # "namn; adress; postnummer + ort"


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that nobody can be drawn from, and what is wrong with it."""

    line: int
    code: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Those who may be drawn: the lines of each stratum, and what stands on a letter."""

    lines: Mapping[str, Sequence[int]]
    addresses: Mapping[int, str] = field(default_factory=dict)
    bad: Sequence[Bad] = ()


def on_paper(there: Mapping[str, int]) -> Frame:
    """Lists that lie on paper: so many lines in each, from the first."""
    return Frame({code: range(1, n + 1) for code, n in there.items()})


def read_table(content: bytes) -> Table:
    """The lines of a workbook of Excel, or of a file whose columns are separated by
    semicolon, comma or tab. What it is is judged by its content.

    Raises NotAllowedError: surveys.file_too_large, surveys.workbook_too_large,
    surveys.file_is_no_table, surveys.file_has_no_lines.
    """
    if len(content) > MOST_BYTES:
        raise NotAllowedError("surveys.file_too_large", most=MOST_BYTES // 1024**2)
    is_workbook = content[:4] == b"PK\x03\x04"
    rows = _of_workbook(content) if is_workbook else _separated(content)
    said = [(nr, cells) for nr, cells in enumerate(rows, 1) if any(cells)]
    if len(said) < 1 + 1:
        raise NotAllowedError("surveys.file_has_no_lines")
    return Table(tuple(said[0][1]), said[1:])


def _of_workbook(content: bytes) -> Iterator[list[str]]:
    try:
        yield from read_rows(content)
    except SheetRefusedError as error:
        if error.code == "too_large":
            raise NotAllowedError("surveys.workbook_too_large", most=LAST_ROW) from error
        raise NotAllowedError("surveys.file_is_no_table") from error


def _separated(content: bytes) -> Iterator[list[str]]:
    words = _decoded(content)
    try:
        for cells in csv.reader(io.StringIO(words, newline=""), delimiter=_sign(words)):
            yield [one.strip() for one in cells]
    except csv.Error as error:
        raise NotAllowedError("surveys.file_is_no_table") from error


def suggested(headings: Sequence[str]) -> Columns:
    """The columns by what registers usually call them; empty where none is known."""
    known = {fold(one): one for one in reversed(headings)}
    area = next((known[one] for one in _AREAS if one in known), "")
    lines = []
    for parts in _ADDRESS:
        found = [next((known[one] for one in names if one in known), "") for names in parts]
        if any(found):
            lines.append(f" {SAME_LINE} ".join(one for one in found if one))
    return Columns(area, f"{NEXT_LINE} ".join(lines))


def frame_of(table: Table, columns: Columns, strata: Mapping[str, str]) -> Frame:
    """Who may be drawn from a file, by the codes or the names of the `strata`.

    Raises NotAllowedError: surveys.no_such_column, surveys.too_many_address_lines.
    """
    area = _at(table.headings, columns.area)
    layout = _layout(table.headings, columns.address)
    known = {fold(name): code for code, name in strata.items()}
    known |= {fold(code): code for code in strata}
    lines: dict[str, list[int]] = {code: [] for code in strata}
    addresses: dict[int, str] = {}
    bad: list[Bad] = []
    seen: set[str] = set()
    for nr, cells in table.lines:
        said = _cell(cells, area)
        code = known.get(fold(said), "")
        address = _address(cells, layout)
        wrong = _wrong(code, said, address, is_twice=address in seen)
        if wrong:
            bad.append(Bad(nr, *wrong))
            continue
        seen.add(address)
        lines[code].append(nr)
        addresses[nr] = address
    return Frame(lines, addresses, bad)


def _wrong(code: str, said: str, address: str, *, is_twice: bool) -> tuple[str, str] | None:
    if not said:
        return "surveys.line_without_area", ""
    if not code:
        return "surveys.line_of_unknown_area", said[:LONGEST_ADDRESS_LINE]
    if not address:
        return "surveys.line_without_address", ""
    if _PERSONAL_NUMBER.search(address):
        return "surveys.line_with_personal_number", ""
    if is_twice:
        return "surveys.line_stands_twice", ""
    return None


def _layout(headings: Sequence[str], address: str) -> list[list[int]]:
    lines = [line for line in address.split(NEXT_LINE) if line.strip()]
    if not lines:
        raise NotAllowedError("surveys.no_such_column", column=address.strip() or "–")
    if len(lines) > MOST_ADDRESS_LINES:
        raise NotAllowedError("surveys.too_many_address_lines", most=MOST_ADDRESS_LINES)
    return [[_at(headings, one) for one in line.split(SAME_LINE)] for line in lines]


def _at(headings: Sequence[str], column: str) -> int:
    names = [fold(one) for one in headings]
    if fold(column.strip()) not in names:
        raise NotAllowedError("surveys.no_such_column", column=column.strip() or "–")
    return names.index(fold(column.strip()))


def _address(cells: Sequence[str], layout: Sequence[Sequence[int]]) -> str:
    return "\n".join(_filled_lines(cells, layout))


def _filled_lines(cells: Sequence[str], layout: Sequence[Sequence[int]]) -> Iterator[str]:
    for columns in layout:
        line = " ".join(part for at in columns if (part := _cell(cells, at)))
        if line:
            yield " ".join(line.split())[:LONGEST_ADDRESS_LINE]


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _decoded(content: bytes) -> str:
    """As the file says itself, else as most systems write, else as old Windows did."""
    is_wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for way in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            words = content.decode(way)
        except UnicodeDecodeError:
            continue
        if "\x00" not in words:
            return words
    raise NotAllowedError("surveys.file_is_no_table")


def _sign(words: str) -> str:
    """What separates the headings: the sign that stands most often between them."""
    first = next((line for line in words.splitlines() if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(_SIGNS, key=outside.count)
