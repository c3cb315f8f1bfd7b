"""Whether it comes back at the same place, or near it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from handslag.domain.analysis.figures.again import DAYS, LEAST, NEAR, SAME
from handslag.domain.analysis.queries.returns import Returned, returned
from handslag.domain.evidence.rules import Confidence
from handslag.statistics.verdicts import Again, verdict
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number, percent
from handslag.web.words.facts import Facts
from handslag.web.words.methods import Counted
from handslag.web.words.verdicts import Told, told
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked

SURE = 0.05
FEW = "few"


def answer(asked: Asked) -> Answer:
    """The share that came back soon, and whether that is more than chance gives."""
    found = returned(asked.question)
    said = [_told(one) for one in sorted(found, key=lambda one: one.p)]
    verdicts = sorted(said, key=lambda one: one.key == FEW)
    title = _("Does it come back?")
    return Answer(
        title=title,
        sentence=_sentence(found),
        told=verdicts[0] if verdicts else None,
        chart=_chart(title, found) if any(one.expected for one in found) else None,
        counted=Counted(
            method=_(
                "Pairs of events at most %(days)s days apart, nearer than %(same)s metres"
                " and from there to %(near)s metres, against what the same points would"
                " give with their days exchanged (Knox). Both distances are looked at"
                " together."
            )
            % {"days": DAYS, "same": SAME, "near": NEAR},
            n=max((one.n for one in found), default=0),
            period=asked.period,
            source=asked.source,
        ),
        more=_more(found, verdicts),
        limits=_(
            "Two reports of one and the same event look as if it had come back. Nearer"
            " than %(same)s metres counts as the same place: pins on a map miss by so much."
        )
        % {"same": SAME},
        sure=Confidence.MEDIUM if found else Confidence.LOW,
    )


def _sentence(found: Sequence[Returned]) -> str:
    if not found:
        return _(
            "Too few events to say whether it comes back: at least %(least)s are needed."
        ) % {"least": number(LEAST)}
    same, near = found
    return _(
        "Of %(n)s events %(same)s came within %(days)s days of an earlier one at the same"
        " place, and %(near)s nearer than %(metres)s metres."
    ) % {
        "n": number(same.n),
        "same": _share(same),
        "near": _share(near),
        "days": DAYS,
        "metres": NEAR,
    }


def _share(one: Returned) -> str:
    """A number, with its share and how sure that is."""
    return _("%(n)s (%(share)s, between %(low)s and %(high)s)") % {
        "n": number(one.repeats),
        "share": percent(one.share),
        "low": percent(one.share_low),
        "high": percent(one.share_high),
    }


def _where(one: Returned) -> str:
    near = _("nearby, up to %(metres)s metres away") % {"metres": NEAR}
    return near if one.is_near else _("at the same place")


def _told(one: Returned) -> Told:
    facts = Facts(after=one.pairs, expected=one.expected, area=_where(one))
    return told(verdict(Again(one.pairs, one.expected, one.p)), facts)


def _more(found: Sequence[Returned], verdicts: Sequence[Told]) -> list[str]:
    if not found:
        return []
    said = [one.sentence for one in verdicts[1:] if one.key != FEW]
    if [one.key == FEW for one in verdicts] == [False, True]:
        said.append(_("Of the other distance there are too few pairs to judge."))
    after = _(
        "Where something comes back more than chance gives, the first two weeks after are"
        " the time to do something there."
    )
    return [*said, after] if min(one.p for one in found) <= SURE else said


def _chart(title: str, found: Sequence[Returned]) -> Chart:
    """How many times as many pairs as chance gives."""
    return charts.dot_plot(
        "igen",
        title,
        _sentence(found),
        [_dot(one) for one in found if one.expected],
        said=number,
        mark=charts.Mark(1, _("as by chance")),
    )


def _dot(one: Returned) -> charts.Dot:
    low, middle, high = (round(n, 1) for n in (one.low, one.ratio, one.high))
    name = _where(one)
    return charts.Dot(name[:1].upper() + name[1:], middle, low, high, n=one.pairs)
