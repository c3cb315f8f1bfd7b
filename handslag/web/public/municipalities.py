"""Every municipality, by county, in a list and on a map that say the same."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.organisations.published import search_municipalities
from handslag.domain.promises.published import places
from handslag.domain.promises.published.places import PublishedCounty, PublishedPlace
from handslag.domain.promises.rules.bank import Presence
from handslag.web import targets
from handslag.web.answers import Answer
from handslag.web.public import wishes
from handslag.web.public.cached import cached, of_the_country
from handslag.web.public.home import drawn, hint, legend
from handslag.web.public.spoken import answer_html
from handslag.web.requests import SiteRequest

OURS = frozenset({Presence.PROMISES, Presence.LATE})


@dataclass(frozen=True, slots=True)
class Block:
    """A county, or what was found, with its municipalities."""

    code: str
    name: str
    rows: tuple[tuple[PublishedPlace, str], ...]  # with what there is to read of each


@require_safe
@cached(of_the_country, query=("q", "lan"))
def municipalities(request: SiteRequest) -> HttpResponse:
    """All municipalities, those of a county, or those that answer a search."""
    wish = wishes.read(request.GET)
    counties = places.counties(today=request.today)
    shown = [one for one in counties if wish.county in ("", one.code)]
    every = [place for county in shown for place in county.places]
    found = _found(wish.words, every) if wish.words else None
    said = answer(every)
    return render(
        request,
        "public/site/municipalities.html",
        {
            "wish": wish,
            "counties": counties,
            "county": shown[0] if wish.county and shown else None,
            "found": found,
            "blocks": tuple(_block(county) for county in shown),
            "said": answer_html(said),
            "description": said.text,
            "map": drawn(every, wish.county) if every else "",
            "legend": legend(),
        },
    )


def _found(words: str, every: list[PublishedPlace]) -> Block:
    by_slug = {place.slug: place for place in every}
    hits = search_municipalities(words, limit=20)
    rows = [by_slug[hit.slug] for hit in hits if hit.slug in by_slug]
    return Block("", "", tuple((place, hint(place)) for place in rows))


def _block(county: PublishedCounty) -> Block:
    rows = tuple((place, hint(place)) for place in county.places)
    return Block(county.code, county.name, rows)


def answer(shown: list[PublishedPlace]) -> Answer:
    """How many of them have promises here, and how many decided them here."""
    with_promises = [place for place in shown if place.promises]
    ours = sum(place.presence in OURS and not place.is_example for place in shown)
    opening = ngettext(
        "%(some)s of %(count)s municipality has promises here.",
        "%(some)s of %(count)s municipalities have promises here.",
        len(shown),
    ) % {"some": targets.said(len(with_promises)), "count": targets.said(len(shown))}
    closing = ngettext(
        "One has decided them in Handslag.",
        "%(count)s have decided them in Handslag.",
        ours,
    ) % {"count": targets.said(ours)}
    if not with_promises:
        return Answer(opening, ())
    retold = _("They are retold from public sources.")
    return Answer(opening, (), closing if ours else retold)
