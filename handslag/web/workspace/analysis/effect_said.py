"""The figure of a plan for seeing whether something helped, and its sums."""

from datetime import date

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _

from handslag.domain.analysis.figures.effects import Counted
from handslag.domain.analysis.rules import Part
from handslag.domain.analysis.rules.effects import Planned
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number


def drawn(plan: Planned, found: Counted) -> Chart:
    """Month by month, here and elsewhere; a line where it began."""
    lines = [
        charts.Line(name, [_point(one.month, one.counts[part]) for one in found.months])
        for part, name in _parts(plan)
    ]
    begins = [charts.Break(len(found.before), plan.name)] if found.after else []
    return charts.line_chart(
        "effekt",
        _("Events a month"),
        _said(plan, found),
        lines,
        said=number,
        extras=charts.Extras(breaks=begins),
    )


def _point(month: date, n: int) -> charts.Point:
    return charts.Point(date_words(month, "M Y"), n)


def _parts(plan: Planned) -> list[tuple[Part, str]]:
    rest = _("The rest of the municipality")
    other = plan.comparison or rest
    ring = [(Part.RING, _("The ring around"))] if plan.ring else []
    return [(Part.AREA, plan.place), *ring, (Part.COMPARISON, other)]


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
