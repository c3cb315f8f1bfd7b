"""What was shared with a group: counted, and what is not done yet.

A page of the group shows the same to all who sit in it, so only what is shared is
counted, also for those who see more elsewhere.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Q, QuerySet

from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import (
    LED_TO_SOMETHING,
    SMALL_PLACES,
    Phase,
    Top,
)
from handslag.domain.organisations.models import Place
from handslag.statistics.grid import cell

SQUARE = 500  # metres: as wide as what everyone may see
PROBLEMS = (Top.DAMAGE, Top.GATHERING, Top.DISORDER, Top.UNSAFE_PLACE)
MOST_OPEN = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """Where: a named place, or a square of 500 m; neither when it was not said."""

    place: int | None = None
    cell: int | None = None

    @property
    def is_somewhere(self) -> bool:
        return self.place is not None or self.cell is not None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many incidents of a kind there were at a spot on a day, and how many of them
    led to something."""

    day: date
    top: Top
    spot: Spot
    n: int
    dealt_with: int


@dataclass(frozen=True, slots=True)
class Left:
    """What an organisation has taken on and not finished, and how much of it is late."""

    name: str
    n: int
    late: int


def shared_in(municipalities: Collection[int]) -> QuerySet[Incident]:
    """The incidents of these municipalities that are shared; doubles are counted once."""
    return Incident.objects.filter(
        within__in=municipalities, shared=True, merged_into__isnull=True
    )


def counted(municipalities: Collection[int], *, since: date, until: date) -> list[Counted]:
    """Problems, coming events and safe places by day, kind and spot. One query."""
    rows = (
        shared_in(municipalities)
        .filter(day__gte=since, day__lte=until)
        .annotate(across=F("east") / SQUARE, along=F("north") / SQUARE)
        .values_list("day", "top", "place", "place__kind", "across", "along")
        .annotate(
            n=Count("pk"), dealt_with=Count("pk", filter=Q(outcome__in=LED_TO_SOMETHING))
        )
        .order_by()
    )
    return [
        Counted(day, Top(top), _spot(place, kind, across, along), n, dealt)
        for day, top, place, kind, across, along, n, dealt in rows
    ]


def _spot(
    place: int | None, kind: str | None, across: int | None, along: int | None
) -> Spot:
    """A small place has a name; else the square; else the large place."""
    if place is not None and (kind in SMALL_PLACES or across is None):
        return Spot(place=place)
    if across is None or along is None:
        return Spot()
    return Spot(cell=cell(int(across) * SQUARE, int(along) * SQUARE, SQUARE))


def late_in(municipalities: Collection[int], *, after: datetime, before_day: date) -> int:
    """How many came in since, about days before that. One query."""
    rows = shared_in(municipalities).filter(received_at__gte=after, day__lt=before_day)
    return rows.count()


def open_measures(municipalities: Collection[int]) -> list[Incident]:
    """What somebody has taken on and not finished, the most overdue first. One query."""
    rows = shared_in(municipalities).filter(
        phase__in=[Phase.ASSIGNED.value, Phase.UNDERWAY.value]
    )
    ordered = rows.select_related("category", "place", "owner").order_by(
        F("due").asc(nulls_last=True), "pk"
    )
    return list(ordered[:MOST_OPEN])


def open_by_owner(municipalities: Collection[int], *, today: date) -> list[Left]:
    """How much each organisation has left, and how much of it is late. One query."""
    rows = shared_in(municipalities).filter(
        phase__in=[Phase.ASSIGNED.value, Phase.UNDERWAY.value]
    )
    found = (
        rows.values("owner__name")
        .annotate(n=Count("pk"), late=Count("pk", filter=Q(due__lt=today)))
        .order_by("-late", "-n", "owner__name")
    )
    return [Left(one["owner__name"] or "–", one["n"], one["late"]) for one in found]


def coming_events(
    municipalities: Collection[int], *, since: date, until: date
) -> list[Incident]:
    """Events that may matter in the coming days (F5.6). One query."""
    rows = shared_in(municipalities).filter(
        top=Top.EVENT.value, day__gte=since, day__lte=until
    )
    return list(rows.select_related("category", "place").order_by("day", "pk")[:20])


def places_of(municipalities: Collection[int]) -> dict[int, Place]:
    """The named places of the municipalities, to say where a square lies. One query."""
    return Place.objects.filter(within__in=municipalities).defer("shape").in_bulk()
