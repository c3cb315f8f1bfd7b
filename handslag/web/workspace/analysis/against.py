"""Does more happen, or do more report?"""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.analysis.figures.against import Against, Counted, Waves, against
from handslag.domain.analysis.rules.against import Together
from handslag.domain.evidence.rules import Confidence
from handslag.statistics.verdicts import Verdict
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number, percent, swedish_date
from handslag.web.words.facts import Facts
from handslag.web.words.methods import Counted as Box
from handslag.web.words.verdicts import Told, told
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked

_HAVE_WORDS = {
    Together.REPORT: Verdict("report", icon="up"),
    Together.DARK: Verdict("dark", icon="down"),
}
_SAID: Mapping[Together, Callable[[], str]] = {
    Together.WORSE: lambda: _(
        "Both have risen: more is reported, and more say that they have been exposed."
    ),
    Together.SAFER: lambda: _(
        "Both have fallen: less is reported, and fewer say that they have been exposed."
    ),
    Together.FEWER: lambda: _(
        "Less is reported, but the survey does not show that fewer are exposed. Fewer may"
        " be reporting."
    ),
    Together.ASKED: lambda: _(
        "The survey shows a change, but the reports do not: what people meet and what they"
        " report need not go together."
    ),
    Together.NONE: lambda: _("Neither has changed by more than chance may explain."),
}


def answer(asked: Asked) -> Answer:
    """The reports before each of two surveys, beside what the surveys say."""
    found = against(
        asked.question,
        asked.analysed.home.pk,
        first=asked.known_from,
        today=asked.today,
    )
    waves, counted = found.waves, found.counted
    return Answer(
        title=_("Does more happen, or do more report?"),
        sentence=_sentence(found),
        told=_told(found),
        chart=_chart(waves, counted) if waves and counted and waves.then.share else None,
        more=_more(found),
        counted=Box(
            method=_(
                "Reports of as many whole months before each survey, compared by an exact"
                " test (mid-p) with the variation that the months show. The share who say"
                " that they have been exposed to a crime is weighted, its change has a 95"
                " percent interval, and counts as sure only after a correction for how many"
                " questions are compared."
            ),
            n=counted.before + counted.after if counted else 0,
            period=_period(waves) if waves else "",
            source=_("Reports to the municipality, and its published surveys"),
        ),
        limits=_(
            "Reports are about what disturbs, the survey about crimes. They do not measure"
            " the same thing, so only the directions are compared."
        ),
        sure=Confidence.MEDIUM if counted else Confidence.LOW,
    )


def _sentence(found: Against) -> str:
    if found.asked == 0:
        return _(
            "It cannot be said: no published survey of a drawn sample has asked whether"
            " people have been exposed to a crime."
        )
    if found.waves is None:
        return _(
            "It cannot be said yet: the question has been asked once. Ask it again in the"
            " next survey, in the same words."
        )
    if found.counted is None:
        return _(
            "It cannot be said: at least three whole months of reports are needed before"
            " the first survey, and the same months again before the second."
        )
    return (
        _SAID[found.said]() if found.said in _SAID else _figures(found.waves, found.counted)
    )


def _figures(waves: Waves, counted: Counted) -> str:
    reports = ngettext(
        "%(after)s reports in the last month before the survey, against %(before)s before"
        " the one before.",
        "%(after)s reports in the %(n)s months before the survey, against %(before)s"
        " before the one before.",
        counted.months,
    ) % {
        "after": number(counted.after),
        "before": number(counted.before),
        "n": number(counted.months),
    }
    asked = _("Exposed: %(now)s, against %(then)s.") % {
        "now": percent(waves.now.share),
        "then": percent(waves.then.share),
    }
    return f"{reports} {asked}"


def _told(found: Against) -> Told | None:
    verdict = _HAVE_WORDS.get(found.said) if found.counted else None
    return told(verdict, Facts()) if verdict else None


def _more(found: Against) -> list[str]:
    said = []
    if found.waves and found.counted and found.said in _SAID:
        said.append(_figures(found.waves, found.counted))
    if found.waves and found.counted:
        said.append(_how_sure(found.waves))
    if not found.waves:
        said.append(_("The question stands in the bank of questions, under exposure."))
    said.append(
        _(
            "Reports are what happened times how many report it. A survey asks those too"
            " who never report."
        )
    )
    return said


def _how_sure(waves: Waves) -> str:
    """So that nobody takes a change that a small sample could not have shown for none."""
    _change, lower, upper = waves.change
    names = {"low": number(round(100 * lower, 1)), "high": number(round(100 * upper, 1))}
    return _("The change is between %(low)s and %(high)s percentage points.") % names


def _period(waves: Waves) -> str:
    return f"{swedish_date(waves.then.ended)}–{swedish_date(waves.now.ended)}"


def _chart(waves: Waves, counted: Counted) -> Chart:
    """How many times as many as before, of each."""
    change, lower, upper = (1 + one / waves.then.share for one in waves.change)
    ratio = counted.measured
    rows = [
        (_("Reports"), ratio.estimate, ratio.lower, ratio.upper, ratio.n),
        (_("Who say they have been exposed"), change, lower, upper, waves.now.n),
    ]
    dots = [
        charts.Dot(name, round(at, 2), round(max(low, 0.0), 2), round(high, 2), n=n)
        for name, at, low, high, n in rows
    ]
    title = _("How many times as many as before the survey before")
    unchanged = charts.Mark(1, _("unchanged"))
    return charts.dot_plot(
        "mot", title, _figures(waves, counted), dots, said=number, mark=unchanged
    )
