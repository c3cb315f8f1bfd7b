"""Reporting a place, without an account: first page, steps, preview, receipt.

GET  …/rapportera/       what it is, and what it is not
GET  …/rapportera/ny/    the first question
POST …/rapportera/ny/    the next one, or the report itself
"""

from collections.abc import Iterable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import ANYONE
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.published import (
    Named,
    Several,
    named_places,
    reporting_desk,
    several,
)
from handslag.domain.incidents.published.there import about_reports
from handslag.domain.incidents.services import report_at, say_the_same
from handslag.domain.organisations.published import Moved
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.forms import public_write
from handslag.web.public.missing import no_municipality
from handslag.web.public.reporting import floods, preview
from handslag.web.public.reporting.forms import NAME, ORDER, Step, StepForm
from handslag.web.public.reporting.guarding import refused_words, uncertain
from handslag.web.public.reporting.instructions import INSTRUCTIONS
from handslag.web.public.reporting.places import near
from handslag.web.public.reporting.questions import groups_of, question_of
from handslag.web.public.reporting.walk import Walk, after, before, key_in
from handslag.web.public.spoken import language
from handslag.web.requests import SiteRequest
from handslag.web.words import refusal
from handslag.web.words.incidents import TOPS

# Where a refusal of the service is mended.
_MENDED: dict[str, Step] = {
    **dict.fromkeys(
        (
            "incidents.unknown_place",
            "incidents.not_in_sweden",
            "incidents.outside_the_municipality",
        ),
        Step.WHERE,
    ),
    "incidents.unknown_category": Step.WHAT,
    "incidents.has_not_happened_yet": Step.WHEN,
}


@require_safe
def start(request: SiteRequest, municipality: str) -> HttpResponse:
    """What this is: first what to do when it is urgent, then what happens to a report."""
    desk = reporting_desk(municipality)
    if desk is None:
        return closed(request, municipality)
    asked = request.GET.get("plats", "")
    place = next(iter(named_places(municipality, key=asked)), None) if asked else None
    begin = reverse("public:report-new", args=[municipality])
    context = {
        "desk": desk,
        "place": place,
        "begin": f"{begin}?plats={place.key}" if place else begin,
        "instructions": INSTRUCTIONS,
        "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
        "indexed": True,
        **_more(municipality),
        **ways(municipality),
    }
    return render(request, "public/reporting/start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@public_write(NAME, limit=floods.STEPS_AN_HOUR, seconds=floods.HOUR)
def new(request: SiteRequest, municipality: str) -> HttpResponse:
    """One question at a time. Sending twice is sending once."""
    desk = reporting_desk(municipality)
    if desk is None:
        return closed(request, municipality)
    posted = request.POST if request.method == "POST" else _begun(request.GET)
    walk = Walk(
        slug=municipality,
        desk=desk,
        places=_places(municipality, posted),
        now=request.now,
        posted=posted,
        key=key_in(posted),
    )
    return (
        _answer(request, walk)
        if request.method == "POST"
        else _asked(request, walk, Step.WHERE)
    )


def closed(request: SiteRequest, slug: str) -> HttpResponse:
    """Residents do not report here; the page says where to turn."""
    found = published_municipality(slug)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(reverse("public:report", args=[found.to]))
    response = render(
        request, "public/reporting/closed.html", {"municipality": found, **ways(slug)}
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def ways(slug: str) -> dict[str, str]:
    """Where the pages of reporting lie."""
    return {
        "up": reverse("public:municipality", args=[slug]),
        "report": reverse("public:report", args=[slug]),
        "receipt": reverse("public:report-receipt", args=[slug]),
    }


def _more(slug: str) -> dict[str, str]:
    """Where one reads what others reported, and what came of it; nothing where there is
    none."""
    there = about_reports(slug)
    return {
        "map": reverse("public:map", args=[slug]) if there.map else "",
        "outcomes": reverse("public:report-outcomes", args=[slug])
        if there.outcomes
        else "",
    }


def _places(slug: str, posted: QueryDict) -> list[Named]:
    """All of them for the page that lists them; when it is sent, the chosen one."""
    if posted.get("go") != "send":
        return named_places(slug)
    chosen = posted.get("place", "")
    return named_places(slug, key=chosen) if chosen else []


def _begun(query: QueryDict) -> QueryDict:
    """What a poster's address says of the place, as if it had been typed."""
    typed = QueryDict(mutable=True)
    if place := query.get("plats", ""):
        typed["place"] = place
    return typed


def _answer(request: SiteRequest, walk: Walk) -> HttpResponse:
    """The page after a button was pressed."""
    step, go = _step(walk.said("step")), walk.said("go")
    if go == "send":
        return _send(request, walk)
    if go.startswith("same:"):
        return _same(request, walk, go.removeprefix("same:"))
    if go != "next":
        return _asked(request, walk, _other(step, go))
    form = walk.sent(step)
    if not form.is_valid():
        return _asked(request, walk, step, form)
    is_said = step is Step.WHERE and bool(_said_here(walk))
    return _asked(request, walk, Step.SAME if is_said else after(step))


def _other(step: Step, go: str) -> Step:
    """Where a button leads that does not judge what was typed: all of it is kept."""
    if go.startswith("to:"):
        return _step(go.removeprefix("to:"))
    return before(step) if go == "back" else Step.WHERE


def _said_here(walk: Walk) -> list[Several]:
    """What several have reported at the chosen place, or near the chosen point."""
    chosen = [one for one in walk.places if str(one.key) == walk.said("place")]
    lon, lat = walk.point()
    if lon is not None and lat is not None:
        chosen += [one for one in near(walk.places, lon, lat) if one not in chosen]
    return several(walk.slug, chosen, today=stockholm_day(walk.now))


def _same(request: SiteRequest, walk: Walk, said: str) -> HttpResponse:
    """Count one who says the same; then the report may go on, or not."""
    if floods.too_many(request, request.now):
        return _wait(request, walk)
    try:
        say_the_same(ANYONE, walk.slug, said, key=walk.key, now=request.now)
    except NotAllowedError as error:
        form = walk.sent(Step.WHERE)
        form.is_valid()
        form.add_error(None, refusal(error))
        return _asked(request, walk, Step.WHERE, form)
    return _asked(request, walk, Step.SAME, is_said=True)


def _step(said: str) -> Step:
    return Step(said) if said in set(Step) else Step.WHERE


def _send(request: SiteRequest, walk: Walk) -> HttpResponse:
    """Receive it, once, and show the receipt."""
    wrong = walk.wrong()
    if wrong is not None:
        return _asked(request, walk, *wrong)
    if floods.too_many(request, request.now):
        return _wait(request, walk)
    try:
        received = report_at(ANYONE, walk.slug, walk.draft(language()), now=request.now)
    except NotAllowedError as error:
        return _refused(request, walk, error)
    context = {
        "desk": walk.desk,
        "code": received.code,
        "is_new": received.is_new,
        "address": f"{settings.PUBLIC_ADDRESS}{ways(walk.slug)['receipt']}",
        "has_email": bool(walk.said("email")),
        "day": walk.now,
        **ways(walk.slug),
    }
    return _private(render(request, "public/reporting/thanks.html", context))


def _refused(request: SiteRequest, walk: Walk, error: NotAllowedError) -> HttpResponse:
    """Back to the step where it can be mended, with all that was typed."""
    step = _MENDED.get(error.code, Step.PREVIEW)
    fields = error.facts.get("fields")
    if isinstance(fields, Iterable):
        step = Step.WHERE if "where_words" in fields else Step.WHY
    form = walk.sent(step)
    form.is_valid()
    form.add_error(None, list(refused_words(error.facts)) or [refusal(error)])
    return _asked(request, walk, step, form)


def _wait(request: SiteRequest, walk: Walk) -> HttpResponse:
    form = walk.sent(Step.PREVIEW)
    form.is_valid()
    form.add_error(
        None,
        _(
            "Many reports have come from your network in a short while. Yours is kept here:"
            " wait a little and send again. It is not lost, and nothing is wrong with it."
        ),
    )
    response = _asked(request, walk, Step.PREVIEW, form)
    response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    response["Retry-After"] = "600"
    return response


def _asked(
    request: SiteRequest,
    walk: Walk,
    step: Step,
    form: StepForm | None = None,
    **more: object,
) -> HttpResponse:
    """The page of a step."""
    shown = form or walk.blank(step)
    context = {
        "step": step,
        "form": shown,
        "question": question_of(step, walk),
        "nr": ORDER.index(step) + 1 if step in ORDER else 1,
        "steps": len(ORDER),
        "kept": walk.kept(step),
        "key": walk.signed_key,
        "desk": walk.desk,
        "listed": shown.listed,
        "groups": groups_of(walk, language()) if step is Step.WHAT else [],
        "ground": reverse("public:map-ground", args=[walk.slug]),
        **more,
        **ways(walk.slug),
    }
    if step is Step.SAME:
        context["several"] = [(one, TOPS[one.top]) for one in _said_here(walk)]
    if step is Step.PREVIEW:
        context["lines"] = preview.lines_of(walk, language())
        context["marks"] = preview.marks_of(walk)
        context["uncertain"] = uncertain([walk.said("text"), walk.said("where_words")])
    status = HTTPStatus.UNPROCESSABLE_ENTITY if shown.errors else HTTPStatus.OK
    template = f"public/reporting/steps/{step.value}.html"
    return _private(render(request, template, context, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way, and still there with the browser's own back button."""
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
