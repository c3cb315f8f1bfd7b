"""What people have answered becomes series that an indicator can follow."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.domain.analysis.services.areas import see_to_area
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import Series
from handslag.domain.series.queries import area_code_of, own_series
from handslag.domain.series.rules import (
    ANSWERED,
    Cell,
    Measured,
    Rhythm,
    SeriesDraft,
    Source,
    State,
    year,
)
from handslag.domain.series.rules.drafts import LONGEST_NAME
from handslag.domain.series.services import make_series, put_cells
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.published.shares import Followable, shares_of

_DECIMALS, _FINE = Decimal("0.1"), Decimal("0.0001")


def fill_from_surveys(actor: Actor, *, now: datetime) -> int:
    """Put the public share of each question into the series of its municipality, a cell for
    the year in which a survey ended; answer how many cells are new or changed. Results that
    were taken back leave a cell that says the figure is missing."""
    require_system(actor)
    homes = Organisation.objects.filter(pk__in=Survey.objects.values("home"))
    return sum(_fill(actor, one, now) for one in homes.order_by("pk"))


@transaction.atomic
def _fill(actor: Actor, home: Organisation, now: datetime) -> int:
    by_key: dict[str, list[Followable]] = {}
    for one in shares_of(home.pk):
        by_key.setdefault(f"{ANSWERED}.{one.key}", []).append(one)
    if by_key:
        see_to_area(actor, home)
    done = 0
    for key in sorted({*by_key, *_held(home)}):
        found = by_key.get(key, [])
        series = own_series(home, key)
        series = series or make_series(actor, _draft(key, found[-1], home), owner=home)
        held = series.values.values_list("starts__year", flat=True)
        cells = _cells(home, found, held)
        outcome = put_cells(actor, series, cells, now=now, run=None)
        done += outcome.new + outcome.changed
    return done


def _held(home: Organisation) -> list[str]:
    own = Series.objects.filter(owner=home, external_id__startswith=f"{ANSWERED}.")
    return list(own.values_list("external_id", flat=True))


def _draft(key: str, one: Followable, home: Organisation) -> SeriesDraft:
    answers = " eller ".join(f"«{answer}»" for answer in one.answers)
    return SeriesDraft(
        source=Source.OWN,
        external_id=key,
        name=f"{answers}: {one.question}"[:LONGEST_NAME],
        unit="procent",
        rhythm=Rhythm.YEAR,
        measured=Measured.SHARE,
        measures=f"Andel av dem som svarade som valde {answers} på frågan «{one.question}»."
        " De som frågades var utvalda av slumpen, och svaren är vägda som i enkätens"
        " resultat.",
        attribution=f"{home.name}, egen enkät",
        caveats="Ett urval har svarat. Läs osäkerheten i enkätens resultat innan ni säger"
        " att något har ändrats.",
        is_example=one.is_example,
    )


def _cells(
    home: Organisation, found: Iterable[Followable], held: Iterable[int]
) -> list[Cell]:
    """The latest survey of each year; a year that has none any more has no figure."""
    latest = {one.asked_until.year: one for one in found}
    gone = {of: Cell(area_code_of(home), *year(of), State.MISSING) for of in held}
    return list((gone | {of: _cell(home, one) for of, one in latest.items()}).values())


def _cell(home: Organisation, one: Followable) -> Cell:
    at = (area_code_of(home), *year(one.asked_until.year))
    if one.share is None:
        return Cell(*at, State.SUPPRESSED)
    percent = Decimal(100 * one.share)
    # What is less than a tenth is not nought
    amount = percent.quantize(_DECIMALS) or percent.quantize(_FINE)
    return Cell(*at, State.VALUE if amount else State.ZERO, amount)
