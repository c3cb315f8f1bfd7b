"""Keeping the counters true, in the transaction of what they count."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from handslag.domain.incidents.models import Incident
from handslag.statistics.grid import cell

# (size in metres, grain): what is asked of the counters. The whole municipality by month
# and in all, and by day where the slider of days is used.
KEPT = ((500, "d"), (500, "m"), (500, "a"), (1000, "m"), (1000, "a"))
ALWAYS = date(1, 1, 1)

# The columns of one row of a counter, but for its number.
Key = tuple[Any, ...]

_COUNT = """
INSERT INTO incidents_count (within_id, size, grain, start, top, cell, n) VALUES {rows}
ON CONFLICT (within_id, size, grain, start, top, cell)
DO UPDATE SET n = incidents_count.n + excluded.n
"""
_TALLY = """
INSERT INTO incidents_tally (within_id, channel, top, phase, n) VALUES {rows}
ON CONFLICT (within_id, channel, top, phase)
DO UPDATE SET n = incidents_tally.n + excluded.n
"""
_AT_ONCE = 100  # rows of one statement


def count(incidents: Iterable[Incident], *, by: int) -> None:
    """Count these incidents in (by=1) or out (by=-1): two statements.

    Rows are written in one order everywhere, so that two who count at once wait for
    each other and never in a ring.
    """
    kept = list(incidents)
    cells: Counter[Key] = Counter()
    tallies: Counter[Key] = Counter()
    for one in kept:
        tallies[one.within_id, str(one.channel), str(one.top), str(one.phase)] += by
        for key in keys_of(one):
            cells[key] += by
    _write(_COUNT, cells)
    _write(_TALLY, tallies)


def retally(incident: Incident, *, before: str) -> None:
    """Move one incident from the tally of its earlier phase to that of its present."""
    key = (incident.within_id, str(incident.channel), str(incident.top))
    _write(_TALLY, Counter({(*key, before): -1, (*key, str(incident.phase)): 1}))


def untally(incidents: Iterable[Incident]) -> None:
    """These are there no more, and are still counted where and when they were."""
    gone: Counter[Key] = Counter()
    for one in incidents:
        gone[one.within_id, str(one.channel), str(one.top), str(one.phase)] -= 1
    _write(_TALLY, gone)


def keys_of(incident: Incident) -> list[Key]:
    """The counters one incident belongs in; none without a point."""
    if incident.east is None or incident.north is None:
        return []
    to_database = connection.ops.adapt_datefield_value
    starts = {"d": incident.day, "m": incident.day.replace(day=1), "a": ALWAYS}
    return [
        (
            incident.within_id,
            size,
            grain,
            to_database(starts[grain]),
            str(incident.top),
            cell(incident.east, incident.north, size),
        )
        for size, grain in KEPT
    ]


def _write(statement: str, numbers: Counter[Key]) -> None:
    changed = sorted((*key, n) for key, n in numbers.items() if n)
    for start in range(0, len(changed), _AT_ONCE):
        some = changed[start : start + _AT_ONCE]
        row = f"({', '.join(['%s'] * len(some[0]))})"
        with connection.cursor() as cursor:
            cursor.execute(
                statement.format(rows=", ".join([row] * len(some))),
                [value for values in some for value in values],
            )
