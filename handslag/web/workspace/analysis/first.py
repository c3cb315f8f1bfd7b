"""Which kinds of trouble come first."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.analysis.figures.first import LEAST, First, Placed, first
from handslag.domain.analysis.rules import TROUBLES
from handslag.domain.evidence.rules import Confidence
from handslag.domain.incidents.rules import Top
from handslag.web.answers import joined
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.analysis import SHORT
from handslag.web.words.incidents import TOPS
from handslag.web.words.methods import Counted
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked


def answer(asked: Asked) -> Answer:
    """All kinds, by their number times their weight, each place with its interval."""
    question = replace(asked.question, tops=TROUBLES)
    found = first(question, asked.weights, since=asked.first, today=asked.today)
    title = _("Which problems come first?")
    return Answer(
        title=title,
        sentence=_sentence(found),
        chart=_chart(title, found) if found.is_enough else None,
        counted=Counted(
            method=f"{_how()} {_weights(found)}".strip(),
            n=found.total,
            period=asked.period,
            source=_("Reports to the municipality"),
        ),
        more=_more(found),
        limits=_(
            "It weighs how much is reported, and the harm that somebody has said. It does"
            " not weigh which way it goes, what worries people, or what can be done."
        ),
        sure=Confidence.MEDIUM if found.is_enough else Confidence.LOW,
    )


def _how() -> str:
    return _(
        "The number of each kind times its weight, drawn 2,000 times as much as its months"
        " vary. The place lies within the interval in 95 draws of 100."
    )


def _weights(found: First) -> str:
    """Nobody has to guess what stands behind an order."""
    if not found.placed:
        return ""
    weights = [f"{SHORT[one.top]} {number(one.weight)}" for one in found.placed]
    return _("Weights: %(weights)s.") % {"weights": ", ".join(weights)}


def _name(top: Top) -> str:
    return str(TOPS[top]).lower()


def _sentence(found: First) -> str:
    if not found.is_enough:
        return _(
            "Too few reports to put anything first: %(n)s. At least %(least)s are needed."
        ) % {"n": number(found.total), "least": number(LEAST)}
    names = [_name(one.top) for one in found.contenders]
    if len(names) > 1:
        said = _("The first place cannot be told apart between %(names)s.")
        return said % {"names": joined(names)}
    top = found.placed[0]
    said = ngettext(
        "First comes %(name)s, with %(n)s report.",
        "First comes %(name)s, with %(n)s reports.",
        top.count,
    )
    return said % {"name": _name(top.top), "n": number(top.count)}


def _more(found: First) -> list[str]:
    """What each weighs, and what comes first without that."""
    if not found.is_enough:
        return []
    said = [_weights(found)]
    if all(one.weight == 1 for one in found.placed):
        said.append(
            _(
                "All kinds weigh the same until you say otherwise, under What is counted."
                " The address keeps the weights, so that others can see them."
            )
        )
    if found.even is not None:
        said.append(
            _("If all weighed the same, %(name)s would come first.")
            % {"name": _name(found.even)}
        )
    return said


def _chart(title: str, found: First) -> Chart:
    """Each place with the interval in which it lies."""
    return charts.dot_plot(
        "forst", title, _sentence(found), list(map(_dot, found.placed)), said=number
    )


def _dot(one: Placed) -> charts.Dot:
    name = ngettext("%(name)s, %(n)s report", "%(name)s, %(n)s reports", one.count) % {
        "name": SHORT[one.top],
        "n": number(one.count),
    }
    return charts.Dot(name, one.rank, one.lower, one.upper, n=one.count)
