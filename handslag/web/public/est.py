"""Summaries of EST pictures: what the group wrote for everyone, span by span.

The numbers beside the words are those that the public map has released, added up: there
is nothing here that the map does not say.
"""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.core.periods import stockholm_day
from handslag.domain.incidents.rules import release as rules
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.weeks.published import (
    PublicMonth,
    PublicSummary,
    summaries,
    summary,
)
from handslag.domain.weeks.rules.spans import span_at
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_municipality, no_picture
from handslag.web.public.notes import Note
from handslag.web.public.spoken import language
from handslag.web.requests import SiteRequest
from handslag.web.ui.numbers import number
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.est import month_name, span_name


@require_safe
@cached(of_municipality)
def listing(request: SiteRequest, municipality: str) -> HttpResponse:
    """Every summary that is public, the latest first."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(
            reverse("public:est-pictures", args=[found.to])
        )
    rows = summaries(municipality)
    if not rows:
        return no_picture(request, found)
    things = [
        {
            "href": reverse("public:est-picture", args=[found.slug, one.span.address]),
            "text": _capital(span_name(one.span)),
            "hint": _("frozen %(day)s")
            % {"day": swedish_date(stockholm_day(one.frozen_at))},
        }
        for one in rows
    ]
    example = any(one.is_example for one in rows)
    answer = _("The latest is of %(span)s.") % {"span": span_name(rows[0].span)}
    context = {"things": things, "answer": answer, "notes": _notes(is_example=example)}
    return _shown(request, "listing", found, context, indexed=not example)


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str, span: str) -> HttpResponse:
    """One summary, and what the public map released of the same months."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(
            reverse("public:est-picture", args=[found.to, span])
        )
    over = span_at(span)
    shown = summary(municipality, over) if over else None
    if shown is None:
        return no_picture(request, found)
    facts = {"number": shown.number, "day": swedish_date(stockholm_day(shown.frozen_at))}
    context = {
        "shown": shown,
        "name": span_name(shown.span),
        "answer": released(shown),
        "stamp": _("Version %(number)s, frozen %(day)s.") % facts,
        "notes": _notes(is_example=shown.is_example),
        "rows": [_row(one) for one in shown.months],
        "columns": [
            {"text": _("Month")},
            {"text": _("Reports on the map"), "num": True},
            {"text": _("Squares"), "num": True},
        ],
        "rules": rules,
        "list": reverse("public:est-pictures", args=[found.slug]),
        "map": reverse("public:map", args=[found.slug]),
        "description": shown.words[:160],
    }
    return _shown(request, "page", found, context, indexed=not shown.is_example)


def released(shown: PublicSummary) -> str:
    """What the public map said when the months were over; of a week it says nothing."""
    if not shown.months:
        return _(
            "A week has no numbers here: so few that they could point at somebody. Read"
            " what the group wrote."
        )
    if shown.n is None:
        return _("The public map has not been made for all of these months.")
    squares = sum(one.squares for one in shown.months)
    if not squares:
        return _("Nothing was enough to be shown on the map without pointing at anyone.")
    said = ngettext(
        "The public map showed %(n)s report of trouble outdoors.",
        "The public map showed %(n)s reports of trouble outdoors.",
        shown.n,
    )
    return said % {"n": number(shown.n)}


def _row(one: PublicMonth) -> list[object]:
    """Not released, too few to be shown and a number are three different things."""
    name = f"{month_name(one.month)} {one.month.year}"
    if one.n is None:
        return [_capital(name), _("not made"), "–"]
    if not one.squares:
        return [_capital(name), _("too few to show"), "–"]
    return [_capital(name), number(one.n), number(one.squares)]


def _notes(*, is_example: bool) -> list[Note]:
    found = []
    if is_example:
        found.append(
            Note(
                head=_("Example."),
                text=_("Made up for the demonstration. Nothing here has happened."),
            )
        )
    if language() != "sv":
        found.append(Note(text=_("The group has written this in Swedish."), is_quiet=True))
    return found


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _shown(
    request: SiteRequest,
    template: str,
    found: Municipality,
    context: Mapping[str, object],
    *,
    indexed: bool,
) -> HttpResponse:
    response = render(
        request,
        f"public/est/{template}.html",
        {
            "municipality": found,
            "up": reverse("public:municipality", args=[found.slug]),
            "picture": reverse("public:picture", args=[found.slug]),
            "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
            "indexed": indexed,
            "description": context.get("answer", ""),
            **context,
        },
    )
    if not indexed:
        response["X-Robots-Tag"] = "noindex"
    return response
