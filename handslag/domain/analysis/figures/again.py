"""Whether it comes back at the same place, or near it, and more than chance gives."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from handslag.core.points.rules import Points, day_number
from handslag.domain.analysis.queries.returns import Returned, asked
from handslag.domain.analysis.rules import TROUBLES, YEARS, Question, Way
from handslag.statistics.comparisons import holm
from handslag.statistics.spatial.near_repeats import LEAST_EXPECTED, Knox, knox
from handslag.statistics.spatial.repeats import nearby_share

DAYS = 14
SAME, NEAR = 25, 250  # metres: so near that it is the same place, and the surroundings
LEAST = 20
_RUNS = 999
_CLOSE = 0.1  # a p so small that it is worth knowing better


def questions(area: int) -> Iterator[Question]:
    """All that can be asked of a municipality on a page."""
    for tops in (TROUBLES, *((top,) for top in TROUBLES)):
        for ways in (tuple(Way), *((way,) for way in Way)):
            for years in YEARS:
                for shared_only in (False, True):
                    yield Question(area, tops, ways, years, shared_only)


def questions_of_file(area: int, source: str, kinds: int) -> Iterator[Question]:
    """All that can be asked of a file with so many kinds: of all of them, or one."""
    for labels in ((), *((nr,) for nr in range(1, kinds + 1))):
        for years in YEARS:
            yield Question(area, years=years, source=source, labels=labels)


def came_back(question: Question, rows: Points) -> list[Returned]:
    """At the same place and near it, of the points of the question; none of too few. The
    days that are exchanged where few pairs are expected are drawn alike each time."""
    if len(rows) < LEAST:
        return []
    xy = np.column_stack([rows.east, rows.north]).astype(float)
    days = rows.day.astype(np.int64)
    shares = [nearby_share(xy, days, metres, DAYS) for metres in (SAME, NEAR)]
    found = _knox(xy, days)
    # Either way counts, so that the answer is that of the interval.
    p = holm(np.minimum(1.0, 2 * np.nan_to_num(found.p[:, 0], nan=0.5)))
    ratios = [np.nan_to_num(one) for one in (found.ratio, found.lower, found.upper)]
    return [
        Returned(
            area=question.area,
            **asked(question),
            is_near=nr,
            n=one.n,
            repeats=one.repeats,
            share=one.estimate,
            share_low=one.lower,
            share_high=one.upper,
            pairs=int(found.observed[nr, 0]),
            expected=float(found.expected[nr, 0]),
            ratio=float(ratios[0][nr, 0]),
            low=float(ratios[1][nr, 0]),
            high=float(ratios[2][nr, 0]),
            p=float(p[nr]),
        )
        for nr, one in enumerate(shares)
    ]


def _knox(xy: NDArray[np.float64], days: NDArray[np.int64]) -> Knox:
    """Exact moments; where few pairs are expected and more came, by exchanging days."""
    edges, spells = (0, SAME, NEAR), (0, DAYS + 1)
    found = knox(xy, days, edges, spells)
    few = (found.expected < LEAST_EXPECTED) & (found.p < _CLOSE)
    if not few.any():
        return found
    return knox(xy, days, edges, spells, _RUNS, rng=np.random.default_rng(len(days)))


def within(question: Question, rows: Points, *, today: date) -> Points:
    """The points of a question among those of its municipality."""
    first, ends = (day_number(day) for day in question.span(today=today))
    inside = (rows.day >= first) & (rows.day < ends)
    if question.kinds:
        inside &= np.isin(rows.kind, question.kinds)
    if question.shared_only:
        inside &= rows.shared == 1
    return rows.where(inside)
