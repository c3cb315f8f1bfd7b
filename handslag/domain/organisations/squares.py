"""How many live in each square of the national grid, read from a table. Pure.

The table is one of Statistics Sweden's (rutor), or one of the same kind that a
municipality makes of its own register: a row for each square, named by its
south-west corner in 13 figures, and how many live there.
"""

import csv
from collections.abc import Iterable

from handslag.domain.organisations.rules import NotAllowedError
from handslag.statistics.grid import SIZES, cell, corner

LARGEST = 500  # metres: a square of a kilometre says nothing of its quarters
_SQUARE = ("ruta", "rut_id", "rutid_scb", "rutid")
_NUMBER = ("inv", "invanare", "befolkning", "beftotalt", "pop", "totalt")


def read(lines: Iterable[str], size: int) -> dict[int, int]:
    """Inhabitants by square. Columns may come in any order, with comma or semicolon.

    Raises NotAllowedError: squares_too_large, no_squares (a column is missing, or a row
    says no square of this size, a number below nought or the same square twice).
    """
    if size not in SIZES or size > LARGEST:
        raise NotAllowedError("squares_too_large")
    kept = [line for line in lines if line.strip()]
    marks = ";" if kept and ";" in kept[0] else ","
    rows = list(csv.reader((line.lstrip("\ufeff") for line in kept), delimiter=marks))
    if not rows:
        raise NotAllowedError("no_squares")
    heads = [head.strip().casefold().replace("å", "a") for head in rows[0]]
    try:
        at, of = _column(heads, _SQUARE), _column(heads, _NUMBER)
        found = [(int(row[at]), int(row[of])) for row in rows[1:]]
    except (ValueError, IndexError, StopIteration):
        raise NotAllowedError("no_squares") from None
    whole = all(_is_square(square, size) and number >= 0 for square, number in found)
    if not found or not whole or len(dict(found)) < len(found):
        raise NotAllowedError("no_squares")
    return dict(found)


def _column(heads: list[str], names: tuple[str, ...]) -> int:
    return next(heads.index(name) for name in names if name in heads)


def _is_square(square: int, size: int) -> bool:
    try:
        return cell(*corner(square), size) == square
    except ValueError:
        return False
