"""Who has read reports that are not public: for those who answer for it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.access import Act, require
from handslag.domain.incidents import queries
from handslag.domain.incidents.models import Reading
from handslag.web.requests import WorkRequest
from handslag.web.words.handling import HOW
from handslag.web.workspace.sight import shown

ON_A_PAGE = 100


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """The latest first. By time only: nobody is looked for across reports."""
    leads = request.actor.where(Act.HANDLE_REPORTS)
    homes = leads | request.actor.where(Act.APPOINT)
    if not homes:
        require(request.actor, Act.HANDLE_REPORTS, in_any_of=leads)
    rows = Paginator(queries.readings_in(homes), ON_A_PAGE).get_page(
        request.GET.get("sida")
    )
    several = len({one.within_id for one in rows}) > 1
    context = {"page": rows, "rows": [_row(one) for one in rows], "several": several}
    return shown(request, "reports/readings", context)


def _row(one: Reading) -> dict[str, object]:
    return {
        "at": one.at,
        "who": one.person.name if one.person else _("Someone who has left"),
        "how": HOW.get(one.how, one.how),
        "n": one.n,
        "home": one.within.short_name if one.within else "",
    }
