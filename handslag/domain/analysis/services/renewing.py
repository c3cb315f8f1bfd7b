"""Making the points for analysis anew from what is in the database."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from math import ceil
from typing import NamedTuple

import numpy as np

from handslag.core.access import Actor, require_system
from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.core.points.cubes import keep, recount
from handslag.core.points.files import rebuild
from handslag.core.points.reading import areas
from handslag.core.points.rules import UNKNOWN, Points, day_number, points
from handslag.domain.analysis.figures.again import questions
from handslag.domain.analysis.queries.past import Rows, lateness, weeks_ever
from handslag.domain.analysis.queries.reports import Told, told
from handslag.domain.analysis.rules import SOURCE, kind_of
from handslag.domain.analysis.services.laying import lay_out_all
from handslag.domain.analysis.services.returning import count_returns
from handslag.domain.incidents.rules import Channel, Known, Top

AT_ONCE = 100_000
_LONGEST = 32_000  # hours: the column has room for no more
_HOUR = 3600


def renew(actor: Actor, *, now: datetime) -> int:
    """Make the points of all reports anew, and what is counted of them; answer how many.

    What has been deleted, or led on to another report, is in them no more. A report
    without a point on the map is left out. Points of files too. Done at night; harmless
    twice.
    """
    require_system(actor)
    count = rebuild(SOURCE, _parts(told()))
    today = stockholm_day(now)
    recount(SOURCE, today=today)
    _keep("past", "week", weeks_ever())
    _keep("late", "days", lateness(today))
    every = [one for area in areas(SOURCE) for one in questions(area)]
    count_returns(SOURCE, every, today)
    lay_out_all(now)
    return count


def _keep(name: str, of: str, rows: Rows) -> None:
    """A table of its own: area, kind, `of` and n."""
    columns = np.array([(*key, n) for key, n in rows.items() if n > 0], np.int32)
    columns = columns.reshape(-1, 4)
    keep(SOURCE, name, dict(zip(("area", "kind", of, "n"), columns.T, strict=True)))


class _Row(NamedTuple):
    area: int
    kind: int
    east: int
    north: int
    day: int
    hour: int
    hours: int
    shared: int


def _parts(rows: Iterator[Told]) -> Iterator[Points]:
    while some := [_row(one) for one in islice(rows, AT_ONCE)]:
        columns = zip(*some, strict=True)
        yield points(**dict(zip(_Row._fields, columns, strict=True)))


def _row(one: Told) -> _Row:
    hour, hours = _when(Known(one.known), one.starts, one.ends)
    return _Row(
        area=int(one.code),
        kind=kind_of(Top(one.top), Channel(one.channel)),
        east=one.east,
        north=one.north,
        day=day_number(one.day),
        hour=hour,
        hours=hours,
        shared=int(one.shared),
    )


def _when(known: Known, starts: datetime | None, ends: datetime | None) -> tuple[int, int]:
    """The hour of the week when it began, and how many hours it may lie within."""
    if starts is None or known not in {Known.EXACT, Known.INTERVAL}:
        return UNKNOWN, 0
    local = starts.astimezone(STOCKHOLM)
    hour = 24 * local.weekday() + local.hour
    if known is Known.EXACT or ends is None:
        return hour, 0
    # To the end of the interval from the beginning of its first hour, in whole hours.
    span = (ends - starts).total_seconds() + 60 * local.minute + local.second
    return hour, min(max(ceil(span / _HOUR), 1), _LONGEST)
