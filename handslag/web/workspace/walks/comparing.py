"""Two walks of the same route side by side: per stop, per thing, per finding."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.walks import queries
from handslag.domain.walks.models import Finding, Stop, Walk
from handslag.domain.walks.rules import (
    Change,
    Level,
    Outcome,
    Parameter,
    change,
    together,
)
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import walks as words
from handslag.web.words.text import Text
from handslag.web.workspace.sight import shown
from handslag.web.workspace.walks.rows import finding_row
from handslag.web.workspace.walks.sight import the_whole_walk


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at in a stop, both times."""

    name: Text
    before: Text
    after: Text
    change: Change
    word: Text


@dataclass(frozen=True, slots=True)
class Pair:
    """A stop both times; `lines` only of what was judged at least once."""

    name: str
    position: int
    is_new: bool
    lines: list[Line]


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The walk and the one before, side by side."""
    walk = the_whole_walk(request, key)
    before = walk.again_of
    if before is None:
        raise Http404
    pairs = pairs_of(before, walk)
    found = [(one, _seen(one, walk)) for one in queries.to_see_again(walk)]
    context = {
        "walk": walk,
        "before": before,
        "pairs": pairs,
        "answer": answer_of(pairs),
        "findings": [(finding_row(one), said) for one, said in found],
        "days": (swedish_date(before.occasion.starts), swedish_date(walk.occasion.starts)),
        "may": queries.leads(request.actor, walk),
    }
    return shown(request, "walks/compared", context)


def _seen(finding: Finding, walk: Walk) -> dict[str, object] | None:
    revisits = finding.revisits.all()
    said = next((one for one in revisits if one.walk_id == walk.pk), None)
    if said is None:
        return None
    return {"outcome": words.OUTCOMES[Outcome(said.outcome)], "words": said.words}


def pairs_of(before: Walk, walk: Walk) -> list[Pair]:
    """The stops in the order of the later walk."""
    earlier = {one.pk: one for one in queries.stops_of(before)}
    return [_pair(earlier.get(one.again_of_id or 0), one) for one in queries.stops_of(walk)]


def _pair(before: Stop | None, after: Stop) -> Pair:
    old = queries.levels_of(before) if before else {}
    new = queries.levels_of(after)
    lines = []
    for parameter in Parameter:
        first, then = together(old.get(parameter, [])), together(new.get(parameter, []))
        if first is None and then is None:
            continue
        step = change(first, then)
        lines.append(
            Line(
                words.PARAMETERS[parameter],
                _said(parameter, first),
                _said(parameter, then),
                step,
                words.CHANGES[step],
            )
        )
    return Pair(after.name, after.position, before is None, lines)


def _said(parameter: Parameter, level: Level | None) -> Text:
    return words.SCALES[parameter][level] if level else _("Not looked at")


def answer_of(pairs: list[Pair]) -> str:
    """How much has become better and worse, in one sentence."""
    steps = [line.change for pair in pairs for line in pair.lines]
    better, worse = steps.count(Change.BETTER), steps.count(Change.WORSE)
    if not better and not worse:
        return _("Nothing has been judged differently.")
    return (
        ngettext(
            "%(n)s judgement has become better",
            "%(n)s judgements have become better",
            better,
        )
        % {"n": better}
        + ", "
        + ngettext("%(n)s worse.", "%(n)s worse.", worse) % {"n": worse}
    )
