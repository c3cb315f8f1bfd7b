"""What is counted here becomes series that an indicator can follow."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.domain.analysis import queries
from handslag.domain.analysis.queries.reports import by_month
from handslag.domain.analysis.rules import TROUBLES
from handslag.domain.analysis.services.areas import see_to_area
from handslag.domain.incidents.models import Desk
from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.queries import area_code_of, own_series
from handslag.domain.series.rules import (
    COUNTED_REPORTS,
    Cell,
    Rhythm,
    SeriesDraft,
    Source,
    State,
)
from handslag.domain.series.rules.cells import month as month_of
from handslag.domain.series.services import make_series, put_cells

# Reports come late: the last two months may still grow.
PRELIMINARY = 2
# Content, and so in Swedish whoever reads; the first is all of them together.
NAMES: Mapping[Top | None, str] = {
    None: "Rapporter om sådant som stör",
    Top.DAMAGE: "Rapporter om skadegörelse",
    Top.GATHERING: "Rapporter om samlingar som oroar",
    Top.DISORDER: "Rapporter om ordningsstörningar",
    Top.UNSAFE_PLACE: "Rapporter om otrygga platser",
}


def fill_series(actor: Actor, *, now: datetime) -> int:
    """Put each whole month of reports into the series of its municipality; answer how many
    cells are new or changed. What was put in stays when its reports are forgotten."""
    require_system(actor)
    desks = Desk.objects.select_related("within").order_by("pk")
    return sum(_fill(actor, one, now) for one in desks)


@transaction.atomic
def _fill(actor: Actor, desk: Desk, now: datetime) -> int:
    home = desk.within
    today = stockholm_day(now)
    first = queries.earliest_known(home.pk, today=today)
    ends = today.replace(day=1)
    if first is None or first >= ends:
        return 0
    see_to_area(actor, home)
    found = by_month(home.pk, first=first, until=ends)
    done = 0
    for top, name in NAMES.items():
        draft = _draft(top, name, desk)
        series = own_series(home, draft.external_id)
        series = series or make_series(actor, draft, owner=home)
        tops = TROUBLES if top is None else (top,)
        cells = list(_cells(home, tops, found, first=first, ends=ends))
        outcome = put_cells(actor, series, cells, now=now, run=None)
        done += outcome.new + outcome.changed
    return done


def _draft(top: Top | None, name: str, desk: Desk) -> SeriesDraft:
    return SeriesDraft(
        source=Source.OWN,
        external_id=f"{COUNTED_REPORTS}{f'.{top.value}' if top else ''}",
        name=name,
        unit="rapporter",
        rhythm=Rhythm.MONTH,
        measures="Rapporter till kommunen, den månad det hände. En händelse som flera har"
        " rapporterat räknas en gång när rapporterna är sammanlagda.",
        attribution=desk.within.name,
        caveats="Visar vad som rapporteras, inte vad som händer. Om fler rapporterar stiger"
        " siffran fast inget annat har ändrats.",
        is_example=desk.is_example,
    )


def _cells(
    home: Organisation,
    tops: Iterable[Top],
    found: Mapping[tuple[str, date], int],
    *,
    first: date,
    ends: date,
) -> Iterable[Cell]:
    still_growing = months_after(ends, -PRELIMINARY)
    tops = tuple(tops)
    at = first
    while at < ends:
        n = sum(found.get((top.value, at), 0) for top in tops)
        yield Cell(
            area_code_of(home),
            *month_of(at),
            State.VALUE,
            Decimal(n),
            is_preliminary=at >= still_growing,
        )
        at = months_after(at, 1)
