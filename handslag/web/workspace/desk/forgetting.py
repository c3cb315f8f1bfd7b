"""What is forgotten next: how much of each kind, and never what."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.core.deadlines import months_after
from handslag.domain.incidents.queries.forgetting import to_forget
from handslag.web.requests import WorkRequest
from handslag.web.words.fates import TO_FORGET
from handslag.web.workspace.desk.sight import the_desk
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """At the next run, and within a month if nothing is done until then."""
    desk = the_desk(request, key)
    home = desk.within
    now = to_forget(home.pk, request.today)
    soon = to_forget(home.pk, months_after(request.today, 1))
    context = {
        "home": home,
        "answer": _answer(now["closed"] + now["unfinished"], soon["unfinished"]),
        "columns": [
            {"text": _("What")},
            {"text": _("At the next run"), "num": True},
            {"text": _("Within a month"), "num": True},
            {"text": _("When it goes")},
        ],
        "rows": [
            [name, now[kind], soon[kind], when] for kind, (name, when) in TO_FORGET.items()
        ],
        "is_made_up": desk.is_example,
    }
    return shown(request, "desk/forgetting", context)


def _answer(reports: int, unfinished: int) -> str:
    """How many reports go next, and how many nobody has closed before they go."""
    if reports:
        said = ngettext(
            "%(n)s report is forgotten at the next run.",
            "%(n)s reports are forgotten at the next run.",
            reports,
        ) % {"n": reports}
    else:
        said = _("No report is forgotten at the next run.")
    if not unfinished:
        return said
    open_ = ngettext(
        "%(n)s that nobody has closed goes within a month.",
        "%(n)s that nobody has closed go within a month.",
        unfinished,
    ) % {"n": unfinished}
    return f"{said} {open_}"
