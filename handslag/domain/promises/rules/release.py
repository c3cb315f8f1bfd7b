"""Which counts may be shown: a handful of people must not be picked out (F9.10).

A time limit about victims, or a treatment on an island, can concern one
person. One function decides, for numbers and for the words beside them.
"""

from decimal import Decimal

SMALLEST = 5  # k: the fewest cases whose count is shown


def may_show(cases: Decimal | int | None, *, sensitive: bool) -> bool:
    """May this count, and the note beside it, be shown? Zero is not a person."""
    if not sensitive:
        return True
    return cases is not None and not 0 < cases < SMALLEST


def may_show_share(cases: Decimal, within: Decimal, *, sensitive: bool) -> bool:
    """May a share be shown? Not if those inside or outside the limit are a handful."""
    if not sensitive:
        return cases > 0
    outside = cases - within
    small = any(0 < part < SMALLEST for part in (within, outside))
    return cases >= SMALLEST and not small
