"""An answer is kept as a finding, with its figures, as it stands today."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from handslag.core.access import Act, ForbiddenError
from handslag.domain.evidence import services
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import (
    POLICE,
    Classification,
    Confidence,
    Finding,
    Table,
    Visibility,
)
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import where
from handslag.web.answers import capital
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked

SOURCE, OF_FILES = "EST", "kommunens_verksamheter"  # codes of the vocabulary
MOST_ROWS, MOST_COLUMNS = 30, 12


def homes_for(request: WorkRequest, asked: Asked) -> list[Organisation]:
    """The organisations of the person that may keep it: the municipality first."""
    own = where(request.actor, Act.RECORD_EVIDENCE)
    return sorted(own, key=lambda one: (one.pk != asked.analysed.home.pk, one.name))


def keep(request: WorkRequest, asked: Asked, answer: Callable[[Asked], Answer]) -> Evidence:
    """For the parties: what everyone may read is decided where it is cited. In Swedish,
    whoever keeps it."""
    homes = homes_for(request, asked)
    if not homes:
        raise ForbiddenError("No organisation that keeps findings.")
    with translation.override("sv"):
        finding = _finding(request, asked, answer(asked))
    return services.record_finding(
        request.actor, home=homes[0], finding=finding, now=request.now
    )


def _finding(request: WorkRequest, asked: Asked, answer: Answer) -> Finding:
    about = About(
        what=asked.kind,
        place=asked.analysed.home.name,
        shared_only=asked.question.shared_only,
        source=OF_FILES if asked.file else SOURCE,
    )
    return finding_of(_limited(answer, asked), about, today=request.today)


def _limited(answer: Answer, asked: Asked) -> Answer:
    """With what a file does not cover."""
    if not asked.file:
        return answer
    return replace(answer, limits=f"{asked.source}. {asked.covers} {answer.limits}".strip())


@dataclass(frozen=True, slots=True)
class About:
    """What an answer is about, for whoever reads it alone. `source`: a code of the
    vocabulary."""

    what: str
    place: str
    shared_only: bool = False
    source: str = SOURCE


def finding_of(answer: Answer, about: About, *, today: date) -> Finding:
    """The answer as it stands today, with its figures, method, period and uncertainty.
    It is counted of whole areas, so it holds no person, also when it is the police's."""
    counted = _("Counted %(day)s.") % {"day": swedish_date(today)}
    whom = _("Only what is shared in the group.") if about.shared_only else ""
    is_police = about.source in POLICE
    return Finding(
        source=about.source,
        statement=f"{capital(about.what)}: {answer.said}",
        period=str(answer.counted.period),
        place_stated=about.place,
        visibility=Visibility.PARTIES,
        method=" ".join(filter(None, [str(answer.counted.method), whom, counted])),
        n=answer.counted.n,
        confidence=Confidence(answer.sure),
        limits=answer.limits,
        table=_table(answer),
        classification=Classification.AGGREGATE if is_police else None,
        is_without_persons=is_police,
    )


def _table(answer: Answer) -> Table | None:
    """The figure's own table, where it is small enough to be read."""
    if answer.chart is None:
        return None
    table = answer.chart.table
    if len(table.rows) > MOST_ROWS or len(table.columns) > MOST_COLUMNS:
        return None
    return Table(tuple(table.columns), tuple(map(tuple, table.rows)))
