"""One indicator: the sentence, the line, the table, what to keep in mind."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.access import Act, require
from handslag.domain.series import queries
from handslag.domain.series.figures import Compared, Reading, Told, told
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules import (
    BreakKind,
    Direction,
    Origin,
    Purpose,
    Rhythm,
    State,
)
from handslag.web.requests import WorkRequest
from handslag.web.ui import charts
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.series import (
    BREAKS,
    DIRECTIONS,
    ORIGINS,
    PURPOSES,
    RHYTHMS,
    SIGNS,
    STATES,
)
from handslag.web.workspace.indicators import said
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What it shows, from where to where, and how it was counted."""
    indicator = the_indicator(request, key)
    found = told(indicator)
    context = {
        "indicator": indicator,
        "answer": said.last_said(indicator, found),
        "chart": chart_of(indicator, found) if found.known else None,
        "columns": [
            {"text": _("Period")},
            {"text": said.unit_of(indicator), "num": True},
            {"text": _("State")},
        ],
        "rows": [_row(indicator, one) for one in reversed(found.own)],
        "facts": facts_of(indicator),
        "how": _how(indicator, found),
        "attribution": said.attribution(indicator, found),
        "breaks": breaks_of(indicator),
        "signs": [(SIGNS[one], STATES[one]) for one in State if SIGNS[one]],
        "may": may_write(request, indicator),
        "is_typed": indicator.origin == Origin.TYPED,
    }
    return shown(request, "indicators/page", context)


def the_indicator(request: WorkRequest, key: UUID, *, writing: bool = False) -> Indicator:
    """The indicator, if the person may see it and, `writing`, may change it."""
    seen = queries.indicators_seen_by(request.actor, today=request.today)
    found = get_object_or_404(seen, public_id=key)
    if writing:
        home = frozenset({found.home_id})
        require(request.actor, Act.RECORD_EVIDENCE, in_any_of=home)
    return found


def may_write(request: WorkRequest, indicator: Indicator) -> bool:
    """Whether the person may change it."""
    return request.actor.may(Act.RECORD_EVIDENCE, indicator.home_id)


def _row(indicator: Indicator, one: Reading) -> list[str]:
    return [
        said.period_of(one, indicator.series.rhythm),
        said.sign_of(one),
        said.state_of(one),
    ]


def facts_of(indicator: Indicator) -> list[tuple[str, str]]:
    """What it is, in words."""
    base = said.amount(indicator.baseline) if indicator.baseline is not None else ""
    on = swedish_date(indicator.baseline_on) if indicator.baseline_on else ""
    before = " · ".join(one for one in (base, on, indicator.baseline_stated) if one)
    shared = indicator.taken_from.home.name if indicator.taken_from else ""
    rows = [
        (_("Which way is good"), str(DIRECTIONS[Direction(indicator.direction)])),
        (_("Why"), indicator.direction_why),
        (_("Shows"), str(PURPOSES[Purpose(indicator.purpose)])),
        (_("Where we began"), before),
        (_("Goal values"), said.goal_said(indicator)),
        (_("Read together with"), indicator.paired.name if indicator.paired else ""),
        (_("Comes from"), str(ORIGINS[Origin(indicator.origin)])),
        (_("Renewed"), str(RHYTHMS[Rhythm(indicator.rhythm)])),
        (_("Followed by"), indicator.responsible),
        (_("Definition shared by"), shared),
    ]
    return [(name, text) for name, text in rows if text]


def _how(indicator: Indicator, found: Told) -> list[str]:
    series = indicator.series
    fetched = series.retrieved_at
    days = {"day": swedish_date(fetched)} if fetched else {}
    years = ", ".join(map(str, found.without_inhabitants))
    return [
        text
        for text in (
            series.measures,
            series.areas,
            _("Divided by the inhabitants of the same year.") if indicator.per else "",
            _("Years whose inhabitants are not held here: %(years)s.") % {"years": years}
            if years
            else "",
            _("Fetched %(day)s.") % days if days else "",
        )
        if text
    ]


def breaks_of(indicator: Indicator) -> list[str]:
    """From which days on something else was counted."""
    return [
        f"{swedish_date(one.day)}: {BREAKS[BreakKind(one.kind)]}. {one.why}"
        for one in indicator.series.breaks.all()
    ]


def chart_of(indicator: Indicator, found: Told) -> charts.Chart:
    rhythm = indicator.series.rhythm
    own = charts.Line(indicator.home.short_name, [_point(one, rhythm) for one in found.own])
    others = [charts.Line(one.name, _beside(one, found, rhythm)) for one in found.others]
    marks = [
        charts.Break(index, one.why)
        for one in indicator.series.breaks.all()
        for index in [_index(found, one.day)]
        if index is not None
    ]
    goals = [
        charts.Aim(index, float(one.value))
        for one in indicator.goals.all()
        for index in [_index(found, one.by)]
        if index is not None
    ]
    return charts.line_chart(
        f"indikator-{indicator.pk}",
        f"{indicator.name}, {said.unit_of(indicator)}",
        said.last_said(indicator, found),
        [own, *others],
        said=said.amount,
        extras=charts.Extras(breaks=marks, aims=goals),
    )


def _index(found: Told, day: date) -> int | None:
    return next(
        (at for at, one in enumerate(found.own) if one.starts <= day <= one.ends), None
    )


def _beside(other: Compared, found: Told, rhythm: str) -> list[charts.Point]:
    at = {one.starts: one for one in other.readings}
    return [
        _point(at[one.starts], rhythm)
        if one.starts in at
        else charts.Point(said.period_of(one, rhythm), None)
        for one in found.own
    ]


def _point(one: Reading, rhythm: str) -> charts.Point:
    return charts.Point(
        said.period_of(one, rhythm),
        None if one.amount is None else float(one.amount),
        state="" if one.amount is not None else one.state.value,
        sign="" if one.amount is not None else said.sign_of(one),
        is_preliminary=one.is_preliminary,
    )
