"""A municipality: how it stands with its promises, all of them, and how to follow it."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from handslag.domain.incidents.published.there import about_reports
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.promises.published import Sets, SetSummary, sets_of
from handslag.domain.promises.rules.verdicts import Tally, tally
from handslag.domain.promises.rules.words import Origin
from handslag.domain.year.published import what_is_there
from handslag.web.answers import Answer, how_it_stands, joined
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.facts import Contact, short_name_of
from handslag.web.public.missing import no_municipality
from handslag.web.public.notes import Note, notes_of
from handslag.web.public.rows import Row, rows_of
from handslag.web.public.spoken import Spoken, answer_html, period_words
from handslag.web.requests import SiteRequest
from handslag.web.ui.marks import HANDSHAKE
from handslag.web.ui.templatetags.ui import swedish_date


@dataclass(frozen=True, slots=True)
class Listed:
    """One set in a list: where it is, and how it went."""

    href: str
    name: str
    stands: str


@dataclass(frozen=True, slots=True)
class Current:
    """A set that holds now, with its promises."""

    href: str
    name: str
    answer: SafeString
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str) -> HttpResponse:
    """What has been promised here, and was it kept?"""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return _moved("public:municipality", found)
    sets = sets_of(municipality, today=request.today)
    shown = sets.current or sets.coming[:1] or sets.earlier[:1]
    answer = _answer(sets, shown)
    context = {
        "answer": answer_html(answer),
        "description": answer.text,
        "stamp": _stamp(shown),
        "notes": [],
        "shown": [_current(one, found, alone=len(shown) == 1) for one in shown],
        "coming": [_listed(one, found) for one in sets.coming if one not in shown],
        "earlier": [_listed(one, found) for one in sets.earlier if one not in shown],
        "contacts": _contacts(found),
        "is_empty": not sets.all,
        **_ways_on(found),
    }
    return _shown(request, "page", found, sets, context)


@require_safe
@cached(of_municipality)
def archive(request: SiteRequest, municipality: str) -> HttpResponse:
    """Every set the municipality has given, the latest first."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return _moved("public:archive", found)
    sets = sets_of(municipality, today=request.today)
    groups = [
        (_("Hold now"), sets.current),
        (_("Begin later"), sets.coming),
        (pgettext("label", "Earlier"), sets.earlier),
    ]
    context = {
        "groups": [
            (heading, [_listed(one, found) for one in members])
            for heading, members in groups
            if members
        ],
        "count": len(sets.all),
    }
    return _shown(request, "archive", found, sets, context)


@require_safe
@cached(of_municipality)
def follow(request: SiteRequest, municipality: str) -> HttpResponse:
    """The ways of being told what happens here."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return _moved("public:follow", found)
    sets = sets_of(municipality, today=request.today)
    feed = f"{settings.PUBLIC_ADDRESS}{reverse('public:feed', args=[found.slug])}"
    return _shown(request, "follow", found, sets, {"feed_address": feed})


def _ways_on(found: Municipality) -> dict[str, str]:
    """Where the other parts of the chain are read; nothing where there is none."""
    there, reports = what_is_there(found.slug), about_reports(found.slug)
    pages = {
        "picture": ("picture", there.picture),
        "plan": ("action-plans", there.plan),
        "agreements": ("agreements", there.agreement),
        "council": ("council", there.council),
        "report": ("report", reports.report),
        "map": ("map", reports.map),
        "outcomes": ("report-outcomes", reports.outcomes),
        "figures": ("indicators", there.figures),
        "seen": ("est-pictures", there.seen),
        "said": ("you-said", there.said),
        "take_part": ("take-part", there.said or reports.report),
    }
    return {
        part: reverse(f"public:{name}", args=[found.slug])
        for part, (name, is_there) in pages.items()
        if is_there
    }


def _moved(name: str, where: Moved) -> HttpResponse:
    return HttpResponsePermanentRedirect(reverse(name, args=[where.to]))


def _shown(
    request: SiteRequest,
    template: str,
    found: Municipality,
    sets: Sets,
    context: dict[str, object],
) -> HttpResponse:
    indexed = not sets.all or any(one.may_be_indexed for one in sets.all)
    response = render(
        request,
        f"public/municipality/{template}.html",
        {
            "municipality": found,
            "up": reverse("public:municipality", args=[found.slug]),
            "archive": reverse("public:archive", args=[found.slug]),
            "follow": reverse("public:follow", args=[found.slug]),
            "feed": reverse("public:feed", args=[found.slug]),
            "indexed": indexed,
            "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
            **context,
        },
    )
    if not indexed:
        response["X-Robots-Tag"] = "noindex"
    return response


def _answer(sets: Sets, shown: tuple[SetSummary, ...]) -> Answer:
    """One sentence on how it stands with what holds now, or last held."""
    if not shown:
        return Answer(
            _("No promises here yet."),
            (),
            _("When the municipality and the police give their first, it is shown here."),
        )
    periods = list(dict.fromkeys(period_words(one.wording.period) for one in shown))
    counted = _tally(shown)
    answer = how_it_stands(counted, joined([period for period in periods if period]))
    if sets.current:
        return answer
    first = (
        _("No promises hold just now. The next begin on %(day)s.")
        % {"day": swedish_date(sets.coming[0].starts)}
        if sets.coming
        else _("No promises hold just now, as far as we know. The latest:")
    )
    # The day is said already when all that is shown begins then.
    closing = answer.closing if answer.parts or not sets.coming else ""
    return Answer(f"{first} {answer.opening}", answer.parts, closing)


def _tally(sets: tuple[SetSummary, ...]) -> Tally:
    return tally(one.verdict for summary in sets for one in summary.standing.promises)


def _stamp(shown: tuple[SetSummary, ...]) -> str:
    changes = [one.last_change for one in shown]
    latest = max(changes, key=lambda change: change.at, default=None)
    if latest is None:
        return ""
    day = swedish_date(latest.at)
    ours = [one.wording.origin == Origin.DECIDED or one.is_taken_over for one in shown]
    if not any(ours):
        return _("Entered in Handslag on %(day)s.") % {"day": day}
    said = [
        _("Last changed on %(day)s by %(who)s.") % {"day": day, "who": latest.by}
        if latest.by
        else _("Last changed on %(day)s.") % {"day": day}
    ]
    due = min(
        (one.standing.next_due for one in shown if one.standing.next_due), default=None
    )
    if due is not None:
        said.append(_("Next follow-up: %(day)s.") % {"day": swedish_date(due)})
    return " ".join(said)


def _current(one: SetSummary, found: Municipality, *, alone: bool) -> Current:
    spoken, base = Spoken(), _address(one, found)
    listed = rows_of(one.wording, one.standing, spoken, base)
    period = period_words(one.wording.period)
    answer = how_it_stands(one.tally, period, starts=one.starts)
    return Current(
        href=base,
        name=short_name_of(one.wording),
        answer=SafeString("") if alone else answer_html(answer),
        rows=tuple(listed),
        notes=tuple(
            notes_of(
                one.wording,
                municipality=found.slug,
                period=one.period,
                is_taken_over=one.is_taken_over,
                is_withdrawn=one.is_withdrawn,
            )
        ),
    )


def _address(one: SetSummary, found: Municipality) -> str:
    return reverse("public:set", args=[found.slug, one.period])


def _listed(one: SetSummary, found: Municipality) -> Listed:
    return Listed(
        href=_address(one, found), name=short_name_of(one.wording), stands=_stands(one)
    )


def _stands(one: SetSummary) -> str:
    """ "Tre är hållna." and whether the words are somebody's summary."""
    if one.is_withdrawn:
        return _("Withdrawn.")
    if not one.wording.promises:
        return _("No promises are written out.")
    answer = how_it_stands(one.tally, "", starts=one.starts)
    said = answer.text.removeprefix(answer.opening).strip()
    summary = one.wording.origin == Origin.IMPORTED and not one.is_taken_over
    return f"{said} ({_('summary')})" if summary else said


def _contacts(found: Municipality) -> list[Contact]:
    """Whom to ask in the municipality and in its police."""
    asked = [("municipality", found.name, found.contact)]
    asked += [("police", one.name, one.contact) for one in found.police]
    return [
        Contact(
            mark=HANDSHAKE[side],
            organisation=name,
            function=contact.name,
            email=contact.email,
            phone=contact.phone,
        )
        for side, name, contact in asked
        if contact.email or contact.phone
    ]
