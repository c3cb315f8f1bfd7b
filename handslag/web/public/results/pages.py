"""The results of a survey, as a page and as a file."""

import csv
import io
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.surveys.figures import Grouped, Line, Part
from handslag.domain.surveys.published.results import (
    PublishedResults,
    ResultsTakenBack,
    results_at,
)
from handslag.domain.surveys.rules import Question, said
from handslag.web.counted import in_public
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_municipality, not_here
from handslag.web.public.spoken import swedish
from handslag.web.requests import SiteRequest
from handslag.web.ui.templatetags.ui import swedish_date

GONE = 410
HEAD = (
    "fraga",
    "rad",
    "indelning",
    "grupp",
    "svar",
    "tillstand",
    "varde",
    "fran",
    "till",
    "antal_svar",
    "pahittat",
)
# What each column of the file holds, under the figures.
CODEBOOK = (
    ("fraga", "frågans ord"),
    ("rad", "raden, när frågan har flera"),
    ("indelning", "alla, sex (kön), age (ålder) eller area (område)"),
    ("svar", "svarsalternativet; medel för ett tal"),
    ("tillstand", "visas; dold (för få svar, inte noll); ingen (ingen i gruppen svarade)"),
    ("varde", "andel mellan 0 och 1, eller medelvärde; tomt när det inte visas"),
    ("fran, till", "osäkerhetsintervall 95 procent; tomt när det inte var ett urval"),
    ("antal_svar", "antal som svarade i gruppen"),
)


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """Each question with its table, and how it was counted."""
    found = published_municipality(municipality)
    if isinstance(found, Moved):
        address = reverse("public:survey-results", args=[found.to, slug])
        return HttpResponsePermanentRedirect(address)
    if found is None:
        return no_municipality(request)
    results = results_at(municipality, slug)
    if not isinstance(results, PublishedResults):
        return _nothing(request, found, results)
    address = reverse("public:survey-results", args=[found.slug, slug])
    context = {
        "municipality": found,
        "title": swedish(results.title),
        "results": results,
        "read": in_public(results.released),
        "up": reverse("public:municipality", args=[found.slug]),
        "all": reverse("public:you-said", args=[found.slug]),
        "occasion": reverse("public:what-you-said", args=[found.slug, slug]),
        "file": reverse("public:survey-results-file", args=[found.slug, slug]),
        "is_example": results.is_example,
        "indexed": not results.is_example,
        "canonical": f"{settings.PUBLIC_ADDRESS}{address}",
    }
    response = render(request, "public/results/results.html", context)
    return _marked(response, results)


@require_safe
@cached(of_municipality)
def as_csv(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """Every figure on a line of its own, with what the columns hold below."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    results = results_at(municipality, slug)
    if not isinstance(results, PublishedResults):
        return _nothing(request, found, results)
    text = io.StringIO()
    text.write(MARK)
    lines = csv.writer(text, delimiter=SEPARATOR)
    lines.writerow(HEAD)
    lines.writerows([_harmless(cell) for cell in line] for line in _lines(results))
    lines.writerow([])
    lines.writerows(CODEBOOK)
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="resultat-{slug}.csv"'
    return _marked(answer, results)


def _harmless(cell: object) -> object:
    """What the makers of the survey wrote is no formula; numbers are as they are."""
    return harmless(cell) if isinstance(cell, str) else cell


def _lines(results: PublishedResults) -> Iterator[list[object]]:
    released = results.released
    made_up = "ja" if results.is_example else "nej"
    for part in released.figures.parts:
        question = released.asked.question(part.question)
        if question is None:
            continue
        for line in _of_part(question, part, released.figures.groupings):
            yield [*line, made_up]


def _of_part(
    question: Question, part: Part, groupings: tuple[Grouped, ...]
) -> Iterator[list[object]]:
    rows = {one.key: said(one.words, "sv") for one in question.rows}
    start = [said(question.words, "sv"), rows.get(part.row, "")]
    yield from _of_line([*start, "alla", ""], question, part, part.whole)
    for grouped in groupings:
        lines = part.by.get(grouped.what) or [None] * len(grouped.groups)
        for group, line in zip(grouped.groups, lines, strict=True):
            name = said(group.words, "sv")
            yield from _of_line([*start, grouped.what, name], question, part, line)


def _of_line(
    start: list[object], question: Question, part: Part, line: Line | None
) -> Iterator[list[object]]:
    names = {one.key: said(one.words, "sv") for one in question.options}
    for at, key in enumerate(part.answers):
        head = [*start, names.get(key, "medel")]
        value = line.values[at] if line else None
        if line is None or value is None or value != value:  # noqa: PLR0124 - no number
            yield [*head, "dold", "", "", "", line.n if line else ""]
            continue
        bounds = [line.lower[at], line.upper[at]] if line.lower else ["", ""]
        yield [*head, "visas", value, *bounds, line.n]


def _nothing(
    request: SiteRequest, found: Municipality, gone: ResultsTakenBack | None
) -> HttpResponse:
    """No results at this address; or there were, and they were taken back."""
    advice = _("What people have said in %(place)s, and what became of it, is here.")
    if gone:
        advice = _("The results were taken back on %(day)s. The reason: %(why)s")
    response = not_here(
        request,
        what=_("The results have been taken back")
        if gone
        else _("There are no results at this address"),
        advice=advice
        % {
            "place": found.short_name,
            "day": swedish_date(gone.on) if gone else "",
            "why": gone.why if gone else "",
        },
        href=reverse("public:you-said", args=[found.slug]),
        link=_("You said, we did, it became"),
    )
    if gone:
        response.status_code = GONE
    return response


def _marked(response: HttpResponse, results: PublishedResults) -> HttpResponse:
    if results.is_example:
        response["X-Robots-Tag"] = "noindex"
    return response
