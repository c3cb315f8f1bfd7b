"""Which indicators can be compared with similar municipalities, and what is lacking."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.series import queries
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules.peers import YEARLY
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """Those that hold figures of others; under them the rest, each with its reason."""
    rows = list(queries.indicators_seen_by(request.actor, today=request.today))
    held = queries.told_of_others({one.series_id for one in rows})
    ready = [one for one in rows if _lacks(one, held) == ""]
    context = {
        "answer": _answer(len(ready)),
        "ready": [_line(one) for one in ready],
        "rest": [(one.name, _lacks(one, held)) for one in rows if one not in ready],
        "may": bool(request.actor.where(Act.RECORD_EVIDENCE)),
    }
    return shown(request, "indicators/comparable", context)


def _answer(count: int) -> str:
    if not count:
        return _("No indicator holds figures of other municipalities yet.")
    text = ngettext(
        "%(n)s indicator can be compared with other municipalities.",
        "%(n)s indicators can be compared with other municipalities.",
        count,
    )
    return text % {"n": number(count)}


def _lacks(indicator: Indicator, held: set[int]) -> str:
    if indicator.series.rhythm not in YEARLY:
        return _("is not counted year by year")
    return "" if indicator.series_id in held else _("holds figures of your own alone")


def _line(indicator: Indicator) -> dict[str, str]:
    return {
        "href": reverse("workspace:indicator-compared", args=[indicator.public_id]),
        "text": indicator.name,
        "hint": indicator.home.short_name,
    }
