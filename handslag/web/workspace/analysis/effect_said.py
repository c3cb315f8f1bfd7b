"""What a plan for seeing whether something helped says, in words and figures."""

from collections.abc import Mapping
from datetime import date

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handslag.domain.analysis.figures.effects import Counted, judged
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules import Part, Wanted
from handslag.domain.incidents.rules import Top
from handslag.statistics.verdicts import Around, Desired, verdict
from handslag.web.answers import joined
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.facts import Facts
from handslag.web.words.incidents import TOPS
from handslag.web.words.methods import Counted as CountedBox
from handslag.web.words.methods import counted as counted_box
from handslag.web.words.verdicts import Told, told

_DESIRED: Mapping[Wanted, Desired] = {Wanted.FEWER: "down", Wanted.MORE: "up"}


def verdicts(plan: EffectPlan, found: Counted) -> list[Told]:
    """Whether it helped, and whether it moved; nothing before the time is over."""
    result = judged(found, has_ring=bool(plan.ring))
    if result is None:
        return []
    effect = result.effect
    before, after = found.total(Part.AREA)
    facts = Facts(
        before=before,
        after=after,
        change=effect.estimate,
        low=effect.lower,
        high=effect.upper,
        mde=effect.mde,
        expected=effect.expected,
        area=plan.comparison.name if plan.comparison else _("the rest of the municipality"),
    )
    said = [told(verdict(effect, _DESIRED[Wanted(plan.wanted)]), facts)]
    if result.ring is not None:
        said.append(told(verdict(Around(result.ring)), Facts()))
    return said


def box(plan: EffectPlan, found: Counted) -> CountedBox:
    """How the verdict was reached."""
    months = found.months
    return counted_box(
        "ratio of ratios",
        n=sum(found.total(Part.AREA)) + sum(found.total(Part.COMPARISON)),
        period=_between(months[0].month, months[-1].month) if months else "",
        source=_("Reports to the municipality"),
    )


def _between(first: date, last: date) -> str:
    return f"{date_words(first, 'F Y')}–{date_words(last, 'F Y')}"


def facts_of(plan: EffectPlan) -> list[tuple[str, str]]:
    """The plan in words, as it was fixed."""
    tops = joined([str(TOPS[Top(one)]).lower() for one in plan.tops])
    rest = _("the rest of the municipality")
    return [
        (_("What is counted"), tops),
        (
            _("Where"),
            _("%(place)s and %(n)s metres around")
            % {"place": plan.place.name, "n": number(plan.metres)},
        ),
        (
            _("Where it may move to"),
            _("%(n)s metres beyond") % {"n": number(plan.ring)}
            if plan.ring
            else _("not looked at"),
        ),
        (_("Compared with"), plan.comparison.name if plan.comparison else rest),
        (
            pgettext("effect", "When"),
            _("%(before)s months before %(month)s and %(after)s after it")
            % {
                "before": number(plan.before),
                "after": number(plan.after),
                "month": date_words(plan.begins, "F Y"),
            },
        ),
        (_("Planned"), swedish_date(plan.planned_on)),
    ]


def drawn(plan: EffectPlan, found: Counted) -> Chart:
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


def _parts(plan: EffectPlan) -> list[tuple[Part, str]]:
    rest = _("The rest of the municipality")
    other = plan.comparison.name if plan.comparison else rest
    ring = [(Part.RING, _("The ring around"))] if plan.ring else []
    return [(Part.AREA, plan.place.name), *ring, (Part.COMPARISON, other)]


def totals(plan: EffectPlan, found: Counted) -> list[list[str]]:
    """Each part with its sum before and after."""
    return [[name, *(number(n) for n in found.total(part))] for part, name in _parts(plan)]


def _said(plan: EffectPlan, found: Counted) -> str:
    before, after = found.total(Part.AREA)
    return _("%(place)s: %(before)s before, %(after)s after.") % {
        "place": plan.place.name,
        "before": number(before),
        "after": number(after),
    }
