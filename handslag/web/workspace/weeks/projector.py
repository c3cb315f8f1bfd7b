"""The meeting on a projector: one thing at a time, in the order of the agenda."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import shown
from handslag.web.workspace.weeks.board import Words, board
from handslag.web.workspace.weeks.sight import the_group


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Large type, one thing on each screen; works by anchors without JavaScript."""
    words = board(request, the_group(request, key))
    return shown(request, "weeks/projector", {**words, "agenda": agenda()})


def agenda() -> list[Words]:
    """45 minutes, so that it ends when it was to end."""
    return [
        {"minutes": 10, "text": _("What became of what we said last time"), "id": "forra"},
        {"minutes": 10, "text": _("What is new, and what is unusual"), "id": "nytt"},
        {"minutes": 5, "text": _("What is not done yet"), "id": "oppet"},
        {"minutes": 15, "text": _("The order of the coming week"), "id": "ordning"},
        {"minutes": 5, "text": _("Decisions and the next meeting"), "id": "beslut"},
    ]
