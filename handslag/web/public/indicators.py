"""What a municipality shows everyone of its figures: how it stands, and where it goes."""

from collections.abc import Iterable
from itertools import groupby
from uuid import UUID

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.series.published import (
    Followed,
    PublicIndicator,
    indicator_at,
    indicators_at,
)
from handslag.web.following import files, said
from handslag.web.following.drawn import spark_of
from handslag.web.following.shown import facts_of, shown_of
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_indicator, no_municipality
from handslag.web.public.notes import Note
from handslag.web.public.spoken import language
from handslag.web.requests import SiteRequest
from handslag.web.ui.numbers import number
from handslag.web.words.series import ARROWS, DIRECTIONS, THEMES

ANYWHERE = "*"


@require_safe
@cached(of_municipality)
def listing(request: SiteRequest, municipality: str) -> HttpResponse:
    """All that is shown, theme by theme."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(reverse("public:indicators", args=[found.to]))
    every = [one.followed for one in indicators_at(municipality)]
    if not every:
        return no_indicator(request, found)
    answer = ngettext(
        "%(n)s figure is followed for everyone to see.",
        "%(n)s figures are followed for everyone to see.",
        len(every),
    )
    context: dict[str, object] = {
        "answer": answer % {"n": number(len(every))},
        "themes": [
            (THEMES[theme], [_row(one, found) for one in some])
            for theme, some in groupby(every, key=lambda one: one.theme)
        ],
        "notes": _notes(every),
    }
    is_example = all(one.is_example for one in every)
    return _shown(request, "listing", found, context, indexed=not is_example)


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str, key: UUID) -> HttpResponse:
    """One figure: how it stands, where it is to be, which way is good and why."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(
            reverse("public:indicator", args=[found.to, key])
        )
    shown = indicator_at(municipality, key)
    if shown is None:
        return no_indicator(request, found)
    one = shown.followed
    context = {
        **shown_of(one),
        "facts": facts_of(one),
        "standing": said.standing_said(one, today=request.today),
        "way": DIRECTIONS[one.direction],
        "arrow": ARROWS[one.direction],
        "rounded": said.rounded_said(one),
        "notes": _notes([one]),
        "list": reverse("public:indicators", args=[found.slug]),
        "here": reverse("public:indicator", args=[found.slug, key]),
        "paired": _paired(one, found),
        "frame": _frame(one, found),
        "description": said.last_said(one),
    }
    return _shown(request, "page", found, context, indexed=not one.is_example)


@require_safe
@cached(of_municipality)
def file(request: SiteRequest, municipality: str, key: UUID, kind: str) -> HttpResponse:
    """All periods as a file, each with its state in a column of its own."""
    shown = _there(municipality, key)
    if shown is None:
        return no_municipality(request)
    response = files.as_file(shown.followed, kind)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@csp_replace({"frame-ancestors": [ANYWHERE]})
@cached(of_municipality)
def embedded(request: SiteRequest, municipality: str, key: UUID) -> HttpResponse:
    """The chart with its sentence and source alone, for a frame on another site."""
    shown = _there(municipality, key)
    if shown is None:
        return no_municipality(request)
    one, place = shown.followed, [shown.slug, key]
    context = {
        **shown_of(one),
        "rounded": said.rounded_said(one),
        "here": f"{settings.PUBLIC_ADDRESS}{reverse('public:indicator', args=place)}",
    }
    response = render(request, "public/indicators/embedded.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _there(municipality: str, key: UUID) -> PublicIndicator | None:
    """The indicator, also under an earlier name of the municipality."""
    found = published_municipality(municipality)
    if found is None:
        return None
    slug = found.to if isinstance(found, Moved) else found.slug
    return indicator_at(slug, key)


def _row(one: Followed, found: Municipality) -> dict[str, object]:
    hint = f"{said.last_said(one)} · {ARROWS[one.direction]} {DIRECTIONS[one.direction]}"
    href = reverse("public:indicator", args=[found.slug, one.key])
    return {"href": href, "text": one.name, "hint": hint, "drawing": spark_of(one)}


def _paired(one: Followed, found: Municipality) -> dict[str, str]:
    if one.paired is None:
        return {}
    href = reverse("public:indicator", args=[found.slug, one.paired.key])
    return {"href": href, "name": one.paired.name}


def _frame(one: Followed, found: Municipality) -> str:
    """What whoever wants the chart on another site copies."""
    path = reverse("public:indicator-embedded", args=[found.slug, one.key])
    address = f"{settings.PUBLIC_ADDRESS}{path}"
    title = one.name.replace('"', "")
    return f'<iframe src="{address}" title="{title}" width="100%" height="560"></iframe>'


def _notes(every: Iterable[Followed]) -> list[Note]:
    found = []
    if any(one.is_example for one in every):
        found.append(
            Note(
                head=_("Example."),
                text=_("Made up for the demonstration. Nothing here has happened."),
            )
        )
    if language() != "sv":
        text = _("The municipality has written this in Swedish.")
        found.append(Note(text=text, is_quiet=True))
    return found


def _shown(
    request: SiteRequest,
    template: str,
    found: Municipality,
    context: dict[str, object],
    *,
    indexed: bool,
) -> HttpResponse:
    response = render(
        request,
        f"public/indicators/{template}.html",
        {
            "municipality": found,
            "up": reverse("public:municipality", args=[found.slug]),
            "feed": reverse("public:feed", args=[found.slug]),
            "indexed": indexed,
            "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
            **context,
        },
    )
    if not indexed:
        response["X-Robots-Tag"] = "noindex"
    return response
