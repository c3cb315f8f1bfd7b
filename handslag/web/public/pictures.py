"""The municipality's situational picture: what is known, how sure, and what changed."""

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.periods import stockholm_day
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.picture.published import PicturePage, compared_page, picture_page
from handslag.domain.weeks.published import has_summaries
from handslag.web.pictures import PictureWords, changes_answer, told
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_municipality, no_picture
from handslag.web.public.notes import Note
from handslag.web.public.spoken import language, period_words
from handslag.web.public.voices.behind import occasions_of
from handslag.web.requests import SiteRequest
from handslag.web.ui.templatetags.ui import swedish_date


@require_safe
@cached(of_municipality)
def page(
    request: SiteRequest, municipality: str, number: int | None = None
) -> HttpResponse:
    """What is known of crime here: the latest picture, or the one with this number."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return _moved(found, "public:picture")
    shown = picture_page(municipality, number)
    if shown is None:
        return no_picture(request, found)
    words = PictureWords(shown.picture)
    context = {
        "page": shown,
        "shown": words,
        "answer": words.answer,
        "description": words.answer,
        "stamp": _stamp(shown, request),
        "notes": _notes(shown),
        "since": changes_answer(shown.since) if shown.since else "",
        "told": told(shown.since) if shown.since else None,
        "earlier": _earlier(shown, municipality),
        "said_at": occasions_of(one.id for one in shown.picture.findings),
        "seen": (
            reverse("public:est-pictures", args=[found.slug])
            if has_summaries(found.slug)
            else ""
        ),
    }
    indexed = shown.is_latest and not shown.picture.is_example
    return _shown(request, "page", found, context, indexed=indexed)


@require_safe
@cached(of_municipality)
def compare(
    request: SiteRequest, municipality: str, number: int, other: int
) -> HttpResponse:
    """Two versions, the earlier first, and all that differs."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return _moved(found, "public:picture")
    both = compared_page(municipality, number, other)
    if both is None:
        return no_picture(request, found)
    context = {
        "both": both,
        "told": told(both.changes),
        "notes": [_example()] if both.after.is_example else [],
    }
    return _shown(request, "compare", found, context, indexed=False)


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
        f"public/picture/{template}.html",
        {
            "municipality": found,
            "up": reverse("public:municipality", args=[found.slug]),
            "base": reverse("public:picture", args=[found.slug]),
            "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
            "indexed": indexed,
            **context,
        },
    )
    if not indexed:
        response["X-Robots-Tag"] = "noindex"
    return response


def _moved(where: Moved, name: str) -> HttpResponse:
    return HttpResponsePermanentRedirect(reverse(name, args=[where.to]))


def _stamp(shown: PicturePage, request: SiteRequest) -> str:
    """ "Lägesbild för 2025. Version 2, fryst 12 februari 2026. Förnyas senast …" """
    facts = {
        "period": period_words(shown.picture.period),
        "number": shown.version.number,
        "day": swedish_date(stockholm_day(shown.version.frozen_at)),
        "due": swedish_date(shown.due_on),
    }
    said = _("The picture speaks of %(period)s. Version %(number)s, settled %(day)s.")
    if not shown.is_latest:
        return said % facts
    late = shown.due_on < request.today
    due = (
        _("By law it should have been renewed by %(due)s.")
        if late
        else _("By law it is renewed by %(due)s.")
    )
    return f"{said % facts} {due % facts}"


def _notes(shown: PicturePage) -> list[Note]:
    """What the page must say of itself before anything else."""
    found = []
    if shown.picture.is_example:
        found.append(_example())
    if not shown.is_latest:
        found.append(
            Note(
                text=_("This is an earlier version. Version %(number)s holds now.")
                % {"number": shown.versions[0].number},
            )
        )
    if language() != "sv":
        found.append(
            Note(
                text=_("The municipality and the police have written this in Swedish."),
                is_quiet=True,
            )
        )
    return found


def _example() -> Note:
    return Note(
        head=_("Example."),
        text=_("The problems and the figures are made up, to show how the page works."),
    )


def _earlier(shown: PicturePage, municipality: str) -> list[tuple[str, str, str]]:
    """The other versions: where each is, its number and day, and where it is compared."""
    return [
        (
            reverse("public:picture-version", args=[municipality, one.number]),
            _("Version %(number)s, %(day)s")
            % {"number": one.number, "day": swedish_date(stockholm_day(one.frozen_at))},
            reverse(
                "public:compare-pictures",
                args=[municipality, *sorted((one.number, shown.version.number))],
            ),
        )
        for one in shown.versions
        if one != shown.version
    ]
