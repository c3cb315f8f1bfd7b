"""What was reported: the list for those who deal with it."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.core.periods import STOCKHOLM
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.queries.lists import (
    COUNTED_TO,
    Glance,
    Page,
)
from handslag.domain.incidents.services.readings import LIST
from handslag.web.answers import capital, joined, number
from handslag.web.requests import WorkRequest
from handslag.web.workspace.reports.filters import kept, on_map, sought_in
from handslag.web.workspace.reports.rows import lines
from handslag.web.workspace.reports.sight import sight_of_any
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """A hundred incidents, newest first, and how it stands in a sentence.

    Five statements besides session, person and roles, whichever the page.
    """
    sight = sight_of_any(request)
    choices = queries.choices(sight)
    form, sought = sought_in(request, choices, sight)
    visible = queries.visible_to(sight, within=sought.within)
    found = queries.narrowed(visible, sought, sight, today=request.today)
    moderated = request.actor.where(Act.MODERATE_REPORTS)
    glance = queries.glance(
        visible,
        found,
        sought,
        sight,
        moderated=moderated,
        monday=_monday(request),
        today=request.today,
    )
    turn = queries.page_of(
        found, before=_key(request, "before"), after=_key(request, "after")
    )
    services.log_reading(request.actor, LIST, turn.lines, request.now)
    several = sought.within is None and len(choices.homes) > 1
    written = lines(sight, today=request.today, several=several)
    context = {
        "rows": [written.drawn(one) for one in turn.lines],
        "form": form,
        "is_narrowed": bool(kept(request)),
        "answer": _answer(glance, request),
        "total": _total(glance.total),
        "held": glance.held,
        "is_made_up": any(one.within__desk__is_example for one in turn.lines),
        "on_map": on_map(request) if sought.box else "",
        **_turns(request, turn),
        "may_moderate": bool(moderated),
        "may_see_log": bool(request.actor.where(Act.HANDLE_REPORTS)),
    }
    return shown(request, "reports/listing", context)


def _turns(request: WorkRequest, turn: Page) -> dict[str, str]:
    """The address bar, of this page and its neighbours."""
    return {
        "query": kept(request),
        "newer": kept(request, after=turn.newer) if turn.newer else "",
        "older": kept(request, before=turn.older) if turn.older else "",
    }


def _key(request: WorkRequest, name: str) -> UUID | None:
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def _monday(request: WorkRequest) -> datetime:
    monday = request.today - timedelta(days=request.today.weekday())
    return datetime.combine(monday, time(), tzinfo=STOCKHOLM)


def _answer(glance: Glance, request: WorkRequest) -> str:
    """ "12 nya sedan i måndags, 3 är sena, 2 texter väntar på granskare." """
    parts = []
    if glance.new:
        new = (
            ngettext("%(n)s new today", "%(n)s new today", glance.new)
            if request.today.weekday() == 0
            else ngettext("%(n)s new since Monday", "%(n)s new since Monday", glance.new)
        )
        parts.append(new % {"n": _about(glance.new)})
    else:
        parts.append(_("Nothing new since Monday"))
    if glance.late:
        late = ngettext("%(n)s is late", "%(n)s are late", glance.late)
        parts.append(late % {"n": _about(glance.late)})
    if glance.held:
        held = ngettext(
            "%(n)s text waits for a moderator",
            "%(n)s texts wait for a moderator",
            glance.held,
        )
        parts.append(held % {"n": _about(glance.held)})
    if not glance.late:
        parts.append(_("nothing is late"))
    return f"{capital(joined(parts))}."


def _about(count: int) -> str:
    if count > COUNTED_TO:
        return _("more than %(n)s") % {"n": number(COUNTED_TO)}
    return number(count)


def _total(count: int) -> str:
    """How many there are in all, or more than were counted."""
    return ngettext("%(n)s event", "%(n)s events", count) % {"n": _about(count)}
