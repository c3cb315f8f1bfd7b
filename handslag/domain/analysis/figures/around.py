"""How many of the reports lie around a place."""

from dataclasses import dataclass

import numpy as np

from handslag.core.points.rules import SIDE
from handslag.domain.analysis.queries.sums import squares
from handslag.domain.analysis.rules import Question
from handslag.statistics.counts import poisson_ci


@dataclass(frozen=True, slots=True)
class Around:
    """Reports within some metres of a place, of all in the municipality. `lower` to
    `upper`: between which the count would lie in a period just like this one."""

    count: int
    total: int
    lower: float
    upper: float


def around(question: Question, east: float, north: float, *, metres: int) -> Around:
    """Squares of 250 metres whose middle lies within. No query."""
    found = squares(question)
    half = SIDE / 2
    far = np.hypot(found.east + half - east, found.north + half - north)
    count = int(found.n[far <= metres].sum())
    interval = poisson_ci(count, 1.0)
    return Around(count, int(found.n.sum()), interval.lower, interval.upper)
