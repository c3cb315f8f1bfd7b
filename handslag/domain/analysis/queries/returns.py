"""What has been counted beforehand of how often something comes back."""

from typing import NamedTuple

from handslag.core.points.reading import table
from handslag.domain.analysis.rules import Question

TABLE = "again"


class Returned(NamedTuple):
    """How often something came back at the same place (`is_near` 0), or near it (1).

    `repeats` of `n` came soon after another one there, a share with its ends, the same
    place counted with those near it; `pairs` are those near each other in time, the same
    place left out of those near it, with how many chance gives, the ratio with its ends,
    and p with both distances looked at.
    """

    area: int
    kinds: int  # `mark`
    years: int
    shared: int
    is_near: int
    n: int
    repeats: int
    share: float
    share_low: float
    share_high: float
    pairs: int
    expected: float
    ratio: float
    low: float
    high: float
    p: float


def mark(question: Question) -> int:
    """The kinds that are asked for as one number: a bit for each."""
    return sum(1 << kind for kind in question.kinds)


def asked(question: Question) -> dict[str, int]:
    """What tells the rows of one question from those of another."""
    shared = int(question.shared_only)
    return {"kinds": mark(question), "years": question.years, "shared": shared}


def returned(question: Question) -> list[Returned]:
    """At the same place, then near it; nothing where there are too few. No query."""
    rows = table(question.source, TABLE, question.area)
    if not rows:
        return []
    key = tuple(asked(question).values())
    found = [
        Returned(*one)
        for one in zip(*(rows[name].tolist() for name in Returned._fields), strict=True)
        if one[1:4] == key
    ]
    return sorted(found, key=lambda one: one.is_near)
