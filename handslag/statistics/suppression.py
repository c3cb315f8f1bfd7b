"""A table with its sums, where small numbers are left out and cannot be worked out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.protection import protect
from handslag.statistics.releases import Key, Relation, Release
from handslag.statistics.weighting import Codes, Numbers

Marks = NDArray[np.bool_]

_MOST_SIDES = 2


@dataclass(frozen=True, slots=True, eq=False)
class Suppressed:
    """A table as it may be shown: `counts` (not a number where left out), `hidden` marks
    those, `small` those that were small themselves; both sums of a table with two sides
    in `row_totals` and `column_totals`, and the `total`, under the same rule."""

    counts: Numbers
    hidden: Marks
    small: Marks
    row_totals: Numbers
    column_totals: Numbers
    total: float
    min: int


def suppress(
    table: Codes,
    min: int,
    complementary: bool = True,  # noqa: FBT001, FBT002 - the field's word
    *,
    ways: int | None = None,
) -> Suppressed:
    """Counts of one or two sides without those of 1..`min`-1; nought is shown.

    With `complementary` as many more are left out, few and small ones first, as it takes
    for each count that is left out to be able to be `ways` numbers still (`min` when not
    given), to a reader who knows the sums and that no count is less than nought, but not
    which of them were small. The same table always gives the same answer. Without it
    sums give small numbers away.
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY.
    Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, 6.
    """
    counts = np.asarray(table)
    if counts.ndim not in (1, _MOST_SIDES) or not np.issubdtype(counts.dtype, np.integer):
        raise ValueError("E_SHAPE")
    if not counts.size:
        raise ValueError("E_EMPTY")
    if counts.min() < 0 or min < 1:
        raise ValueError("E_NEGATIVE")
    release = _release(np.atleast_2d(counts), min, is_row=counts.ndim == 1)
    is_asked = complementary and release.hidden
    out = protect(release, k=ways or min) if is_asked else release.hidden
    return _shown(counts, out, min)


def _release(counts: Codes, min_: int, *, is_row: bool) -> Release:
    """Keys are (row, column), with None for all of them; a single row is the total."""
    rows, columns = range(counts.shape[0]), range(counts.shape[1])
    found: dict[Key, int] = {(i, j): int(counts[i, j]) for i in rows for j in columns}
    found[None, None] = int(counts.sum())
    if is_row:
        relations = [Relation((None, None), tuple((0, j) for j in columns))]
    else:
        found |= {(i, None): int(counts[i].sum()) for i in rows}
        found |= {(None, j): int(counts[:, j].sum()) for j in columns}
        relations = [
            *(Relation((i, None), tuple((i, j) for j in columns)) for i in rows),
            *(Relation((None, j), tuple((i, j) for i in rows)) for j in columns),
            Relation((None, None), tuple((i, None) for i in rows)),
            Relation((None, None), tuple((None, j) for j in columns)),
        ]
    small = frozenset(key for key, count in found.items() if 0 < count < min_)
    return Release(found, relations, hidden=small)


def _shown(counts: Codes, out: frozenset[Key], min_: int) -> Suppressed:
    wide = np.atleast_2d(counts)
    is_two = counts.ndim == _MOST_SIDES
    rows, columns = range(wide.shape[0] * is_two), range(wide.shape[1] * is_two)
    hidden = np.zeros(wide.shape, np.bool_)
    for row, column in out:
        if row is not None and column is not None:
            hidden[row, column] = True
    hidden = hidden.reshape(counts.shape)
    return Suppressed(
        counts=np.where(hidden, np.nan, counts),
        hidden=hidden,
        small=(counts > 0) & (counts < min_),
        row_totals=_sums([wide[i].sum() for i in rows], [(i, None) in out for i in rows]),
        column_totals=_sums(
            [wide[:, j].sum() for j in columns], [(None, j) in out for j in columns]
        ),
        total=np.nan if (None, None) in out else float(counts.sum()),
        min=min_,
    )


def _sums(sums: list[int], hidden: list[bool]) -> Numbers:
    return np.where(np.array(hidden, np.bool_), np.nan, np.array(sums, np.float64))
