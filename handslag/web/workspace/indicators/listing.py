"""All indicators of one's municipalities, by theme, and those one can take over."""

from itertools import groupby

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.series import queries
from handslag.domain.series.figures import Followed, each_followed
from handslag.domain.series.models import Indicator
from handslag.web.following import said
from handslag.web.following.drawn import spark_of
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.series import ARROWS, DIRECTIONS, SOURCES, THEMES
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """What is followed, theme by theme."""
    rows = list(queries.indicators_seen_by(request.actor, today=request.today))
    themes = [
        (THEMES[theme], [_line(one) for one in some])
        for theme, some in groupby(each_followed(rows), key=lambda one: one.theme)
    ]
    homes = list(queries.homes_to_follow(request.actor))
    offered = queries.offered_to(homes[0].pk) if len(homes) == 1 else []
    context = {
        "answer": _answer(len(rows)),
        "themes": themes,
        "may": bool(homes),
        "offered": [_offered(one) for one in offered],
    }
    return shown(request, "indicators/listing", context)


def _answer(count: int) -> str:
    if not count:
        return _("Nothing is followed yet.")
    said_ = ngettext(
        "%(n)s indicator is followed.", "%(n)s indicators are followed.", count
    )
    return said_ % {"n": number(count)}


def _offered(indicator: Indicator) -> dict[str, str]:
    return {
        "href": reverse("workspace:take-indicator", args=[indicator.public_id]),
        "text": indicator.name,
        "hint": f"{indicator.home.short_name} · {indicator.shows}",
    }


def _line(one: Followed) -> dict[str, object]:
    hint = [
        said.last_said(one),
        f"{ARROWS[one.direction]} {DIRECTIONS[one.direction]}",
        str(SOURCES[one.source]),
        one.short_home,
    ]
    return {
        "href": reverse("workspace:indicator", args=[one.key]),
        "text": one.name,
        "drawing": spark_of(one),
        "hint": " · ".join(hint),
    }
