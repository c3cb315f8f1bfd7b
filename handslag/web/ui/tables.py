"""Somebody's table as ui/table.html takes it: numbers to the right, thousands apart."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language

from handslag.web.ui.numbers import number

_NO_NUMBER = frozenset({"XX", "..", "-", "–"})  # withheld or not known
_YEAR = 4


def counted(many: int) -> str:
    """A whole number as it is written in the language of the page."""
    return number(many, language=(get_language() or "sv")[:2])


def columns_and_rows(
    header: Sequence[str], rows: Sequence[Sequence[str]]
) -> dict[str, Any]:
    """The columns with which of them hold numbers, and the rows with these written out."""
    down = [[row[place] for row in rows] for place in range(len(header))]
    is_number = [_is_numbers(cells) for cells in down]
    return {
        "columns": [
            {"text": name, "num": num} for name, num in zip(header, is_number, strict=True)
        ],
        "rows": [
            [
                counted(int(cell)) if num and cell.isdecimal() else cell
                for cell, num in zip(row, is_number, strict=True)
            ]
            for row in rows
        ],
    }


def _is_numbers(cells: Sequence[str]) -> bool:
    """A column of counts. Four figures that begin as a year are years."""
    known = [cell for cell in cells if cell and cell not in _NO_NUMBER]
    years = all(len(cell) == _YEAR and cell[:2] in {"19", "20"} for cell in known)
    return bool(known) and not years and all(cell.isdecimal() for cell in known)
