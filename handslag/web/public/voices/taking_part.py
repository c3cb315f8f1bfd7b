"""What one can take part in, now and soon; and the way to each of them.

A part adds its list to `CHANCES` and its view to `PAGES`, by the way in which its
occasions let people speak.
"""

from collections.abc import Mapping
from datetime import date

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.incidents.published.there import about_reports
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.voices.published import way_at
from handslag.domain.voices.rules import Way
from handslag.web.answers import capital, number
from handslag.web.forms import refuse_foreign
from handslag.web.public.answering import chances as surveys
from handslag.web.public.answering import pages as answering
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.dialogues import coming as dialogues
from handslag.web.public.missing import no_municipality, not_here
from handslag.web.public.results.shown import results_shown
from handslag.web.public.voices.parts import Chance, Chances, View
from handslag.web.public.walks import coming as walks
from handslag.web.requests import SiteRequest

# What is open or comes soon, a function for each part.
CHANCES: tuple[Chances, ...] = (surveys.chances, dialogues.chances, walks.chances)
# Who shows one of them, by the way in which people are heard there.
PAGES: Mapping[Way, View] = {
    Way.SURVEY: answering.page,
    Way.DIALOGUE: dialogues.page,
    Way.WALK: walks.page,
}


@require_safe
@cached(of_municipality)
def listing(request: SiteRequest, municipality: str) -> HttpResponse:
    """All that one can take part in, open now first."""
    found = published_municipality(municipality)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(reverse("public:take-part", args=[found.to]))
    if found is None:
        return no_municipality(request)
    chances = [one for part in CHANCES for one in part(found.slug, request.today)]
    chances.sort(key=lambda one: (one.starts, one.text))
    now = [one for one in chances if one.starts <= request.today]
    soon = [one for one in chances if one.starts > request.today]
    results = results_shown(found.slug)
    report = about_reports(found.slug).report
    context = {
        "municipality": found,
        "up": reverse("public:municipality", args=[found.slug]),
        "answer": _answer(len(now) + report, soon, today=request.today),
        "now": now,
        "soon": soon,
        "report": reverse("public:report", args=[found.slug]) if report else "",
        "said": reverse("public:you-said", args=[found.slug]),
        "results": results,
        "is_example": any(one.is_example for one in chances)
        or any(one.is_example for one in results),
    }
    response = render(request, "public/voices/taking_part.html", context)
    if context["is_example"]:
        response["X-Robots-Tag"] = "noindex"
    return response


def _answer(open_now: int, soon: list[Chance], *, today: date) -> str:
    """In how many ways one can be heard just now, in a sentence."""
    if open_now:
        said = ngettext(
            "There is %(n)s way to be heard just now.",
            "There are %(n)s ways to be heard just now.",
            open_now,
        )
        return capital(said % {"n": number(open_now)})
    if soon:
        days = (soon[0].starts - today).days
        said = ngettext(
            "Nothing is open just now. The next begins in %(n)s day.",
            "Nothing is open just now. The next begins in %(n)s days.",
            days,
        )
        return said % {"n": number(days)}
    return _("Nothing is open just now. What is asked next is shown here.")


@csrf_exempt  # a view that takes a form has a token of its own, as every public form
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """One of them: the part whose occasion it is shows it."""
    if request.method == "POST" and refuse_foreign(request):
        return render(request, "403_foreign.html", status=403)
    way = way_at(municipality, slug)
    view = PAGES.get(way) if way else None
    if view is not None:
        return view(request, municipality=municipality, slug=slug)
    found = published_municipality(municipality)
    if isinstance(found, Moved):
        address = reverse("public:take-part-in", args=[found.to, slug])
        return HttpResponsePermanentRedirect(address)
    return nothing_open(request, found) if found else no_municipality(request)


def nothing_open(request: SiteRequest, found: Municipality) -> HttpResponse:
    """There is nothing to take part in at this address, or not any more."""
    return not_here(
        request,
        what=_("There is nothing to take part in at this address"),
        advice=_("It may be over. Here is what is open in %(place)s, and what comes.")
        % {"place": found.short_name},
        href=reverse("public:take-part", args=[found.slug]),
        link=_("Take part in %(place)s") % {"place": found.short_name},
    )
