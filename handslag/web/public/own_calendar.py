"""A person's calendar at its secret address, for calendar programs that cannot sign in."""

from collections.abc import Iterator
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.year.published import Day, OwnCalendar, Turn
from handslag.domain.year.published import own_calendar as published_calendar
from handslag.web.requests import SiteRequest
from handslag.web.ui.calendars import MEDIA_TYPE, Event, calendar
from handslag.web.words.year import BASES, named


@require_safe
def file(request: SiteRequest, token: str) -> HttpResponse:
    """Every day that the person would see when signed in."""
    found = published_calendar(token, today=request.today)
    if found is None:
        raise Http404
    with translation.override(found.language):
        answer = HttpResponse(
            calendar(_events(found), name=_("The year (Handslag)")), content_type=MEDIA_TYPE
        )
    # Nobody on the way may keep it, nor a search engine, should the address get out.
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _events(found: OwnCalendar) -> Iterator[Event]:
    for day in found.days:
        yield _deadline(day, found)
    for turn in found.turns:
        yield _turn(turn, found)


def _deadline(day: Day, found: OwnCalendar) -> Event:
    one = day.deadline
    key = "|".join([one.kind, one.path, one.name, one.due_on.isoformat()])
    basis = _("Bound by %(basis)s.") % {"basis": BASES[one.basis]}
    function = _("Responsible: %(function)s") % {"function": one.function}
    return Event(
        uid=f"{sha256(key.encode()).hexdigest()[:32]}@handslag",
        starts=one.due_on,
        title=f"{day.place}: {named(one)}",
        changed_at=found.made_at,
        description="\n".join([basis, *([function] if one.function else [])]),
        url=f"{settings.PUBLIC_ADDRESS}{one.path}",
    )


def _turn(turn: Turn, found: OwnCalendar) -> Event:
    return Event(
        uid=f"{turn.key}@handslag",
        starts=turn.starts,
        ends=turn.ends,
        title=f"{turn.place}: {turn.what}",
        changed_at=found.made_at,
    )
