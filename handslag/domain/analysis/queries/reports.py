"""The reports that analyses are made of: numbers of them, and none of their words."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count
from django.db.models.functions import TruncMonth

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


def by_month(home: int, *, first: date, until: date) -> dict[tuple[str, date], int]:
    """How many stand for themselves, by kind and the first of the month in which it
    happened, from a day and before another; on the map or not. One query."""
    found = Incident.objects.filter(
        within=home, merged_into__isnull=True, day__gte=first, day__lt=until
    )
    rows = (
        found.order_by()
        .annotate(month=TruncMonth("day"))
        .values_list("top", "month")
        .annotate(n=Count("pk"))
    )
    return {(top, month): n for top, month, n in rows}
