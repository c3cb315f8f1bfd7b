"""A table of words between separators, from bytes whose encoding nobody stated. Pure.

A file is read as UTF-8 when it can be, else as old Windows wrote it. One that was read
wrongly before it reached us ("Ã¥" for "å") is refused: nobody can tell what it said.
"""

import csv
import io
import re

from handslag.core.sheets.reading import LAST_COLUMN, LAST_ROW, SheetRefusedError

MOST_BYTES = 20 * 1024 * 1024
_SIGNS = (";", "\t", ",")
# What å, ä, ö, é and their capitals become when UTF-8 is read as Latin-1 or Windows-1252,
# and the sign of what could not be read at all.
_MISREAD = re.compile("Ã[¥¤¶©…„–\x85\x84\x96\x89‰]|\ufffd|ï»¿")
_FORMULA = re.compile(r"[=@]|[+-](?![0-9 .,]*\Z)")


def separated_rows(content: bytes) -> list[list[str]]:
    """The rows, cells without spaces around them. Raises SheetRefusedError:
    not_a_sheet, too_large, misread, formula."""
    if len(content) > MOST_BYTES:
        raise SheetRefusedError("too_large")
    words = _decoded(content)
    if "\x00" in words:
        raise SheetRefusedError("not_a_sheet")
    if _MISREAD.search(words):
        raise SheetRefusedError("misread")
    rows = []
    try:
        for row in csv.reader(io.StringIO(words, newline=""), delimiter=_sign(words)):
            rows.append([_harmless(cell.strip()) for cell in row])
            if len(rows) > LAST_ROW or len(row) > LAST_COLUMN:
                raise SheetRefusedError("too_large")
    except csv.Error as error:
        raise SheetRefusedError("not_a_sheet") from error
    return rows


def _decoded(content: bytes) -> str:
    is_wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for way in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(way)
        except UnicodeDecodeError:
            continue
    raise SheetRefusedError("not_a_sheet")


def _harmless(cell: str) -> str:
    """A cell of its own words. One that a spreadsheet would calculate is refused."""
    if len(cell) > 1 and _FORMULA.match(cell):
        raise SheetRefusedError("formula")
    return cell


def _sign(words: str) -> str:
    """What separates: the sign that stands most often outside quotes in the first line."""
    first = next((line for line in words.splitlines() if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(_SIGNS, key=outside.count)
