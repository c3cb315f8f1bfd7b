"""What Handslag is, how accessible it is, what it stores, its log and its open data."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from handslag.core.audit.queries import day_heads, latest_head
from handslag.domain.agreements import published as agreements
from handslag.domain.promises.published import places
from handslag.web.public.cached import cached, of_the_country
from handslag.web.requests import SiteRequest


@require_safe
@cached(of_the_country)
def about(request: SiteRequest) -> HttpResponse:
    """What a citizen promise is, and how to read the pages."""
    return render(request, "public/site/about.html")


# Where machines fetch what is public.
ADDRESSES = (
    ("/api/v1/municipalities", gettext_lazy("Municipalities")),
    ("/api/v1/sets", gettext_lazy("Promise sets")),
    ("/api/v1/promises", gettext_lazy("Promises, with the filters of the promise bank")),
    ("/api/v1/promises.csv", gettext_lazy("Promises as a file (CSV)")),
    ("/api/v1/indicators", gettext_lazy("Figures that municipalities show to everyone")),
    ("/api/v1/openapi.json", gettext_lazy("What each field means (OpenAPI)")),
)


@require_safe
@cached(of_the_country)
def for_machines(request: SiteRequest) -> HttpResponse:
    """What can be fetched as open data, where, and on which terms."""
    rows = [(text, path, f"{settings.PUBLIC_ADDRESS}{path}") for path, text in ADDRESSES]
    return render(request, "public/site/open_data.html", {"addresses": rows})


@require_safe
@cached(of_the_country)
def accessibility(request: SiteRequest) -> HttpResponse:
    """What has been tried, and what has not."""
    return render(request, "public/site/accessibility.html")


@require_safe
@cached(of_the_country)
def privacy(request: SiteRequest) -> HttpResponse:
    """What is stored about people, why, for how long, and who sees it."""
    return render(request, "public/site/privacy.html")


@require_safe
def log(request: SiteRequest) -> HttpResponse:
    """The heads of the sealed log, so that anyone can keep a copy and compare."""
    return render(
        request, "public/site/log.html", {"heads": day_heads(), "latest": latest_head()}
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read."""
    lines = [
        "User-agent: *",
        "Disallow: /arbete/",
        "Disallow: /godkann/",
        "Disallow: /en/godkann/",
        f"Sitemap: {settings.PUBLIC_ADDRESS}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cached(of_the_country)
def sitemap(request: SiteRequest) -> HttpResponse:
    """The pages that search engines may keep: those whose words are the parties' own."""
    pages = ["", "kommuner/", "loftesbanken/", "om/", "ordlista/", "oppna-data/"]
    pages += ["tillganglighet/", "personuppgifter/", "handelselogg/", *places.indexable()]
    pages += agreements.indexable()
    return render(
        request,
        "public/site/sitemap.xml",
        {"pages": pages, "address": settings.PUBLIC_ADDRESS},
        content_type="application/xml; charset=utf-8",
    )
