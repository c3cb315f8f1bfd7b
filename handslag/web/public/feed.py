"""Atom: what is new about the promises and agreements of a municipality."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.agreements.published import AgreementNews
from handslag.domain.agreements.published import news as published_agreements
from handslag.domain.organisations.published import Moved
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.promises.published import News
from handslag.domain.promises.published import news as published_news
from handslag.domain.promises.rules.words import AmendmentKind
from handslag.domain.weeks.published import PublicSummary, summaries
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.facts import short_name_of
from handslag.web.public.missing import no_municipality
from handslag.web.public.notes import summary_words
from handslag.web.requests import SiteRequest
from handslag.web.words.est import span_name

NEWEST = 50
ATOM = "application/atom+xml; charset=utf-8"


@require_safe
@cached(of_municipality)
def news(request: SiteRequest, municipality: str) -> HttpResponse:
    """The newest fifty: sets given and changed, things done, follow-ups."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(reverse("public:feed", args=[found.to]))
    site = settings.PUBLIC_ADDRESS
    rows = published_news(municipality)
    agreed = published_agreements(municipality)
    entries = [
        *(_entry(one, municipality) for one in rows),
        *(_agreement(one, municipality) for one in agreed),
        *(_seen(one, municipality) for one in summaries(municipality)),
    ]
    entries.sort(key=lambda entry: entry["at"], reverse=True)
    page = reverse("public:municipality", args=[municipality])
    response = render(
        request,
        "public/municipality/feed.xml",
        {
            "municipality": found,
            "entries": entries[:NEWEST],
            "updated": entries[0]["at"] if entries else request.now,
            "page": f"{site}{page}",
            "self": f"{site}{request.path}",
        },
        content_type=ATOM,
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def _agreement(one: AgreementNews, municipality: str) -> dict[str, Any]:
    words = {
        "settled": _("New agreement: %(name)s"),
        "ended": _("Agreement ended: %(name)s"),
        "follow_up": _("Agreement followed up: %(name)s"),
    }
    address = reverse("public:agreement", args=[municipality, one.period])
    example = _("Example, made up.") if one.is_example else ""
    return {
        "id": one.id,
        "title": words[one.kind] % {"name": one.name},
        "at": one.at,
        "href": f"{settings.PUBLIC_ADDRESS}{address}",
        "by": one.by,
        "text": " ".join(word for word in (example, one.text) if word),
    }


def _seen(one: PublicSummary, municipality: str) -> dict[str, Any]:
    """What the group that meets about reports has written for everyone."""
    address = reverse("public:est-picture", args=[municipality, one.span.address])
    example = _("Example, made up.") if one.is_example else ""
    return {
        "id": one.id,
        "title": _("What the group has seen: %(span)s") % {"span": span_name(one.span)},
        "at": one.published_at,
        "href": f"{settings.PUBLIC_ADDRESS}{address}",
        "by": "",
        "text": " ".join(word for word in (example, one.words) if word),
    }


def _entry(one: News, municipality: str) -> dict[str, Any]:
    address = reverse("public:set", args=[municipality, one.period])
    if one.nr is not None:
        address = f"{address}{one.nr}/"
    return {
        "id": one.id,
        "title": _title(one),
        "at": one.at,
        "href": f"{settings.PUBLIC_ADDRESS}{address}",
        "by": one.by,
        "text": " ".join(word for word in (_notes(one), one.text) if word),
    }


def _title(one: News) -> str:
    name = short_name_of(one.wording)
    if one.nr is not None:
        return _("Done for promise %(nr)s: %(title)s") % {
            "nr": one.nr,
            "title": next(p.title for p in one.wording.promises if p.nr == one.nr),
        }
    words = {
        "published": _("New: %(name)s"),
        "follow_up": _("Follow-up: %(name)s"),
        AmendmentKind.EXTENSION.value: _("Extended: %(name)s"),
        AmendmentKind.REVISION.value: _("Reworded: %(name)s"),
        AmendmentKind.WITHDRAWAL.value: _("Withdrawn: %(name)s"),
    }
    return words[one.kind] % {"name": name}


def _notes(one: News) -> str:
    """What must be said wherever it is shown."""
    said = []
    if one.wording.is_example:
        said.append(_("Example, made up."))
    if one.is_summary:
        source = one.wording.source
        said.append(summary_words(source.retrieved_on if source else None))
        said.append(source.url if source else "")
    return " ".join(word for word in said if word)
