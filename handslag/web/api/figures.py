"""From the figures that everyone is shown to the rows of the open data."""

from collections.abc import Iterable
from decimal import Decimal

from django.conf import settings
from django.urls import reverse

from handslag.core.periods import stockholm_day
from handslag.domain.series.published import PublicIndicator, Reading
from handslag.web.api import schemas
from handslag.web.following import said


def indicator_row(shown: PublicIndicator) -> schemas.IndicatorRow:
    """An indicator with all its periods."""
    one = shown.followed
    fetched = one.retrieved_at
    path = reverse("public:indicator", args=[shown.slug, one.key])
    return schemas.IndicatorRow(
        id=str(one.key),
        municipality=one.home,
        code=shown.code,
        name=one.name,
        shows=one.shows,
        unit=one.unit,
        per=one.per,
        rhythm=one.rhythm,
        purpose=one.purpose,
        direction=one.direction,
        direction_why=one.direction_why,
        baseline=_number(one.baseline),
        baseline_on=one.baseline_on,
        goals=[schemas.GoalValue(by=g.by, value=float(g.value)) for g in one.goals],
        breaks=[
            schemas.SeriesBreak(day=found.on, kind=found.kind, why=found.why)
            for found in one.breaks
        ],
        attribution=said.attribution(one),
        caveats=one.caveats,
        is_rounded=one.is_rounded,
        is_example=one.is_example,
        paired=str(one.paired.key) if one.paired else "",
        retrieved_on=stockholm_day(fetched) if fetched else None,
        series=[
            _figures(one.home, one.told.own, is_own=True),
            *(_figures(o.name, o.readings, is_own=False) for o in one.told.others),
        ],
        url=f"{settings.PUBLIC_ADDRESS}{path}",
    )


def _figures(area: str, readings: Iterable[Reading], *, is_own: bool) -> schemas.Figures:
    rows = [
        schemas.Figure(
            starts=one.starts,
            ends=one.ends,
            value=_number(one.amount),
            state=said.shown_state(one),
            is_preliminary=one.is_preliminary,
        )
        for one in readings
    ]
    return schemas.Figures(area=area, is_own=is_own, figures=rows)


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
