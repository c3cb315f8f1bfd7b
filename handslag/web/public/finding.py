"""One public finding: what a promise, a picture or a plan rests on, whole."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.evidence import published
from handslag.domain.evidence.published import PublishedFinding
from handslag.domain.evidence.rules import VOICES, Confidence
from handslag.web.public.cached import cached, of_the_country
from handslag.web.public.chain import sources
from handslag.web.public.missing import no_finding
from handslag.web.requests import SiteRequest
from handslag.web.ui.tables import columns_and_rows, counted
from handslag.web.words.evidence import CONFIDENCES
from handslag.web.words.text import Text


@require_safe
@cached(of_the_country)
def page(request: SiteRequest, key: UUID) -> HttpResponse:
    """What it says, how it was found out, and what those who spoke were told."""
    found = published.finding(key)
    if found is None:
        return no_finding(request)
    table = found.table
    context = {
        "finding": found,
        "source": sources().get(found.source, found.source),
        "facts": _facts(found),
        "is_voice": found.source in VOICES,
        "table": columns_and_rows(table.header, table.rows) if table else None,
    }
    return render(request, "public/site/finding.html", context)


@require_safe
def picture(request: SiteRequest, key: UUID, sha256: str) -> HttpResponse:
    """A picture of a public finding, drawn anew when it was taken in."""
    found = published.picture(key, sha256)
    if found is None:
        return no_finding(request)
    response = HttpResponse(found.content, content_type=found.media_type)
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "public, max-age=3600"
    return response


def _facts(found: PublishedFinding) -> list[tuple[str, Text, bool]]:
    """What is known of it: name, words, and whether the words are somebody's Swedish."""
    facts: list[tuple[str, Text, bool]] = [
        (_("When?"), found.period, True),
        (_("Where?"), found.place, True),
        (_("Named place"), found.named_place, True),
        (_("How was it found out?"), found.method, True),
        (
            _("How many answered, took part or were counted?"),
            "" if found.n is None else counted(found.n),
            False,
        ),
        (
            _("How sure is it?"),
            CONFIDENCES[Confidence(found.confidence)] if found.confidence else "",
            False,
        ),
        (_("What does it not say?"), found.limits, True),
        (_("Whose finding is it?"), found.home, True),
    ]
    return [fact for fact in facts if fact[1]]
