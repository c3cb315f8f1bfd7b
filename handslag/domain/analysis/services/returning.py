"""Counting at night how often something comes back: no page reads points."""

from datetime import date

import numpy as np

from handslag.core.points.cubes import keep
from handslag.core.points.reading import areas, of_area
from handslag.core.points.rules import Points
from handslag.domain.analysis.figures.again import came_back, questions, within
from handslag.domain.analysis.queries.returns import TABLE, Returned, asked
from handslag.domain.analysis.rules import SOURCE


def count_returns(today: date) -> None:
    """Of each municipality, for all that can be asked; made anew from the points."""
    rows = [one for area in areas(SOURCE) for one in _of_area(area, today)]
    columns = zip(*rows, strict=True) if rows else [[] for _ in Returned._fields]
    found = dict(zip(Returned._fields, map(np.array, columns), strict=True))
    keep(SOURCE, TABLE, found)


def _of_area(area: int, today: date) -> list[Returned]:
    """What is the same set of points is counted once."""
    rows = of_area(SOURCE, area, years=(today.year - 3, today.year))
    known: dict[bytes, list[Returned]] = {}
    found = []
    for question in questions(area):
        some = within(question, rows, today=today)
        key = _key(some)
        if key not in known:
            known[key] = came_back(question, some)
        found += [one._replace(**asked(question)) for one in known[key]]
    return found


def _key(rows: Points) -> bytes:
    return np.column_stack([rows.east, rows.north, rows.day]).tobytes()
