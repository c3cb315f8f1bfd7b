"""Whether the last week had more than is usual."""

from math import isnan

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.analysis.figures.unusual import Kind, Past, Unexpected, unexpected
from handslag.domain.evidence.rules import Confidence
from handslag.domain.incidents.rules import Top
from handslag.statistics.verdicts import Alarm, Preliminary, verdict
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.analysis import SHORT
from handslag.web.words.facts import Facts
from handslag.web.words.incidents import TOPS
from handslag.web.words.methods import Counted
from handslag.web.words.verdicts import Told, told
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked


def answer(asked: Asked) -> Answer:
    """Every kind in the last whole week, against what is usual."""
    found = unexpected(asked.question, today=asked.today)
    title = _("Is anything unusual this week?")
    source = _("Reports to the municipality")
    if found is None:
        too_early = _("Nothing is known of any whole week yet.")
        return Answer(title, too_early, Counted(source=source), sure=Confidence.LOW)
    first = found.judged[0] if found.judged else None
    return Answer(
        title=title,
        sentence=_sentence(found),
        told=_told(first, found) if first else None,
        chart=_chart(title, found) if found.counts.any() else None,
        counted=Counted(
            method=_method(found),
            n=int(found.counts[-1].sum()),
            period=_("week %(week)s, %(year)s")
            % {"week": _week(found), "year": found.monday.isocalendar().year},
            source=source,
        ),
        more=_more(found),
        limits=_(
            "A week that stands out is a reason to look closer, not a development. One"
            " week in twenty something stands out by chance alone."
        ),
        sure=Confidence.MEDIUM if found.past is Past.YEARS else Confidence.LOW,
    )


def _week(found: Unexpected) -> int:
    return found.monday.isocalendar().week


def _kind(top: Top) -> str:
    return _("reports of %(what)s") % {"what": str(TOPS[top]).lower()}


def _sentence(found: Unexpected) -> str:
    """How many came, how many kinds were looked at, and how many stand out."""
    total = int(found.counts[-1].sum())
    came = ngettext(
        "%(n)s report in week %(week)s.", "%(n)s reports in week %(week)s.", total
    ) % {"n": number(total), "week": _week(found)}
    if found.past is Past.SHORT:
        return f"{came} {_too_short(found)}"
    if not found.judged:
        few = _("There are too few of every kind to say what is unusual.")
        return f"{came} {few}"
    looked = ngettext(
        "%(n)s kind was looked at,", "%(n)s kinds were looked at,", len(found.kinds)
    ) % {"n": number(len(found.kinds))}
    out = len(found.alarms)
    stands = (
        ngettext("and %(n)s stands out.", "and %(n)s stand out.", out) % {"n": number(out)}
        if out
        else _("and none stands out.")
    )
    return f"{came} {looked} {stands}"


def _too_short(found: Unexpected) -> str:
    return ngettext(
        "It is too early to say what is usual: %(n)s week before it is known, and"
        " thirteen are needed.",
        "It is too early to say what is usual: %(n)s weeks before it are known, and"
        " thirteen are needed.",
        found.known,
    ) % {"n": number(found.known)}


def _told(one: Kind, found: Unexpected) -> Told:
    assert one.limit is not None  # noqa: S101 - only what was judged is told
    facts = Facts(after=one.count, limit=one.limit, kind=_kind(one.top), week=_week(found))
    return told(verdict(Alarm(one.count, one.limit)), facts)


def _method(found: Unexpected) -> str:
    shared = _(
        "The limit of each kind is such that, with all kinds together, chance alone goes"
        " beyond any of them in at most one week of twenty."
    )
    if found.past is Past.YEARS:
        years = ngettext(
            "Against the same weeks of %(n)s year (Farrington's flexible method).",
            "Against the same weeks of %(n)s years (Farrington's flexible method).",
            found.years,
        ) % {"n": number(found.years)}
        return f"{years} {shared}"
    weeks = _("Against the weeks before, at most 26 (a negative binomial limit).")
    return f"{weeks} {shared}"


def _more(found: Unexpected) -> list[str]:
    said = [_told(one, found).sentence for one in found.alarms[1:]]
    if found.registered is not None and found.registered < 1:
        late = Facts(registered=found.registered)
        said.append(told(verdict(Preliminary(found.registered)), late).sentence)
    else:
        said.append(_("More reports of the week may come. Then it can stand out later."))
    if not np.isnan(found.limits).all():
        said.append(_("The band is what is usual: up to the limit of each week."))
    if found.past is Past.WEEKS:
        said.append(
            ngettext(
                "%(n)s whole week is known. From three years on, a week is held against"
                " the same weeks of earlier years; until then a season that begins may"
                " look unusual.",
                "%(n)s whole weeks are known. From three years on, a week is held against"
                " the same weeks of earlier years; until then a season that begins may"
                " look unusual.",
                found.known,
            )
            % {"n": number(found.known)}
        )
    few = len(found.kinds) - len(found.judged)
    if few and found.judged:
        said.append(
            ngettext(
                "Of %(n)s kind there are too few to judge.",
                "Of %(n)s kinds there are too few to judge.",
                few,
            )
            % {"n": number(few)}
        )
    return said


def _chart(title: str, found: Unexpected) -> Chart:
    """A panel for each kind: the last weeks, over the band of what is usual."""
    labels = [_("wk %(n)s") % {"n": day.isocalendar().week} for day in found.mondays]
    lines = [
        charts.Line(str(SHORT[one.top]), list(map(_point, labels, counts, limits)))
        for one, counts, limits in zip(
            found.kinds, found.counts.T, found.limits.T, strict=True
        )
    ]
    return charts.small_multiples("ovanligt", title, _sentence(found), lines, said=number)


def _point(label: str, n: int, limit: float) -> charts.Point:
    if isnan(limit):
        return charts.Point(label, int(n))
    return charts.Point(label, int(n), 0, float(limit))
