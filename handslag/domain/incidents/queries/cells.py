"""Where it was reported, for the map of staff: squares with numbers, or points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Sum
from django.db.models import Count as Number
from django.db.models.functions import Cast

from handslag.domain.incidents.models import Category, Count, Incident
from handslag.domain.incidents.queries.lists import Sought, kinds_of, narrowed
from handslag.domain.incidents.queries.reports import visible_to
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.incidents.rules.squares import MOST_POINTS, Box
from handslag.domain.organisations.models import Kind, Organisation, Place
from handslag.statistics.grid import cell, corner

COUNTED = (500, 1000)  # metres: the squares that the counters keep
ALL = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Home:
    """A municipality whose reports, or some of them, the viewer sees."""

    pk: int
    key: UUID
    name: str
    code: str
    is_example: bool
    slug: str


class Spot(NamedTuple):
    """One report on the map. The names of the fields say where each comes from."""

    pk: int
    within_id: int
    public: str
    category_id: int
    place_id: int | None
    day: date
    phase: str
    lon: float | None
    lat: float | None
    east: int
    north: int


def homes_of(sight: Sight) -> list[Home]:
    """The municipalities of which there may be something to see. One query."""
    mine = sight.own | frozenset(sight.groups)
    tied = Incident.objects.filter(Q(by__in=sight.own) | Q(owner__in=sight.own))
    found = Organisation.objects.filter(
        Q(pk__in=mine) | Q(pk__in=tied.order_by().values("within")),
        kind=Kind.MUNICIPALITY,
        desk__isnull=False,
    )
    return _homes(found)


def home_of(sight: Sight, key: UUID) -> Home | None:
    """One of them, by its public key."""
    mine = sight.own | frozenset(sight.groups)
    one = _homes(Organisation.objects.filter(public_id=key, desk__isnull=False))
    if one and one[0].pk in mine:
        return one[0]
    return next((home for home in homes_of(sight) if home.key == key), None)


def _homes(found: QuerySet[Organisation]) -> list[Home]:
    rows = found.filter(slugs__current=True).order_by("name", "pk")
    columns = ("pk", "public_id", "name", "code", "desk__is_example", "slugs__slug")
    return [
        Home(pk, key, name, code, is_example, slug)
        for pk, key, name, code, is_example, slug in rows.values_list(*columns)
    ]


def cells(
    sight: Sight, sought: Sought, size: int, *, box: Box | None = None, today: date
) -> dict[int, int]:
    """How many lie in each square. One query: of the counters where the viewer sees all
    of the municipality and they know the answer; else of the reports one may see."""
    if _is_kept(sight, sought, size):
        return _kept(sought, size, box)
    found = _found(sight, replace(sought, box=box), today)
    rows = (
        found.filter(east__isnull=False)
        .order_by()
        .values_list(F("east") / size, F("north") / size)
        .annotate(n=Number("pk"))
    )
    return {cell(x * size, y * size, size): n for x, y, n in rows}


def _is_kept(sight: Sight, sought: Sought, size: int) -> bool:
    """The counters know the kinds that all share, and whole months."""
    others = replace(sought, within=None, kind="", since=None, until=None, box=None)
    return (
        size in COUNTED
        and sought.within in sight.own
        and others == Sought()
        and kinds_of(sought.kind) is not None
        and (sought.since is None or sought.since.day == 1)
        and (sought.until is None or (sought.until + timedelta(days=1)).day == 1)
    )


def _kept(sought: Sought, size: int, box: Box | None) -> dict[int, int]:
    rows = Count.objects.filter(within=sought.within, size=size)
    if sought.since is None and sought.until is None:
        rows = rows.filter(grain="a", start=ALL)
    else:
        rows = rows.filter(grain="m", start__gte=sought.since or ALL)
        rows = rows.filter(start__lte=sought.until) if sought.until else rows
    tops = kinds_of(sought.kind) or ()
    if sought.kind:
        rows = rows.filter(top__in=tops)
    found = rows.order_by().values_list("cell").annotate(n=Sum("n"))
    return {at: n for at, n in found if n > 0 and (box is None or _touches(box, at, size))}


def _touches(box: Box, at: int, size: int) -> bool:
    east, north = corner(at)
    return box.west - size < east < box.east and box.south - size < north < box.north


def _found(sight: Sight, sought: Sought, today: date) -> QuerySet[Incident]:
    visible = visible_to(sight, within=sought.within).filter(within=sought.within)
    return narrowed(visible, sought, sight, today=today)


def spots(sight: Sight, sought: Sought, box: Box, *, today: date) -> list[Spot] | None:
    """Each report in a small box, newest first; None: too many. One query."""
    found = _found(sight, replace(sought, box=box), today)
    # As text: a key for an address, and no object made of it on the way.
    key = Cast("public_id", CharField())
    columns = [key if name == "public" else name for name in Spot._fields]
    rows = found.order_by("-day", "-pk").values_list(*columns)[: MOST_POINTS + 1]
    shown = list(map(Spot._make, rows))
    return shown if len(shown) <= MOST_POINTS else None


def names_of(
    home: int, shown: Sequence[Spot]
) -> tuple[Mapping[int, tuple[str, str]], Mapping[int, str]]:
    """What the kinds of these are called, and their places. Two queries."""
    kinds = Category.objects.filter(within=home).values_list("pk", "sv", "en")
    at = {one.place_id for one in shown if one.place_id is not None}
    places = Place.objects.filter(pk__in=at).values_list("pk", "name") if at else ()
    return {pk: (sv, en) for pk, sv, en in kinds}, dict(places)
