"""What is held of many areas in one year: figures, inhabitants, what tells them apart."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import PeerWeight, Series, Value
from handslag.domain.series.queries.cells import POPULATION
from handslag.domain.series.rules import NATION, NUMBERED, AreaKind, Rhythm, Sex, Source
from handslag.domain.series.rules.peers import OF_PEOPLE, YEARLY

_DECEMBER = {"ends__month": 12, "ends__day": 31}


def years_of(series: Series, code: str) -> list[int]:
    """The years of which an area has a cell, the latest first."""
    if series.rhythm not in YEARLY:
        return []
    cells = series.values.filter(area__code=code, sex=Sex.ALL, **_DECEMBER)
    return sorted(
        {ends.year for ends in cells.values_list("ends", flat=True)}, reverse=True
    )


def year_of(series: Series, year: int, county: str) -> QuerySet[Value]:
    """The cells of a year: all municipalities, one county, the nation."""
    municipal = Q(area__kind=AreaKind.MUNICIPALITY)
    cells = series.values.filter(municipal | Q(area__code__in=(county, NATION)))
    found = cells.filter(sex=Sex.ALL, ends=date(year, 12, 31)).select_related("area")
    return found.order_by("area__code")


def amounts_in(series: Series, year: int) -> dict[str, Decimal]:
    """The numbers of a year, by the code of the area."""
    cells = series.values.filter(
        sex=Sex.ALL, ends=date(year, 12, 31), state__in=NUMBERED
    ).exclude(area__kind=AreaKind.NAMED)
    told = cells.values_list("area__code", "amount")
    return {code: amount for code, amount in told if amount is not None}


def latest_known(series: Series, code: str, year: int) -> int | None:
    """The latest year, this one or before it, in which an area has a number."""
    cells = series.values.filter(area__code=code, sex=Sex.ALL, state__in=NUMBERED)
    day = (
        cells.filter(ends__lte=date(year, 12, 31), **_DECEMBER)
        .order_by("-ends")
        .values_list("ends", flat=True)
        .first()
    )
    return day.year if day else None


def people_for(series: Series) -> Series | None:
    """The inhabitants that a series is divided by: one's own count of them beside one's
    own figures, where it is held, else the official one."""
    held = Series.objects.filter(external_id=POPULATION).filter(
        Q(owner=None, source=Source.SCB) | Q(owner__isnull=False, owner=series.owner_id)
    )
    return max(held, key=lambda one: one.owner_id is not None, default=None)


def features_for(home: Organisation) -> dict[Series, float]:
    """What tells municipalities apart, and how much each weighs when nobody says."""
    rows = PeerWeight.objects.filter(_readable(home, "series__")).select_related("series")
    found = {one.series: float(one.weight) for one in rows}
    people = Series.objects.filter(_readable(home), external_id=POPULATION)
    for one in people.filter(Q(owner=home) | Q(source=Source.SCB)):
        found.setdefault(one, OF_PEOPLE)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0].name)))


def weighable(home: Organisation, code: str) -> QuerySet[Series]:
    """Series of years in which the municipality has a number."""
    known = Value.objects.filter(area__code=code, sex=Sex.ALL, state__in=NUMBERED)
    found = Series.objects.filter(_readable(home), rhythm=Rhythm.YEAR)
    return found.filter(pk__in=known.values("series")).order_by("name", "pk")


def told_of_others(series: Iterable[int]) -> set[int]:
    """Those of the series that hold figures of several municipalities."""
    cells = Value.objects.filter(series__in=list(series), area__kind=AreaKind.MUNICIPALITY)
    counted = cells.order_by().values("series").annotate(n=Count("area", distinct=True))
    return set(counted.filter(n__gt=1).values_list("series", flat=True))


def official(source: Source, external_id: str) -> Series | None:
    """An official series by what its source calls it."""
    held = Series.objects.filter(owner=None, source=source, external_id=external_id)
    return held.first()


def _readable(home: Organisation, prefix: str = "") -> Q:
    return Q(**{f"{prefix}owner": None}) | Q(**{f"{prefix}owner": home})
