"""All that somebody may see, as rows of a file: read little by little."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet

from handslag.domain.incidents.models import Desk, Incident
from handslag.domain.organisations.models import Organisation

AT_A_TIME = 2000


class Taken(NamedTuple):
    """One row of the file. The names of the fields say where each comes from."""

    within_id: int
    by_id: int | None
    owner_id: int | None
    shared: bool
    text_state: str
    public_id: UUID
    received_at: datetime
    day: date
    known: str
    starts: datetime | None
    ends: datetime | None
    dayparts: str
    top: str
    category__sv: str
    category__en: str
    place__name: str | None
    where_words: str
    east: int | None
    north: int | None
    accuracy: int | None
    inside: str
    worry: str
    certainty: str
    channel: str
    within__name: str
    by__name: str | None
    owner__name: str | None
    due: date | None
    phase: str
    outcome: str
    closed_on: date | None
    me_too: int
    text: str


def taken_out(found: QuerySet[Incident]) -> Iterator[Taken]:
    """Newest first, a few thousand at a time however many there are.

    Which they are is asked of one table and its index; all in one query would be put
    in order by the database first, with every word of every row in memory.
    """
    left = found
    while True:
        some = left.order_by("-pk").values("pk")[:AT_A_TIME]
        named = Incident.objects.filter(pk__in=some).order_by("-pk")
        rows = list(named.values_list(*Taken._fields, "pk"))
        yield from (Taken._make(row[:-1]) for row in rows)
        if len(rows) < AT_A_TIME:
            return
        left = found.filter(pk__lt=rows[-1][-1])


def numbers_of(found: QuerySet[Incident]) -> Mapping[Organisation, int]:
    """How many there are of each municipality, before the file is made."""
    counted = found.order_by().values("within").annotate(n=Count("pk"))
    numbers = {row["within"]: row["n"] for row in counted}
    homes = Organisation.objects.filter(pk__in=numbers)
    return {home: numbers[home.pk] for home in homes}


def made_up_in(homes: Mapping[Organisation, int]) -> frozenset[int]:
    """Those of the municipalities whose reports are made up."""
    rows = Desk.objects.filter(within__in=homes, is_example=True)
    return frozenset(rows.values_list("within", flat=True))
