"""Every occasion when people were heard, in one list."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.core.deadlines import months_after
from handslag.domain.voices import queries
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import shown
from handslag.web.workspace.voices import said
from handslag.web.workspace.voices.rows import line_of

ON_A_PAGE = 40


def _goes(request: WorkRequest) -> queries.ToForget:
    """What the timer forgets within a month, where the person listens."""
    homes = request.actor.where(Act.LISTEN)
    return queries.to_forget(homes, months_after(request.today, 1))


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """What waits first, then all of them, the latest first."""
    rows = queries.standings(queries.occasions_seen_by(request.actor))
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    waiting = [one for one in rows if one.is_owed or one.held or one.uncoded]
    context = {
        "answer": said.answer(rows),
        "waiting": [line_of(one, request.today) for one in waiting],
        "rows": [line_of(one, request.today) for one in page],
        "page": page,
        "forgotten": said.forgotten(_goes(request)),
        "may_begin": queries.homes_listened_for(request.actor).exists(),
    }
    return shown(request, "voices/listing", context)
