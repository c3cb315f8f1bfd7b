"""What a page says of an indicator: its periods, what it is, what to keep in mind."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from handslag.domain.series.figures import Followed
from handslag.domain.series.rules import SeriesBreak, State
from handslag.web.following import said
from handslag.web.following.drawn import chart_of
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


def shown_of(one: Followed) -> dict[str, object]:
    """The figures and the words around them, for a template."""
    return {
        "one": one,
        "answer": said.last_said(one),
        "chart": chart_of(one) if one.told.known else None,
        "columns": [
            {"text": _("Period")},
            {"text": said.unit_of(one), "num": True},
            {"text": _("State")},
        ],
        "rows": [
            [said.period_of(row, one.rhythm), said.sign_of(row), said.state_of(row)]
            for row in reversed(one.told.own)
        ],
        "facts": [*_ways(one), *facts_of(one)],
        "how": _how(one),
        "attribution": said.attribution(one),
        "breaks": breaks_said(one.breaks),
        "signs": [(SIGNS[state], STATES[state]) for state in State if SIGNS[state]],
    }


def _ways(one: Followed) -> list[tuple[str, str]]:
    why = [(_("Why"), one.direction_why)] if one.direction_why else []
    return [(_("Which way is good"), str(DIRECTIONS[one.direction])), *why]


def facts_of(one: Followed) -> list[tuple[str, str]]:
    """What it is, in words; which way is good stands for itself."""
    base = said.amount(one.baseline) if one.baseline is not None else ""
    on = swedish_date(one.baseline_on) if one.baseline_on else ""
    before = " · ".join(text for text in (base, on, one.baseline_stated) if text)
    rows = [
        (_("Shows"), str(PURPOSES[one.purpose])),
        (_("Where we began"), before),
        (_("Goal values"), said.goal_said(one)),
        (_("Read together with"), one.paired.name if one.paired else ""),
        (_("Comes from"), str(ORIGINS[one.origin])),
        (_("Renewed"), str(RHYTHMS[one.renewed])),
        (_("Followed by"), one.responsible),
        (_("Definition shared by"), one.shared_by),
    ]
    return [(name, text) for name, text in rows if text]


def breaks_said(breaks: Iterable[SeriesBreak]) -> list[str]:
    """From when on something else was counted, and why."""
    return [f"{swedish_date(one.on)}: {BREAKS[one.kind]}. {one.why}" for one in breaks]


def _how(one: Followed) -> list[str]:
    fetched = one.retrieved_at
    days = {"day": swedish_date(fetched)} if fetched else {}
    years = ", ".join(map(str, one.told.without_inhabitants))
    return [
        text
        for text in (
            one.measures,
            one.areas,
            _("Divided by the inhabitants of the same year.") if one.per else "",
            _("Years whose inhabitants are not held here: %(years)s.") % {"years": years}
            if years
            else "",
            said.rounded_said(one),
            _("Fetched %(day)s.") % days if days else "",
        )
        if text
    ]
