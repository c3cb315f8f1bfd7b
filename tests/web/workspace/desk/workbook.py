"""A workbook as Excel writes it, as small as it can be."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
    '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
    f'Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2">'
    '<xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'
)


def workbook(
    rows: Sequence[Sequence[Any]], *, strings: str = "", merged: str = "", more: str = ""
) -> bytes:
    """Numbers stand as dates; `more` is written into the sheet before all else."""
    body = "".join(
        "<row>" + "".join(_cell(value) for value in row) + "</row>" for row in rows
    )
    spans = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    sheet = (
        f'{more}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{spans}</worksheet>'
    )
    shared = f'<sst xmlns="{_MAIN}"><si><t>{strings}</t></si></sst>'
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", _BOOK)
        book.writestr("xl/_rels/workbook.xml.rels", _RELATIONS)
        book.writestr("xl/styles.xml", _STYLES)
        book.writestr("xl/sharedStrings.xml", shared)
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    return packed.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, float | int):
        return f'<c s="1"><v>{value}</v></c>'
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
