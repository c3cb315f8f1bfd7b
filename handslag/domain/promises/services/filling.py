"""What is reported as done for promises becomes a series that an indicator can follow."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from handslag.core.access import Actor, require_system
from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.domain.analysis.services.areas import see_to_area
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import ProgressEntry
from handslag.domain.series.queries import area_code_of, own_series
from handslag.domain.series.rules import DONE, Cell, Rhythm, SeriesDraft, Source, State
from handslag.domain.series.rules.cells import month as month_of
from handslag.domain.series.services import make_series, put_cells

PRELIMINARY = 2  # months: what is done is written down late


def fill_from_progress(actor: Actor, *, now: datetime) -> int:
    """Put how many times something was reported as done, month by month, into the series of
    each municipality; answer how many cells are new or changed."""
    require_system(actor)
    homes = ProgressEntry.objects.values("promise__set__home")
    found = Organisation.objects.filter(pk__in=homes).order_by("pk")
    return sum(_fill(actor, one, now) for one in found)


@transaction.atomic
def _fill(actor: Actor, home: Organisation, now: datetime) -> int:
    ends = stockholm_day(now).replace(day=1)
    found = _by_month(home.pk, ends)
    if not found:
        return 0
    see_to_area(actor, home)
    series = own_series(home, DONE) or make_series(actor, _draft(home), owner=home)
    cells = list(_cells(home, found, ends))
    outcome = put_cells(actor, series, cells, now=now, run=None)
    return outcome.new + outcome.changed


def _by_month(home: int, ends: date) -> dict[date, int]:
    """A correction is no new time, and what was corrected to nought was never done."""
    rows = _done_in(home).filter(day__lt=ends).order_by()
    by = rows.annotate(month=TruncMonth("day")).values_list("month")
    return dict(by.annotate(times=Count("pk", filter=~Q(pk__in=_undone(home)))))


def _done_in(home: int) -> QuerySet[ProgressEntry]:
    return ProgressEntry.objects.filter(promise__set__home=home, corrects=None)


def _undone(home: int) -> list[int]:
    """Something was counted, and the corrections took all of it away."""
    rows = _done_in(home).exclude(amount=0).order_by()
    left = rows.annotate(left=F("amount") + Sum("corrections__amount"))
    return list(left.filter(left=0).values_list("pk", flat=True))


def _draft(home: Organisation) -> SeriesDraft:
    return SeriesDraft(
        source=Source.OWN,
        external_id=DONE,
        name="Insatser som har rapporterats för löftena",
        unit="insatser",
        rhythm=Rhythm.MONTH,
        measures="Hur många gånger något har rapporterats som gjort för ett löfte, den"
        " månad det gjordes. En rättelse räknas inte, och inte det som har rättats till"
        " noll.",
        attribution=home.name,
        caveats="Visar vad som har skrivits ner. Det som har gjorts men inte rapporterats"
        " syns inte, och en insats kan vara stor eller liten.",
        is_example=_done_in(home.pk).filter(promise__set__is_example=True).exists(),
    )


def _cells(home: Organisation, found: Mapping[date, int], ends: date) -> Iterator[Cell]:
    still_growing = months_after(ends, -PRELIMINARY)
    at = min(found)
    while at < ends:
        n = found.get(at, 0)
        state = State.VALUE if n else State.ZERO
        months = month_of(at)
        yield Cell(
            area_code_of(home),
            *months,
            state,
            Decimal(n),
            is_preliminary=at >= still_growing,
        )
        at = months_after(at, 1)
