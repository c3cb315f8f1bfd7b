"""Values that somebody types in."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.refusals import NotAllowedError
from handslag.domain.series.models import Area, Indicator
from handslag.domain.series.queries import area_code_of
from handslag.domain.series.rules import AreaKind, Cell, Origin
from handslag.domain.series.services.cells import Outcome, put_cells


@transaction.atomic
def type_in(actor: Actor, indicator: Indicator, cell: Cell, *, now: datetime) -> Outcome:
    """Put one value of the own municipality into an indicator that is typed in. Refuses
    what cannot be read, and a preliminary value where there is a final one."""
    home = indicator.home
    require(actor, Act.RECORD_EVIDENCE, in_any_of=frozenset({home.pk}))
    if indicator.origin != Origin.TYPED or indicator.series.owner_id != home.pk:
        raise NotAllowedError("series.not_typed")
    _as_area(indicator)
    done = put_cells(actor, indicator.series, [cell], now=now, run=None)
    if done.refused:
        raise NotAllowedError(f"series.cell_{done.refused[0][1]}")
    if done.kept:
        raise NotAllowedError("series.final_is_kept")
    return done


def _as_area(indicator: Indicator) -> None:
    home = indicator.home
    Area.objects.get_or_create(
        code=area_code_of(home),
        defaults={
            "kind": AreaKind.MUNICIPALITY.value,
            "name": home.short_name,
            "organisation": home,
        },
    )
