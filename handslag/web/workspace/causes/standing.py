"""How far the analysis of a problem has come: the sentence, the drawings, the rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from handslag.core.access import Actor
from handslag.domain.picture.models import CauseAnalysis, Problem
from handslag.domain.picture.published.causes import PublishedAnalysis, read_analysis
from handslag.domain.picture.queries.causes import (
    analysis_content,
    analysis_of,
    causes_of,
    not_lit,
)
from handslag.domain.picture.rules.causes import Unlit
from handslag.web.answers import capital, joined
from handslag.web.causes import Pictured, how_many, pictured
from handslag.web.words.causes import CORNERS, SEEN_FROM
from handslag.web.workspace.causes.rows import Row, rows_of
from handslag.web.workspace.causes.ways import Ways, ways_for


@dataclass(frozen=True, slots=True)
class Standing:
    """An analysis as the workspace shows it."""

    opening: str
    missing: str
    analysis: CauseAnalysis
    drawn: Pictured
    rows: Sequence[Row]
    ways: Ways


def standing(
    actor: Actor, problem: Problem, *, touched: str = "", step: str = ""
) -> Standing:
    """Everything the page of a cause analysis says."""
    causes = causes_of(problem)
    analysis = analysis_of(problem)
    told = read_analysis(analysis_content(analysis, causes), {})
    assert told is not None  # noqa: S101 - there is an analysis, stored or not
    return Standing(
        opening=_opening(told),
        missing=_missing(not_lit(analysis, causes)) if told.causes else "",
        analysis=analysis,
        drawn=pictured(told, problem.title, key="problem"),
        rows=rows_of(actor, causes, touched=touched, step=step),
        ways=ways_for(causes),
    )


def _opening(told: PublishedAnalysis) -> str:
    if not told.causes:
        return _("No cause is written yet. Ask why it happens, and then why again.")
    count = capital(how_many(told))
    if told.is_done:
        return _("%(causes)s. The analysis is done.") % {"causes": count}
    return _("%(causes)s. The analysis is under way.") % {"causes": count}


def _missing(dark: Unlit) -> str:
    """What nothing is said of yet, each named once."""
    said = [str(CORNERS[one]).lower() for one in dark.corners]
    said += [
        _("the problem as seen from %(perspective)s") % {"perspective": SEEN_FROM[one]}
        for one in dark.perspectives
    ]
    return _("Not lit yet: %(dark)s.") % {"dark": joined(said)} if said else ""
