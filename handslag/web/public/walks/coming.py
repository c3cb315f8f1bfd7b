"""A walk that lies ahead: when and where one meets, and where one goes."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.organisations.published import Moved
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.walks.published import ComingWalk, coming_walks
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_municipality, not_here
from handslag.web.public.spoken import swedish
from handslag.web.public.voices.parts import Chance
from handslag.web.requests import SiteRequest
from handslag.web.ui.calendars import MEDIA_TYPE, Event, calendar
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.walks import KINDS_SHORT


def chances(municipality: str, today: date) -> Iterator[Chance]:
    """The walks one may join."""
    for one in coming_walks(municipality, today=today):
        yield Chance(
            href=reverse("public:take-part-in", args=[municipality, one.slug]),
            text=one.title,
            hint=f"{KINDS_SHORT[one.kind]}, {swedish_date(one.walk_on)}",
            starts=one.walk_on,
            is_example=one.is_example,
        )


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """One of them. One comes as one is: nobody signs up."""
    found = published_municipality(municipality)
    if found is None or isinstance(found, Moved):
        return no_municipality(request)
    walk = _coming(request, municipality, slug)
    if walk is None:
        return not_here(
            request,
            what=_("There is no walk to join at this address"),
            advice=_("It may be over. Here is what one can take part in now."),
            href=reverse("public:take-part", args=[found.slug]),
            link=_("What one can take part in"),
        )
    context = {
        "municipality": found,
        "walk": walk,
        "title": swedish(walk.title),
        "answer": _answer(walk),
        "kind": KINDS_SHORT[walk.kind],
        "indexed": not walk.is_example,
    }
    response = render(request, "public/walks/coming.html", context)
    if walk.is_example:
        response["X-Robots-Tag"] = "noindex"
    return response


def _coming(request: SiteRequest, municipality: str, slug: str) -> ComingWalk | None:
    walks = coming_walks(municipality, today=request.today)
    return next((one for one in walks if one.slug == slug), None)


@require_safe
def file(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """The walk for one's own calendar: the whole day, since the hour stands in words."""
    walk = _coming(request, municipality, slug)
    if isinstance(published_municipality(municipality), Moved | None) or walk is None:
        raise Http404
    address = reverse("public:take-part-in", args=[municipality, slug])
    event = Event(
        uid=f"{walk.key}@handslag",
        starts=walk.walk_on,
        title=walk.title,
        changed_at=walk.made_at,
        description=walk.purpose,
        url=f"{settings.PUBLIC_ADDRESS}{address}",
        place=walk.gathers,
        sequence=walk.revision,
    )
    answer = HttpResponse(calendar([event], name=walk.title), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{slug}.ics"'
    if walk.is_example:
        answer["X-Robots-Tag"] = "noindex"
    return answer


def _answer(walk: ComingWalk) -> str:
    return _("You may come along on %(day)s.") % {"day": swedish_date(walk.walk_on)}
