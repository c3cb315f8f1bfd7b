"""A comparison is kept as a finding, with its figures, as it stands today."""

from django.utils import translation

from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Confidence
from handslag.domain.evidence.services import record_finding
from handslag.domain.series.figures import Comparison
from handslag.domain.series.models import Indicator
from handslag.web.requests import WorkRequest
from handslag.web.words.methods import Counted
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.citing import About, finding_of
from handslag.web.workspace.indicators import compared_said as words
from handslag.web.workspace.measured.offers import source_code


def keep(request: WorkRequest, indicator: Indicator, found: Comparison) -> Evidence:
    """In Swedish, whoever keeps it. Refuses what has nothing to compare."""
    if found.hindrance is not None:
        raise NotAllowedError("series.nothing_compared")
    about = About(indicator.name, indicator.home.name, source=source_code(indicator))
    with translation.override("sv"):
        finding = finding_of(answer_of(indicator, found), about, today=request.today)
    return record_finding(
        request.actor, home=indicator.home, finding=finding, now=request.now
    )


def answer_of(indicator: Indicator, found: Comparison) -> Answer:
    """The comparison as an answer: the sentence, the verdict, each with its interval."""
    credit = words.credits_of(indicator, found)
    told = words.verdict_of(indicator, found)
    if told is not None:
        counted = words.box(found, credit)
    else:
        counted = Counted(method=credit, period=str(found.year), source=credit)
    chosen = words.weights_of(found)
    return Answer(
        title=indicator.name,
        sentence=words.answer(indicator, found),
        told=told,
        counted=counted,
        chart=words.dots_of(indicator, found),
        limits=" ".join(filter(None, [indicator.series.caveats, chosen, credit])),
        sure=Confidence.MEDIUM,
    )
