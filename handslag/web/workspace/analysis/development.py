"""Whether there are more or fewer than a year ago."""

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.analysis.figures.development import Development, development
from handslag.domain.evidence.rules import Confidence
from handslag.statistics.verdicts import verdict
from handslag.web.effects_told import NEARLY_ALL
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number, percent
from handslag.web.words.facts import Facts
from handslag.web.words.methods import Counted
from handslag.web.words.verdicts import Told, told
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked


def answer(asked: Asked) -> Answer:
    """The last months against the same months the year before."""
    first = asked.known_from or asked.first
    found = development(asked.question, first=first, today=asked.today)
    return Answer(
        title=_("Are there more or fewer?"),
        sentence=_sentence(found),
        told=_told(found, asked),
        chart=_chart(found) if found.monthly.counts.any() else None,
        counted=Counted(
            method=_(
                "The last months against the same months the year before, compared by an"
                " exact test (mid-p) with the variation that the months show."
            ),
            n=found.before + found.after,
            period=_span(found),
            source=_("Reports to the municipality"),
        ),
        more=_more(found),
        limits=_("It counts what was reported, not what happened."),
        sure=Confidence.MEDIUM if found.measured else Confidence.LOW,
    )


def _sentence(found: Development) -> str:
    if found.measured is None:
        return _(
            "It is too early to say: at least fifteen months of reports are needed, so that"
            " the same months can be compared."
        )
    return ngettext(
        "%(after)s reports in the last month, against %(before)s in the same month the"
        " year before.",
        "%(after)s reports in the last %(n)s months, against %(before)s in the same"
        " months the year before.",
        found.compared,
    ) % {
        "after": number(found.after),
        "before": number(found.before),
        "n": number(found.compared),
    }


def _more(found: Development) -> list[str]:
    """How much it must change to be seen, whatever came of it."""
    reported = _(
        "It shows what has been reported. If more people report, the number rises though"
        " nothing else has changed."
    )
    if found.least is None:
        return [reported]
    fall, rise = found.least.fall, found.least.rise
    if fall > NEARLY_ALL:
        few = _(
            "With so few reports, not even if all of them went away could that be seen."
        )
        return [few, reported]
    needed = _(
        "With so many reports it takes a fall of %(fall)s or a rise of %(rise)s to be told"
        " from chance in four cases of five."
    ) % {"fall": percent(fall), "rise": percent(rise)}
    return [needed, reported]


def _told(found: Development, asked: Asked) -> Told | None:
    if found.measured is None:
        return None
    facts = Facts(
        before=found.before,
        after=found.after,
        change=found.measured.estimate,
        low=found.measured.lower,
        high=found.measured.upper,
        mde=found.measured.mde,
        kind=asked.kind,
    )
    return told(verdict(found.measured), facts)


def _span(found: Development) -> str:
    months = found.monthly.months
    if not months:
        return ""
    return f"{date_words(months[0], 'F Y')}–{date_words(months[-1], 'F Y')}"


def _chart(found: Development) -> Chart:
    """Twelve months together as a line, over the months as thin bars."""
    months = found.monthly.months
    points = [
        charts.Point(date_words(month, "M Y"), value)
        for month, value in zip(months, found.rolling, strict=True)
    ]
    extras = charts.Extras(bars=found.monthly.counts.tolist(), bars_name=_("The month"))
    title = _("Twelve months together")
    lines = [charts.Line(title, points)]
    return charts.line_chart(
        "utveckling", title, _sentence(found), lines, said=number, extras=extras
    )
