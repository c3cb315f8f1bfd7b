"""Where more is reported than chance gives."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.analysis.figures.where import Hot, Where, where
from handslag.domain.analysis.queries.land import inhabited
from handslag.domain.evidence.rules import Confidence
from handslag.domain.organisations.landmarks import landmarks
from handslag.domain.organisations.published import names_in
from handslag.statistics.counts import poisson_ci
from handslag.web.answers import joined
from handslag.web.ui import charts
from handslag.web.ui.charts import Chart
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.methods import Counted
from handslag.web.workspace.analysis import heated
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked

LEAST = 20
MOST_NAMED = 3


def answer(asked: Asked) -> Answer:
    """The squares that stand out, by the name that lies nearest."""
    found = where(asked.question, inhabited(asked.analysed.home.pk))
    near = _Near(asked.analysed.home.code)
    title = _("Where is more reported than expected?")
    return Answer(
        title=title,
        sentence=_sentence(found, near),
        chart=_chart(title, found, near) if found.hot and found.total >= LEAST else None,
        facts=_heaps(found, near),
        more=_more(found),
        counted=Counted(
            method=_(
                "Squares of 250 metres, each with those around it, against what chance"
                " would give if everything were spread evenly over where people live and"
                " where something has been reported (exact Poisson). All squares are"
                " looked at together, so that at most one in twenty of those named is so"
                " by chance."
            ),
            n=found.total,
            period=asked.period,
            source=asked.source,
        ),
        limits=_(
            "It shows where reported events gather, not how dangerous a place is. Where"
            " many move, much is reported."
        ),
        sure=Confidence.MEDIUM if found.total >= LEAST else Confidence.LOW,
        picture=heated.picture(asked.question, asked.analysed.home.code, near.name),
        pictured=heated.said(),
    )


class _Near:
    """What a point lies near, in words."""

    def __init__(self, code: str) -> None:
        self._near = landmarks(names_in(code)).near

    def name(self, east: int, north: int) -> str:
        """The name that lies nearest."""
        return self._near(east, north) or _("a place without a name")

    def __call__(self, east: int, north: int) -> str:
        """The same with its coordinates in hundreds of metres, so that two differ."""
        return f"{self.name(east, north)} ({east // 100}/{north // 100})"


def _sentence(found: Where, near: _Near) -> str:
    if found.total < LEAST:
        return _(
            "Too few events to tell places apart: %(n)s. At least %(least)s are needed."
        ) % {
            "n": number(found.total),
            "least": number(LEAST),
        }
    if not found.hot:
        return _("No place stands out: chance spreads %(n)s events as unevenly.") % {
            "n": number(found.total)
        }
    first = found.hot[:MOST_NAMED]
    names = list(dict.fromkeys(near.name(one.east, one.north) for one in first))
    said = ngettext(
        "%(n)s place stands out, near %(names)s.",
        "%(n)s places stand out, the clearest near %(names)s.",
        len(found.hot),
    )
    return said % {"n": number(len(found.hot)), "names": joined(names)}


def _more(found: Where) -> list[str]:
    if found.total < LEAST:
        return []
    said = [
        ngettext(
            "%(n)s square was looked at.", "%(n)s squares were looked at.", found.squares
        )
        % {"n": number(found.squares)}
    ]
    if not found.agrees:
        said.append(
            _(
                "In squares twice as wide other places stand out. Read the borders with"
                " care: the answer depends on how the squares lie."
            )
        )
    return said


def _heaps(found: Where, near: _Near) -> Sequence[tuple[str, str]]:
    """The coordinates that come back, before any map: they may be nothing but a middle."""
    return [
        (
            near(east, north),
            ngettext(
                "%(n)s event at exactly the same point",
                "%(n)s events at exactly the same point",
                n,
            )
            % {"n": number(n)},
        )
        for east, north, n in found.heaps
    ]


def _chart(title: str, found: Where, near: _Near) -> Chart:
    """How many times as many as expected, each with its interval."""
    return charts.dot_plot(
        "var",
        title,
        _sentence(found, near),
        [_dot(one, near) for one in found.hot],
        said=number,
        mark=charts.Mark(1, _("as expected")),
    )


def _dot(one: Hot, near: _Near) -> charts.Dot:
    ratio = poisson_ci(one.count, one.expected)
    return charts.Dot(
        near(one.east, one.north),
        round(ratio.estimate, 1),
        round(ratio.lower, 1),
        round(ratio.upper, 1),
        n=one.count,
    )
