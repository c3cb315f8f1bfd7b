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


def may_show_part(whole: Decimal, part: Decimal, *, sensitive: bool) -> bool:
    """May a part of a whole be shown? Not if it, or what is left, is a handful."""
    return all(may_show(count, sensitive=sensitive) for count in (part, whole - part))


def may_show_share(cases: Decimal, within: Decimal, *, sensitive: bool) -> bool:
    """May a share be shown? Not of nothing, and not if it gives a handful away."""
    return cases > 0 and may_show_part(cases, within, sensitive=sensitive)


def may_show_rows(*, sensitive: bool) -> bool:
    """May the log be read row by row? Not when each row can be one person and a day."""
    return not sensitive
