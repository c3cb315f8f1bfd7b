"""A workbook of one sheet, written as its rows come.

Every text stands in its own cell as text, so that none can be a formula, and nothing is
kept but a few texts that come again and again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import IO
from xml.sax.saxutils import escape

from handslag.core.sheets.packing import packed

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
LONGEST_TEXT = 32_767  # of the units of UTF-16, as Excel counts
MOST_DIGITS = 15  # of a number: Excel rounds what has more
_ROWS_AT_ONCE = 200
_MOST_KNOWN, _LONGEST_KNOWN = 10_000, 100

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_KIND}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
        '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/worksheet" '
        'Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_LINKS}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    # Styles: 0 plain, 1 heading, 2 day, 3 day and time.
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="2">'
        '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
        '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
        '<xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/>'
        '<xf numFmtId="165" applyNumberFormat="1"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
_BEGIN = (
    f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><sheetData>"
)
_END = "</sheetData></worksheet>"

# What XML cannot hold, and what Excel would read as another sign: _x0041_ is its "A".
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENCODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EDGES = re.compile(r"^\s|\s$|[\n\t]| {2}")
_FIRST_DAY, _ORIGIN = date(1900, 3, 1), date(1899, 12, 30)

Value = str | int | float | Decimal | bool | date | datetime | None


def write_rows(
    out: IO[bytes], header: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    """Write a workbook to `out`, which need not be able to go back. As `workbook`."""
    for piece in workbook(header, rows):
        out.write(piece)


def workbook(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """A workbook, piece by piece: the headings, then each row as it comes. Numbers and
    days are numbers and days, everything else text.

    A text that is longer than a cell may be is cut, with "…". Raises ValueError
    ("E_TOO_LARGE") for more rows or columns than a sheet can have.
    """
    parts = [(name, iter([(_HEAD + part).encode()])) for name, part in _PARTS.items()]
    sheet = ("xl/worksheets/sheet1.xml", _sheet(header, rows))
    return packed([*parts, sheet], level=1)


def _sheet(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    headings = [f'<c s="1" t="inlineStr">{_inline(word)}</c>' for word in header]
    yield (_HEAD + _BEGIN + _row(headings)).encode()
    known, waiting, written = _Known(), list[str](), 1
    for row in rows:
        cells = [known[cell] if cell.__class__ is str else _cell(cell) for cell in row]
        waiting.append(_row(cells))
        written += 1
        if written > MOST_ROWS:
            raise ValueError("E_TOO_LARGE")
        if len(waiting) == _ROWS_AT_ONCE:
            yield "".join(waiting).encode()
            waiting.clear()
    yield ("".join(waiting) + _END).encode()


def _row(cells: Sequence[str]) -> str:
    if len(cells) > MOST_COLUMNS:
        raise ValueError("E_TOO_LARGE")
    return f"<row>{''.join(cells)}</row>"


class _Known(dict[Value, str]):
    """Short texts as cells: the answers of a survey are few, and come many times."""

    def __missing__(self, text: Value) -> str:
        cell = f'<c t="inlineStr">{_inline(str(text))}</c>' if text else "<c/>"
        if len(str(text)) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[text] = cell
        return cell


def _cell(value: Value) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, float | Decimal) and isfinite(value):
        return f"<c><v>{value!r}</v></c>" if isinstance(value, float) else _decimal(value)
    if isinstance(value, date):
        return _day(value)
    return f'<c t="inlineStr">{_inline(str(value))}</c>'


def _whole(value: int) -> str:
    if abs(value) < 10**MOST_DIGITS:
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr">{_inline(str(value))}</c>'


def _decimal(value: Decimal) -> str:
    if len(value.as_tuple().digits) <= MOST_DIGITS:
        return f"<c><v>{value:f}</v></c>"
    return f'<c t="inlineStr">{_inline(str(value))}</c>'


def _day(value: date) -> str:
    """Days as Excel counts them; a time of another zone, or a day before it can count,
    is text."""
    is_moment = isinstance(value, datetime)
    day = value.date() if isinstance(value, datetime) else value
    if day < _FIRST_DAY or (isinstance(value, datetime) and value.tzinfo):
        return f'<c t="inlineStr">{_inline(value.isoformat())}</c>'
    number = float((day - _ORIGIN).days)
    if isinstance(value, datetime):
        number += (value - datetime.combine(day, time())).total_seconds() / 86_400
    return f'<c s="{3 if is_moment else 2}"><v>{number:.15g}</v></c>'


def _inline(text: str) -> str:
    """The inside of a cell of text."""
    words = text.replace("\r\n", "\n").replace("\r", "\n")
    words = _UNWRITABLE.sub("\ufffd", words)
    words = escape(_ENCODED.sub("_x005F_", _as_long(words)))
    kept = ' xml:space="preserve"' if _EDGES.search(words) else ""
    return f"<is><t{kept}>{words}</t></is>"


def _as_long(text: str) -> str:
    if 2 * len(text) <= LONGEST_TEXT:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore") + "…"
