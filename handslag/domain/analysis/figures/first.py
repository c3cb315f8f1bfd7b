"""Which kinds of trouble come first, and how sure the order is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from handslag.domain.analysis.figures.development import variation
from handslag.domain.analysis.queries.sums import monthly
from handslag.domain.analysis.rules import Question
from handslag.domain.incidents.rules import Top
from handslag.statistics.ranking import Ranking, rank_problems

LEAST = 20
_RUNS = 2000
_SEED = 1  # the same figures give the same answer each time


@dataclass(frozen=True, slots=True)
class Placed:
    """A kind: how many, what each weighs, and its place with the ends between which the
    place lies in 95 draws of 100."""

    top: Top
    count: int
    weight: float
    rank: int
    lower: int
    upper: int

    @property
    def may_be_first(self) -> bool:
        return self.lower == 1


@dataclass(frozen=True, slots=True)
class First:
    """The kinds in order. `even` is the one that comes first when all weigh the same, if
    it is another than with these weights; none of fewer than twenty reports."""

    placed: Sequence[Placed]
    total: int
    even: Top | None
    method: str = ""

    @property
    def is_enough(self) -> bool:
        return self.total >= LEAST

    @property
    def contenders(self) -> list[Placed]:
        """Those that may be the first."""
        return [one for one in self.placed if one.may_be_first]


def first(
    question: Question, weights: Mapping[Top, float], *, since: date, today: date
) -> First:
    """Each kind's number times its weight, in the months from `since`. No query."""
    months = [
        monthly(replace(question, tops=(top,)), first=since, today=today).counts
        for top in question.tops
    ]
    totals = np.array([int(one.sum()) for one in months])
    if totals.sum() < LEAST:
        return First((), int(totals.sum()), None)
    spread = [variation(one)[0] if one.any() else 1.0 for one in months]
    # None at all is not a sure nought.
    se = np.sqrt(np.array(spread) * np.maximum(totals, 1))
    harm = np.array([weights.get(top, 1.0) for top in question.tops])
    found, even = _ranked(totals * harm, se * harm), _ranked(totals * 1.0, se)
    placed = [
        Placed(
            top,
            int(totals[nr]),
            float(harm[nr]),
            int(found.rank[nr]),
            int(found.lower[nr]),
            int(found.upper[nr]),
        )
        for nr, top in enumerate(question.tops)
    ]
    alone = int(np.argmin(even.rank))
    return First(
        placed=sorted(placed, key=lambda one: (one.rank, -one.count)),
        total=int(totals.sum()),
        even=question.tops[alone] if found.rank[alone] > 1 else None,
        method=found.method,
    )


def _ranked(scores: NDArray[np.float64], se: NDArray[np.float64]) -> Ranking:
    """One scale: how much harm was reported."""
    rng = np.random.default_rng(_SEED)
    return rank_problems(scores[:, None], se[:, None], np.ones(1), _RUNS, rng=rng)
