"""What incidents, residents' reports, surveys and series say of a problem and its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from handslag.domain.analysis.figures.around import around
from handslag.domain.analysis.rules import Way
from handslag.domain.evidence.rules import Confidence
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.series.figures import followed as followed_of
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules import Source
from handslag.statistics.grid import to_sweref
from handslag.web.answers import capital
from handslag.web.following import said as indicator_said
from handslag.web.following.drawn import chart_of
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.methods import Counted
from handslag.web.workspace.analysis import development, when
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked
from handslag.web.workspace.analysis.citing import About
from handslag.web.workspace.measured.surveyed import surveyed

METRES = 500
_FROM = {
    Source.BRA: "brottsstatistik",
    Source.NTU: "NTU",
    Source.POLICE_SURVEY: "trygghetsmätning",
    Source.SCB: "demografi",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One figure that can be cited: `key` in the form, `heading` says whose it is."""

    key: str
    heading: str
    answer: Answer
    about: About


def offers(
    home: Organisation,
    place: Place | None,
    asked: Asked | None,
    followed: Iterable[Indicator],
) -> list[Offer]:
    """Those of the reports, when one may count them; of the latest survey; of what is
    followed. As many queries however many reports."""
    found = list(_of_reports(place, asked)) if asked else []
    question = surveyed(home)
    if question is not None:
        found.append(
            Offer(
                "enkat",
                _("What the survey says"),
                question,
                About(_("the survey"), home.name, source="egen_enkät"),
            )
        )
    return [*found, *map(_of_series, followed)]


def _of_reports(place: Place | None, asked: Asked) -> Iterator[Offer]:
    home = asked.analysed.home.name
    about = About(asked.kind, home, shared_only=asked.question.shared_only)
    yield Offer("utveckling", _("What is reported"), development.answer(asked), about)
    near = _around(place, asked) if place is not None else None
    if place is not None and near is not None:
        yield Offer(
            "platsen", _("Around the place"), near, replace(about, place=place.name)
        )
    yield Offer("nar", _("When it happens"), when.answer(asked), about)
    if asked.question.ways != (Way.RESIDENT,):
        only = replace(asked, question=replace(asked.question, ways=(Way.RESIDENT,)))
        residents = replace(development.answer(only), chart=None)
        yield Offer("boende", _("What residents report"), residents, about)


def _around(place: Place, asked: Asked) -> Answer | None:
    if place.lon is None or place.lat is None:
        return None
    found = around(asked.question, *to_sweref(place.lon, place.lat), metres=METRES)
    sentence = _(
        "%(n)s of %(all)s reports lie within %(metres)s metres of %(place)s. By chance"
        " alone it could as well have been between %(low)s and %(high)s."
    ) % {
        "n": number(found.count),
        "all": number(found.total),
        "metres": number(METRES),
        "place": place.name,
        "low": number(int(found.lower)),
        "high": number(round(found.upper)),
    }
    return Answer(
        title=_("Around the place"),
        sentence=sentence,
        counted=Counted(
            method=_(
                "Squares of 250 metres whose middle lies so near. The interval is an exact"
                " one for a count (Poisson, 95 percent)."
            ),
            n=found.count,
            period=asked.period,
            source=_("Reports to the municipality"),
        ),
        limits=_("It counts what was reported, not what happened."),
        sure=Confidence.MEDIUM,
    )


def source_code(indicator: Indicator) -> str:
    """Whose figures it shows, by the codes of the vocabulary."""
    return _FROM.get(Source(indicator.series.source), "kommunens_verksamheter")


def _of_series(indicator: Indicator) -> Offer:
    found = followed_of(indicator)
    last = found.told.known[-1] if found.told.known else None
    answer = Answer(
        title=indicator.name,
        sentence=indicator_said.last_said(found),
        chart=chart_of(found) if found.told.known else None,
        counted=Counted(
            method=found.measures,
            period=indicator_said.period_of(last, found.rhythm) if last else "",
            source=indicator_said.attribution(found),
        ),
        limits=found.caveats,
        sure=Confidence.MEDIUM if last else "",
    )
    source = source_code(indicator)
    about = About(capital(found.name), found.home, source=source)
    return Offer(f"serie-{found.key}", found.name, answer, about)
