"""The reports that analyses are made of: numbers of them, and none of their words."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from handslag.domain.incidents.models import Incident

_AT_ONCE = 20_000


class Told(NamedTuple):
    """One report. The names of the fields say where each comes from."""

    code: str
    top: str
    channel: str
    east: int
    north: int
    day: date
    known: str
    starts: datetime | None
    ends: datetime | None
    shared: bool


def told() -> Iterator[Told]:
    """Every report with a point on the map that stands for itself."""
    columns = ("within__code", *Told._fields[1:])
    found = Incident.objects.filter(east__isnull=False, merged_into__isnull=True)
    rows = found.order_by("pk").values_list(*columns)
    return map(Told._make, rows.iterator(chunk_size=_AT_ONCE))
