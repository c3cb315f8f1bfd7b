"""One promise to read: what is promised, what is done so far, what was said of it."""

from django.http import HttpResponse

from handslag.core.access import Act
from handslag.domain.analysis.figures.answered import found_by
from handslag.domain.analysis.figures.effects import planned
from handslag.domain.promises import queries
from handslag.domain.promises.models import Promise
from handslag.domain.promises.published import PromiseStanding
from handslag.web import effects_told
from handslag.web.requests import WorkRequest
from handslag.web.targets import in_words
from handslag.web.workspace.promises.promise_lines import owner_words, side_of
from handslag.web.workspace.promises.public_rows import against
from handslag.web.workspace.promises.standing import published_standing
from handslag.web.workspace.sight import may, shown


def reading(request: WorkRequest, promise: Promise) -> HttpResponse:
    """The page of a promise whose text is closed."""
    standing = _standing(request, promise)
    responsible = promise.responsible.select_related("organisation")
    context = {
        "set": promise.set,
        "promise": promise,
        "standing": standing,
        "target": against(standing.targets) if standing else {},
        "targets": [in_words(target) for target in promise.targets.all()],
        "side": side_of(responsible),
        "owners": owner_words(responsible),
        "entries": queries.entries_of(promise),
        "correctable": request.actor.where(Act.REPORT_PROGRESS),
        "may": may(request, promise.set),
        **_helps(request, promise),
    }
    return shown(request, "promises/promise", context)


def _helps(request: WorkRequest, promise: Promise) -> dict[str, object]:
    """The plan that tells whether it helped, and how far it has come."""
    tie = queries.tie_of(promise)
    if tie is None:
        return {"tie": None}
    words = planned(tie.plan)
    found = found_by(tie.plan, today=request.today)
    return {
        "tie": tie,
        "how_far": effects_told.how_far(words, found),
        "verdicts": effects_told.verdicts(words, found),
    }


def _standing(request: WorkRequest, promise: Promise) -> PromiseStanding | None:
    public = published_standing(promise.set, today=request.today)
    if public is None:
        return None
    key = str(promise.public_id)
    return next((one for one in public[1].promises if one.promise.id == key), None)
