"""The figure of a plan for seeing whether something helped, and its sums."""

from django.utils.translation import gettext as _

from handslag.domain.analysis.figures.answered import Answered
from handslag.domain.analysis.figures.effects import Counted
from handslag.domain.analysis.rules import Beside, Part, Seen
from handslag.domain.analysis.rules.effects import Planned
from handslag.domain.series.rules import Rhythm
from handslag.web.effects_told import Found
from handslag.web.effects_told.figures import long, named
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number, percent, swedish_date
from handslag.web.words.analysis import BESIDE

_TITLES = {
    Rhythm.MONTH: lambda: _("Month by month"),
    Rhythm.QUARTER: lambda: _("Quarter by quarter"),
    Rhythm.YEAR: lambda: _("Year by year"),
}


def shown_of(plan: Planned, found: Found) -> dict[str, object]:
    """What the page draws and adds up: nothing before anything is known."""
    if isinstance(found, Answered):
        chart = _asked(plan, found) if found.surveys else None
        return {"chart": chart, "chart_title": _("Before and after"), "totals": []}
    drawn = drawn_of_reports if plan.seen is Seen.REPORTS else drawn_of_figures
    return {
        "chart": drawn(plan, found) if found.months else None,
        "chart_title": _TITLES[plan.rhythm](),
        "totals": totals(plan, found) if found.months else [],
        "lengths": [
            _("Before, %(long)s") % {"long": long(plan.rhythm, len(found.before))},
            _("After, %(long)s") % {"long": long(plan.rhythm, len(found.after))},
        ],
    }


def drawn_of_reports(plan: Planned, found: Counted) -> Chart:
    """Month by month, here and elsewhere; a line where it began."""
    lines = [
        charts.Line(
            name,
            [
                charts.Point(named(plan.rhythm, one.month, short=True), one.counts[part])
                for one in found.months
            ],
        )
        for part, name in _parts(plan)
    ]
    return _drawn(plan, found, _("Events a month"), lines)


def drawn_of_figures(plan: Planned, found: Counted) -> Chart:
    """Period by period, and what there would have been if it had gone as elsewhere."""
    lines = [
        charts.Line(
            plan.place,
            [
                charts.Point(
                    named(plan.rhythm, one.month, short=True), one.counts[Part.AREA]
                )
                for one in found.months
            ],
        )
    ]
    own, other = found.total(Part.AREA)[0], found.total(Part.COMPARISON)[0]
    if plan.beside is not Beside.NOTHING and other:
        name = _("As in %(area)s, from the same level") % {"area": BESIDE[plan.beside]}
        points = [
            charts.Point(
                named(plan.rhythm, one.month, short=True),
                round(one.counts[Part.COMPARISON] * own / other, 1),
            )
            for one in found.months
        ]
        lines.append(charts.Line(name, points))
    return _drawn(plan, found, plan.indicator, lines)


def _drawn(plan: Planned, found: Counted, title: str, lines: list[charts.Line]) -> Chart:
    begins = [charts.Break(len(found.before), plan.name)] if found.after else []
    return charts.line_chart(
        "effekt",
        title,
        _said(plan, found),
        lines,
        said=number,
        extras=charts.Extras(breaks=begins),
    )


def _asked(plan: Planned, found: Answered) -> Chart:
    dots = [
        charts.Dot(
            _("Survey that closed %(day)s") % {"day": swedish_date(one.asked_until)},
            one.share,
            one.lower,
            one.upper,
        )
        for one in found.surveys
    ]
    shares = [percent(one.share or 0.0) for one in found.surveys]
    return charts.dot_plot(
        "effekt", plan.indicator, ", ".join(shares), dots, said=percent, bars=True
    )


def _parts(plan: Planned) -> list[tuple[Part, str]]:
    own = [(Part.AREA, plan.place)]
    if plan.seen is Seen.FIGURES:
        name = str(BESIDE[plan.beside])
        other = [(Part.COMPARISON, name[:1].upper() + name[1:])]
        return own if plan.beside is Beside.NOTHING else own + other
    rest = _("The rest of the municipality")
    ring = [(Part.RING, _("The ring around"))] if plan.ring else []
    return [*own, *ring, (Part.COMPARISON, plan.comparison or rest)]


def totals(plan: Planned, found: Counted) -> list[list[str]]:
    """Each part with its sum before and after."""
    return [[name, *(number(n) for n in found.total(part))] for part, name in _parts(plan)]


def _said(plan: Planned, found: Counted) -> str:
    before, after = found.total(Part.AREA)
    return _("%(place)s: %(before)s before, %(after)s after.") % {
        "place": plan.place,
        "before": number(before),
        "after": number(after),
    }
