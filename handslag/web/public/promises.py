"""A set of promises and one promise: what was promised, and what became of it."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises.published import (
    Moved,
    PromiseStanding,
    PublishedGround,
    PublishedPromise,
    SetPage,
    published_file,
    version_page,
)
from handslag.domain.promises.published import publications as published_publications
from handslag.domain.promises.published import set_page as published_set
from handslag.web.answers import how_it_stands
from handslag.web.public import chain, facts, promise_facts, rows, timeline
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.files import a_file
from handslag.web.public.helped import Helped, helped
from handslag.web.public.missing import no_promise, no_set
from handslag.web.public.notes import notes_of
from handslag.web.public.sites import site_map
from handslag.web.public.spoken import (
    Spoken,
    answer_html,
    language,
    period_words,
)
from handslag.web.public.versions import compared, side_by_side
from handslag.web.public.voices.behind import occasions_of
from handslag.web.requests import SiteRequest

NOINDEX = "noindex"


def _address(where: Moved) -> str:
    return reverse("public:set", args=[where.municipality, where.period])


def _found(request: SiteRequest, municipality: str, period: str) -> SetPage | Moved | None:
    return published_set(municipality, period, today=request.today, language=language())


def _moved(where: Moved, rest: str = "") -> HttpResponse:
    return HttpResponsePermanentRedirect(f"{_address(where)}{rest}")


def _shown(
    request: SiteRequest,
    template: str,
    page: SetPage,
    context: dict[str, object],
    *,
    rest: str = "",
) -> HttpResponse:
    """A page about the set: with its notes, its address that counts, and for whom."""
    spoken = Spoken(page.texts)
    response = render(
        request,
        f"public/promises/{template}.html",
        {
            "page": page,
            "base": reverse("public:set", args=[page.municipality, page.period]),
            "up": reverse("public:municipality", args=[page.municipality]),
            "archive": reverse("public:archive", args=[page.municipality]),
            "canonical": f"{settings.PUBLIC_ADDRESS}{_address(page.canonical)}{rest}",
            "feed": reverse("public:feed", args=[page.municipality]),
            "name": facts.name_of(page),
            "short_name": facts.short_name_of(page.wording),
            "indexed": page.may_be_indexed,
            "notes": notes_of(
                page.wording,
                municipality=page.municipality,
                period=page.period,
                is_taken_over=page.is_taken_over,
                is_withdrawn=page.is_withdrawn,
                translated=spoken.translated,
            ),
            **context,
        },
    )
    if not page.may_be_indexed:
        response["X-Robots-Tag"] = NOINDEX
    return response


@require_safe
@cached(of_municipality)
def set_page(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    """All promises of a set, target against outcome, and how they came about."""
    page = _found(request, municipality, period)
    if page is None:
        return no_set(request, municipality, period)
    if isinstance(page, Moved):
        return _moved(page)
    spoken, base = Spoken(page.texts), _address(Moved(municipality, period))
    listed = rows.rows_of(page.wording, page.standing, spoken, base)
    period_said, starts = period_words(page.wording.period), page.wording.period.starts
    answer = how_it_stands(page.tally, period_said, starts=starts)
    names = chain.sources() if page.wording.grounds else {}
    return _shown(
        request,
        "set",
        page,
        {
            "answer": answer_html(answer),
            "description": answer.text,
            "stamp": timeline.stamp(page),
            "parts": rows.parts_of(listed),
            "table": rows.table_of(page.standing, spoken, base),
            "lead": spoken.words(page.wording.lead),
            "purpose": spoken.words(page.wording.purpose),
            "stated_follow_up": spoken.words(page.wording.follow_up_stated),
            "chain": chain.links_of_set(page.wording.grounds, spoken, names),
            "plan": timeline.plan_of(page, spoken, today=request.today),
            "follow_ups": facts.follow_ups_of(page),
            "lineage": facts.lineage_of(page, spoken, base),
            "signatures": timeline.signatures(page.approvals),
            "facts": facts.facts_of(page, spoken),
            "contacts": facts.contacts_of(page),
            "events": timeline.events_of_set(page, spoken, base),
            "gaps": facts.gaps_of(page),
            "files": [
                (file, spoken.words(file.title)) for file in page.wording.attachments
            ],
        },
    )


@require_safe
@cached(of_municipality)
def promise_page(
    request: SiteRequest, municipality: str, period: str, nr: int
) -> HttpResponse:
    """One promise: why, who, where, when, what is done and what became of it."""
    page = _found(request, municipality, period)
    if page is None:
        return no_set(request, municipality, period)
    if isinstance(page, Moved):
        return _moved(page, f"{nr}/")
    standing = page.promise(nr)
    if standing is None:
        return no_promise(request, page)
    context = _of_promise(standing, page, today=request.today)
    return _shown(request, "promise", page, context, rest=f"{nr}/")


def _of_promise(
    standing: PromiseStanding, page: SetPage, *, today: date
) -> dict[str, object]:
    """What the page of a promise shows beside what all pages of the set show."""
    promise, spoken = standing.promise, Spoken(page.texts)
    base = _address(Moved(page.municipality, page.period))
    grounds = tuple(dict.fromkeys((*promise.grounds, *page.wording.grounds)))
    answered = helped(promise, today=today)
    return {
        "promise": promise,
        "title": spoken.title(promise),
        "plain_title": spoken.plain(promise.title),
        "text": spoken.words(promise.text) if promise.heading else "",
        "answer": promise_facts.promise_answer(
            standing, spoken, starts=page.wording.period.starts
        ),
        "decided": timeline.decided(page, spoken),
        "chain": _chain_of(promise, page, spoken, grounds, answered),
        "said_at": occasions_of(one.id for one in grounds),
        "has_reasons": bool(
            grounds or promise.purpose or promise.chain or page.wording.missing_links
        ),
        "responsible": promise_facts.responsible_of(promise),
        "counted": rows.counted(standing, spoken),
        "targets": promise_facts.targets_of(standing, spoken),
        "claims": promise_facts.claims_of(standing),
        "told": promise_facts.told_of(standing),
        "helped": answered,
        "activities": promise_facts.activities_of(promise, spoken),
        "events": timeline.events_of_promise(standing, page, spoken, base),
        "kin": promise_facts.kin_of(promise, page, spoken),
        "place": spoken.words(promise.place),
        "map": site_map(promise.site, page.wording.areas or [page.wording.home]),
        "when": promise_facts.when_of(promise, page, spoken),
        "condition": promise_facts.condition_of(promise, spoken),
        "next": promise_facts.next_follow_up(page, spoken, today=today),
        "contacts": facts.contacts_of(page),
    }


def _chain_of(
    promise: PublishedPromise,
    page: SetPage,
    spoken: Spoken,
    grounds: Sequence[PublishedGround],
    answered: Helped | None,
) -> list[chain.Link]:
    """From what was said to the goal, and what is missing on the way."""
    names = chain.sources() if grounds else {}
    links = chain.links_of_promise(promise, spoken, grounds, names, page.municipality)
    come = {Break.PROMISE_WITHOUT_EFFECT} if answered and answered.is_planned else set()
    return [*links, *chain.links_lacking(promise, page.wording, but=come)]


@require_safe
@cached(of_municipality)
def version(
    request: SiteRequest, municipality: str, period: str, number: int
) -> HttpResponse:
    """One version of the words, with what was changed since the one before."""
    page = _found(request, municipality, period)
    if isinstance(page, Moved):
        return _moved(page, f"version/{number}/")
    found = version_page(municipality, period, number)
    if page is None or found is None:
        return no_set(request, municipality, period)
    response = _shown(
        request,
        "version",
        page,
        {
            "found": found,
            "changes": compared(found),
            "signatures": timeline.signatures(found.version.approvals),
            "indexed": False,
        },
    )
    response["X-Robots-Tag"] = NOINDEX
    return response


@require_safe
@cached(of_municipality)
def publications(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    """The same promises as two pages have published them, side by side."""
    page = _found(request, municipality, period)
    if isinstance(page, Moved):
        return _moved(page, "publiceringar/")
    if page is None or not page.has_other_wordings:
        return no_set(request, municipality, period)
    others = [
        side_by_side(one, page) for one in published_publications(municipality, period)
    ]
    return _shown(request, "publications", page, {"others": others}, rest="publiceringar/")


@require_safe
def file(request: SiteRequest, municipality: str, period: str, sha256: str) -> HttpResponse:
    """A file that belongs to the approved text, such as the signed original."""
    found = published_file(municipality, period, sha256)
    if found is None:
        return no_set(request, municipality, period)
    name = f"{municipality}-{period}-{sha256[:8]}{found.suffix}"
    return a_file(found, name, mark=sha256, indexed=found.may_be_indexed)
