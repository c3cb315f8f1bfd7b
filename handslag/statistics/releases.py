"""All the counts that are shown together, and how they add up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Key = Any  # whatever can be the key of a dictionary


@dataclass(frozen=True, slots=True)
class Relation:
    """A count that others add up to; or, when each answer may be in several or none of
    them, that each of them is at most as large as."""

    total: Key
    parts: tuple[Key, ...]
    adds_up: bool = True


@dataclass(frozen=True, slots=True)
class Release:
    """The counts of everything that is shown together, by any key.

    `below[key]` is the rule: a count less than it is not shown. `owners[key]` is the
    count without which this one is not shown either: the answers of a group, of which
    it is a part. `shown` was shown before, and cannot be taken back; `hidden` was left
    out before, and stays so. `unknown` is in no table at all, and helps to say how the
    others hang together: a reader may work it out.
    """

    counts: Mapping[Key, int]
    relations: Sequence[Relation] = ()
    below: Mapping[Key, int] = field(default_factory=dict)
    owners: Mapping[Key, Key] = field(default_factory=dict)
    shown: frozenset[Key] = frozenset()
    hidden: frozenset[Key] = frozenset()
    unknown: frozenset[Key] = frozenset()


def crossed(
    name: Key, counts: NDArray[np.int64], *, group_below: int = 0, cell_below: int = 0
) -> Release:
    """One question: groups (rows) by options (columns), with both totals.

    Keys are (name, group, option), with None for all of them. Those in no group are a
    row too: they are the rest of the whole. Raises ValueError: E_SHAPE, E_NEGATIVE.
    """
    if counts.ndim != 2:  # noqa: PLR2004 - rows and columns
        raise ValueError("E_SHAPE")
    _refuse_negative(counts.ravel().tolist())
    rows, columns = range(counts.shape[0]), range(counts.shape[1])
    found: dict[tuple[Key, int | None, int | None], int] = {}
    for row in (None, *rows):
        chosen = counts if row is None else counts[row : row + 1]
        found[name, row, None] = int(chosen.sum())
        found |= {(name, row, column): int(chosen[:, column].sum()) for column in columns}
    relations = [
        *(Relation((name, row, None), _each(name, row, columns)) for row in (None, *rows)),
        *(
            Relation((name, None, column), tuple((name, row, column) for row in rows))
            for column in (None, *columns)
        ),
    ]
    return Release(
        counts=found,
        relations=tuple(relations),
        below={key: group_below if key[2] is None else cell_below for key in found},
        owners={key: (name, key[1], None) for key in found if key[2] is not None},
    )


def _each(name: Key, row: int | None, columns: range) -> tuple[Key, ...]:
    return tuple((name, row, column) for column in columns)


def linked(releases: Iterable[Release], relations: Sequence[Relation] = ()) -> Release:
    """Several releases as one, counts of one key being the same one, and how they add up
    across them. Raises ValueError("E_CONFLICT") when one key has two counts."""
    counts: dict[Key, int] = {}
    below: dict[Key, int] = {}
    owners: dict[Key, Key] = {}
    sums, shown, hidden, unknown = list(relations), set[Key](), set[Key](), set[Key]()
    for one in releases:
        if any(counts.get(key, count) != count for key, count in one.counts.items()):
            raise ValueError("E_CONFLICT")
        counts.update(one.counts)
        below.update(
            {key: max(limit, below.get(key, 0)) for key, limit in one.below.items()}
        )
        owners.update(one.owners)
        sums.extend(one.relations)
        shown |= one.shown
        hidden |= one.hidden
        unknown |= one.unknown
    return Release(
        counts,
        tuple(sums),
        below,
        owners,
        frozenset(shown),
        frozenset(hidden),
        frozenset(unknown),
    )


def _refuse_negative(counts: Iterable[int]) -> None:
    if any(count < 0 for count in counts):
        raise ValueError("E_NEGATIVE")
