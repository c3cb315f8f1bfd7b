"""Two authorities say yes to the same exact wording of a set."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import read
from handslag.domain.promises.rules.states import State
from handslag.web.requests import WorkRequest
from handslag.web.workspace import approving
from handslag.web.workspace.approving import Kind
from handslag.web.workspace.promises.changes import changes
from handslag.web.workspace.promises.missing import unexplained
from handslag.web.workspace.sight import the_set


def _exact(set_: PromiseSet, frozen: str) -> Mapping[str, object]:
    return {"wording": read(frozen), "changes": changes(set_, frozen)}


SETS = Kind(
    by=services.SETS,
    find=the_set,
    content=queries.content,
    exact=_exact,
    page="workspace:set",
    rounds="workspace:rounds",
    version="workspace:version",
    wording="arbete/promises/_approved.html",
)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: WorkRequest, key: UUID) -> HttpResponse:
    """Ask the parties, once every missing link has its reason."""
    set_ = the_set(request, key, Act.ASK_FOR_APPROVAL)
    missing = queries.missing_in(set_, today=request.today)
    if missing.left and set_.state == State.DRAFT:
        return unexplained(request, set_, missing)
    return approving.ask(request, key, SETS)


@require_http_methods(["GET", "HEAD", "POST"])
def reasons(request: WorkRequest, key: UUID) -> HttpResponse:
    """Why promises do not hang in the chain: written, or changed, before asking."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    return unexplained(request, set_, queries.missing_in(set_, today=request.today))
