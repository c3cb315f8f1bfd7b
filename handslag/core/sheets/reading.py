"""The first sheet of an Excel workbook as rows of words. Pure, and afraid.

A workbook is a zip of XML. It is read a little at a time and never believed: how much
is unpacked, how many rows and how many cells is bounded here, and a declaration of
document types, which is what bombs of entities are made of, is refused. Formulas are
not calculated: the value that was stored with them is read.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

MOST_UNPACKED = 80 * 1024 * 1024
MOST_PARTS = 2_000
# A little more than is taken in, so that whoever reads can say that it is too much.
LAST_ROW = 60_000
LAST_COLUMN = 200
MOST_CELLS = 2_000_000
MOST_MERGED = 5_000
# Ten million empty elements are a file of a few kilobytes, and ten seconds of work.
MOST_ELEMENTS = 5_000_000
_PIECE = 64 * 1024
_DAYS_OF_EXCEL = range(8, 2_958_466)  # until the year 9999
_SINCE_1900, _SINCE_1904 = date(1899, 12, 30), date(1904, 1, 1)
_BUILT_IN = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_FAULTS = (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, ValueError)
_FAULTS_OF_ZIP = (*_FAULTS, NotImplementedError, RuntimeError, EOFError, OSError)

Begin = Callable[[str, Mapping[str, str]], None]
End = Callable[[str, str], None]


class SheetRefusedError(Exception):
    """Not read: `not_a_sheet`, `too_large` once unpacked, `formula` or `misread`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_rows(content: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet that is shown, from its first row, empty ones as well.

    Cells as words: days as 2026-11-22, whole numbers without a point, what a formula had
    come to when the workbook was saved. Raises SheetRefusedError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            book = _Book(packed)
            grid = _Sheet(book, book.sheet).grid
    except _FAULTS_OF_ZIP as error:
        raise SheetRefusedError("not_a_sheet") from error
    yield from _rows(grid)


def read_sheets(content: bytes) -> dict[str, list[list[str]]]:
    """The rows of each sheet that is shown, by its name. A formula is refused.

    Raises SheetRefusedError: not_a_sheet, too_large, formula."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            book = _Book(packed, takes_formulas=False)
            return {name: list(_rows(_Sheet(book, at).grid)) for name, at in book.shown()}
    except _FAULTS_OF_ZIP as error:
        raise SheetRefusedError("not_a_sheet") from error


def _rows(grid: Mapping[int, Mapping[int, str]]) -> Iterator[list[str]]:
    for row in range(1, max(grid, default=0) + 1):
        cells = grid.get(row, {})
        yield [cells.get(column, "") for column in range(1, max(cells, default=0) + 1)]


def _columns(letters: str) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number


def _at(reference: str) -> tuple[int, int]:
    """Row and column: "B3" is (3, 2)."""
    found = _REFERENCE.match(reference)
    if found is None:
        raise ValueError(reference)
    return int(found[2]), _columns(found[1])


class _Book:
    """The parts of a workbook, unpacked within bounds."""

    def __init__(self, packed: zipfile.ZipFile, *, takes_formulas: bool = True) -> None:
        self.takes_formulas = takes_formulas
        if len(packed.infolist()) > MOST_PARTS:
            raise SheetRefusedError("too_large")
        self.packed = packed
        self.left = MOST_UNPACKED
        self.elements = MOST_ELEMENTS
        self.since_1904 = False
        self.sheets: dict[str, str] = {}
        self.cells = 0
        self.words: list[str] = []
        self.dates: list[bool] = []
        self.read("xl/workbook.xml", self._of_book)
        self.paths = self._targets()
        self.sheet = self.paths[next(iter(self.sheets.values()), "")]
        names = set(packed.namelist())
        if "xl/sharedStrings.xml" in names:
            self._strings()
        if "xl/styles.xml" in names:
            self._styles()

    def read(self, part: str, begin: Begin, end: End | None = None) -> None:
        """Let somebody see each element as it begins, and as it ends with its words."""
        parser = expat.ParserCreate(namespace_separator=" ")
        said: list[str] = []

        def begins(name: str, given: dict[str, str]) -> None:
            said.clear()
            self.elements -= 1
            if self.elements < 0:
                raise SheetRefusedError("too_large")
            begin(name.rpartition(" ")[2], given)

        def ends(name: str) -> None:
            if end is not None:
                end(name.rpartition(" ")[2], "".join(said))
            said.clear()

        parser.StartElementHandler = begins
        parser.EndElementHandler = ends
        parser.CharacterDataHandler = said.append
        parser.StartDoctypeDeclHandler = _refuse
        is_last = True
        with self.packed.open(part) as stream:
            while piece := stream.read(_PIECE):
                self.left -= len(piece)
                if self.left < 0:
                    raise SheetRefusedError("too_large")
                parser.Parse(piece)
        parser.Parse(b"", is_last)

    def _of_book(self, name: str, given: Mapping[str, str]) -> None:
        if name == "workbookPr":
            self.since_1904 = given.get("date1904") in ("1", "true")
        if name == "sheet" and "hidden" not in given.get("state", "").lower():
            ids = [value for key, value in given.items() if key.endswith(" id")]
            self.sheets[given.get("name", str(len(self.sheets)))] = ids[0] if ids else ""

    def shown(self) -> list[tuple[str, str]]:
        """The name of each sheet that is shown, and where it lies."""
        return [(name, self.paths[key]) for name, key in self.sheets.items()]

    def _targets(self) -> dict[str, str]:
        paths: dict[str, str] = {}

        def see(name: str, given: Mapping[str, str]) -> None:
            if name == "Relationship":
                path = given.get("Target", "")
                inside = path.lstrip("/") if path.startswith("/") else f"xl/{path}"
                paths[given.get("Id", "")] = inside

        self.read("xl/_rels/workbook.xml.rels", see)
        return paths

    def _strings(self) -> None:
        """The words that cells share; how they are spoken is left out."""
        pieces: list[str] = []
        spoken = [0]

        def begin(name: str, _given: Mapping[str, str]) -> None:
            if name == "si":
                pieces.clear()
            spoken[0] += name == "rPh"

        def end(name: str, said: str) -> None:
            if name == "t" and not spoken[0]:
                pieces.append(said)
            spoken[0] -= name == "rPh"
            if name == "si":
                self.words.append("".join(pieces))

        self.read("xl/sharedStrings.xml", begin, end)

    def _styles(self) -> None:
        """For each style of a cell: whether its numbers are shown as dates."""
        formats: dict[str, str] = {}
        inside = [False]

        def begin(name: str, given: Mapping[str, str]) -> None:
            if name == "numFmt":
                formats[given.get("numFmtId", "")] = given.get("formatCode", "")
            inside[0] |= name == "cellXfs"
            if name == "xf" and inside[0]:
                key = given.get("numFmtId", "0")
                own = _QUOTED.sub("", formats.get(key, "")).lower()
                is_own = bool(set(own) & set("ymdh")) and "general" not in own
                self.dates.append(is_own or int(key) in _BUILT_IN)

        def end(name: str, _said: str) -> None:
            inside[0] &= name != "cellXfs"

        self.read("xl/styles.xml", begin, end)


def _refuse(*_declared: object) -> None:
    raise SheetRefusedError("not_a_sheet")


class _Sheet:
    """The cells of one sheet, by row and column."""

    def __init__(self, book: _Book, path: str) -> None:
        self.book = book
        self.grid: dict[int, dict[int, str]] = {}
        self.merged: list[str] = []
        self._row = self._column = 0
        self._kind = self._style = self._said = ""
        book.read(path, self._begin, self._end)
        for span in self.merged:
            self._fill(span)

    def _begin(self, name: str, given: Mapping[str, str]) -> None:
        if name == "row":
            self._row = int(given.get("r", self._row + 1))
            self._column = 0
        elif name == "c":
            if "r" in given:
                self._row, self._column = _at(given["r"])
            else:
                self._column += 1
            self._kind, self._style = given.get("t", "n"), given.get("s", "")
            self._said = ""
        elif name == "f" and not self.book.takes_formulas:
            raise SheetRefusedError("formula")
        elif name == "mergeCell" and len(self.merged) < MOST_MERGED:
            self.merged.append(given.get("ref", ""))

    def _end(self, name: str, said: str) -> None:
        if name in ("v", "t"):
            self._said += said
        elif name == "c":
            self._put(self._row, self._column, self._words().strip())

    def _put(self, row: int, column: int, words: str) -> None:
        if not words:
            return
        self.book.cells += 1
        if row > LAST_ROW or column > LAST_COLUMN or self.book.cells > MOST_CELLS:
            raise SheetRefusedError("too_large")
        self.grid.setdefault(row, {})[column] = words

    def _words(self) -> str:
        if self._kind == "s":
            return self.book.words[int(self._said)] if self._said else ""
        if self._kind == "b":
            return {"1": "ja", "0": "nej"}.get(self._said, "")
        if self._kind == "e":
            return ""
        if self._kind == "n" and self._said:
            return self._number(self._said)
        return self._said

    def _number(self, said: str) -> str:
        number = float(said)
        style = int(self._style or 0)
        if style < len(self.book.dates) and self.book.dates[style]:
            return _moment(number, since_1904=self.book.since_1904)
        return str(int(number)) if number.is_integer() else repr(number)

    def _fill(self, span: str) -> None:
        """Cells that were made one hold one value: it is true of each of their rows."""
        first, _, last = span.partition(":")
        (top, left), (bottom, right) = _at(first), _at(last or first)
        words = self.grid.get(top, {}).get(left, "")
        bottom = min(bottom, max(self.grid, default=0))
        for row in range(top, bottom + 1) if words else ():
            for column in range(left, min(right, LAST_COLUMN) + 1):
                self._put(row, column, words)


def _moment(number: float, *, since_1904: bool) -> str:
    """What a number stands for as a date, a time of day or both."""
    begin = datetime.combine(_SINCE_1904 if since_1904 else _SINCE_1900, time())
    whole, part = divmod(number, 1)
    if 0 <= number < 1:
        return f"{begin + timedelta(seconds=round(part * 86_400)):%H:%M}"
    if int(number) not in _DAYS_OF_EXCEL:
        return repr(number)
    moment = begin + timedelta(days=whole, seconds=round(part * 86_400))
    return f"{moment:%Y-%m-%d %H:%M}" if part else f"{moment:%Y-%m-%d}"
