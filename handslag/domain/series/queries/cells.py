"""What is held of a series: cells by area and period."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import Area, Series, Value
from handslag.domain.series.rules import Sex, Source
from handslag.domain.series.rules.cells import State

POPULATION = "folkmangd"
Areas = Mapping[str, Sequence[Area]]


def areas_by_code(codes: Iterable[str]) -> Areas:
    """The areas that bear or bore these codes."""
    found: dict[str, list[Area]] = {}
    for area in Area.objects.filter(code__in=set(codes)):
        found.setdefault(area.code, []).append(area)
    return found


def area_on(areas: Areas, code: str, day: date) -> Area | None:
    """The area whose code it was on that day."""
    return next(
        (one for one in areas.get(code, ()) if one.valid_from <= day <= one.valid_to), None
    )


def cells_of(
    series: Series, codes: Sequence[str], *, sex: Sex = Sex.ALL
) -> QuerySet[Value]:
    """The cells of some areas, the oldest first."""
    found = series.values.filter(area__code__in=codes, sex=sex)
    return found.select_related("area").order_by("starts", "area__code")


def cells_of_each(series: Iterable[int], codes: Iterable[str]) -> QuerySet[Value]:
    """The cells of some areas in several series, the oldest first."""
    found = Value.objects.filter(
        series__in=set(series), area__code__in=set(codes), sex=Sex.ALL
    )
    return found.select_related("area").order_by("starts", "area__code")


def population(code: str) -> dict[int, Decimal]:
    """How many lived in an area, by year."""
    return populations([code]).get(code, {})


def populations(codes: Iterable[str]) -> dict[str, dict[int, Decimal]]:
    """How many lived in some areas, by area and year."""
    rows = Value.objects.filter(
        series__owner=None,
        series__source=Source.SCB,
        series__external_id=POPULATION,
        area__code__in=set(codes),
        sex=Sex.ALL,
        state=State.VALUE,
    )
    found: dict[str, dict[int, Decimal]] = {}
    for code, starts, amount in rows.values_list("area__code", "starts", "amount"):
        if amount is not None:
            found.setdefault(code, {})[starts.year] = amount
    return found


def put_by(run: UUID) -> int:
    """How many cells a run left that are still as it left them."""
    return Value.objects.filter(run=run).count()


def area_code_of(home: Organisation) -> str:
    """The code under which a municipality is counted; without an official one, its own."""
    return home.code or f"o{home.pk}"
