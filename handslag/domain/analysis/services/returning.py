"""Counting at night how often something comes back: no page reads points."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import numpy as np

from handslag.core.points.cubes import keep
from handslag.core.points.reading import of_area
from handslag.core.points.rules import Points
from handslag.domain.analysis.figures.again import came_back, within
from handslag.domain.analysis.queries.returns import TABLE, Returned, asked
from handslag.domain.analysis.rules import Question


def count_returns(source: str, questions: Sequence[Question], today: date) -> None:
    """Of all that can be asked of a source, one municipality after another; made anew from
    the points."""
    by_area = groupby(questions, key=lambda one: one.area)
    rows = [
        one for area, some in by_area for one in _of_area(source, area, list(some), today)
    ]
    columns = zip(*rows, strict=True) if rows else [[] for _ in Returned._fields]
    found = dict(zip(Returned._fields, map(np.array, columns), strict=True))
    keep(source, TABLE, found)


def _of_area(
    source: str, area: int, questions: Sequence[Question], today: date
) -> list[Returned]:
    """What is the same set of points is counted once."""
    rows = of_area(source, area, years=(today.year - 3, today.year))
    known: dict[bytes, list[Returned]] = {}
    found = []
    for question in questions:
        some = within(question, rows, today=today)
        key = _key(some)
        if key not in known:
            known[key] = came_back(question, some)
        found += [one._replace(**asked(question)) for one in known[key]]
    return found


def _key(rows: Points) -> bytes:
    return np.column_stack([rows.east, rows.north, rows.day]).tobytes()
