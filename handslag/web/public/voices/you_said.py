"""You said, we did, it became: every occasion, and one of them."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from handslag.domain.dialogues.published import is_held_as_dialogue
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.surveys.published.awareness import awareness_of
from handslag.domain.surveys.published.results import results_of
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.domain.voices import published
from handslag.domain.voices.published import PublishedLine, PublishedOccasion, TakenBack
from handslag.domain.voices.rules import Phase, Way
from handslag.web.answers import capital, number
from handslag.web.dialogues_told import result_at
from handslag.web.knowing import known
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_municipality, not_here
from handslag.web.public.results.shown import results_shown
from handslag.web.public.spoken import language, swedish
from handslag.web.public.voices.led_to import led_to
from handslag.web.public.walks.told import told_at
from handslag.web.requests import SiteRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.text import Text
from handslag.web.words.voices import MEANT, WAYS, days

GONE = 410


@dataclass(frozen=True, slots=True)
class Shown:
    """One occasion as a line."""

    href: str
    title: SafeString
    hint: str
    stands: str
    is_answered: bool


@require_safe
@cached(of_municipality)
def listing(request: SiteRequest, municipality: str) -> HttpResponse:
    """Each time people were heard, and whether they had an answer."""
    found = published_municipality(municipality)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(reverse("public:you-said", args=[found.to]))
    if found is None:
        return no_municipality(request)
    lines, knowing = published.lines(found.slug), known(awareness_of(found.slug))
    results = results_shown(found.slug)
    context: dict[str, object] = {
        "answer": answer(lines),
        "lines": [_shown(one, found.slug) for one in lines],
        "take_part": reverse("public:take-part", args=[found.slug]),
        "known": knowing,
        "results": results,
    }
    if not lines and results:
        context["answer"] = _("You have answered a survey. Here is what it showed.")
    is_example = any(one.is_example for one in lines) or any(
        one.is_example for one in results
    )
    return _page(request, "listing", found, context, is_example=is_example)


def answer(lines: list[PublishedLine]) -> str:
    """ "Tre av fyra gånger ni sa något har ni fått svar." """
    heard = [one for one in lines if one.is_heard]
    if not heard:
        return (
            _("What you say now is answered here when all have had their say.")
            if lines
            else _("Nobody has been asked yet. What is asked is shown here, and answered.")
        )
    answered = sum(one.is_told for one in heard)
    if len(heard) == 1:
        return (
            _("You have been heard once, and have had an answer.")
            if answered
            else _("You have been heard once, and have had no answer yet.")
        )
    said = _("%(n)s of the %(all)s times you said something you have had an answer.")
    return capital(said % {"n": number(answered), "all": number(len(heard))})


def _shown(line: PublishedLine, municipality: str) -> Shown:
    return Shown(
        href=reverse("public:what-you-said", args=[municipality, line.slug]),
        title=swedish(line.title),
        hint=hint(line),
        stands=stands(line),
        is_answered=line.is_told,
    )


def hint(line: PublishedLine) -> str:
    """How, when, and how many took part."""
    parts = [str(WAYS[line.way]), days(line.starts, line.ends)]
    if line.people is not None:
        said = ngettext("%(n)s took part", "%(n)s took part", line.people)
        parts.append(said % {"n": number(line.people)})
    return " · ".join(parts)


def stands(line: PublishedLine) -> str:
    """Whether those who spoke have had an answer; silence is said as it is."""
    if line.is_told:
        return _("You have had an answer")
    if line.phase is Phase.CLOSED:
        return _("Closed without an answer")
    if line.phase is Phase.HEARD:
        return _("Not answered so far")
    return _("Goes on") if line.phase is Phase.OPEN else _("Comes later")


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str, slug: str) -> HttpResponse:
    """What was said, what it led to, and what became of it."""
    found = published_municipality(municipality)
    if isinstance(found, Moved):
        address = reverse("public:what-you-said", args=[found.to, slug])
        return HttpResponsePermanentRedirect(address)
    if found is None:
        return no_municipality(request)
    occasion = published.occasion_at(municipality, slug)
    if not isinstance(occasion, PublishedOccasion):
        return nothing_said(request, found, occasion)
    return _occasion(request, found, occasion)


def nothing_said(
    request: SiteRequest, found: Municipality, gone: TakenBack | None = None
) -> HttpResponse:
    """No page at this address; or there was one, and it was taken back."""
    response = not_here(
        request,
        what=_("The page has been taken back")
        if gone
        else _("There is nothing to read at this address"),
        advice=(
            _("%(place)s took it back on %(day)s. Here is what else you have said.")
            if gone
            else _("Here is what people have said in %(place)s, and what became of it.")
        )
        % {"place": found.short_name, "day": swedish_date(gone.on) if gone else ""},
        href=reverse("public:you-said", args=[found.slug]),
        link=_("You said, we did, it became"),
    )
    if gone:
        response.status_code = GONE
    return response


@require_safe
@never_cache
def preview(request: SiteRequest, municipality: str, token: str) -> HttpResponse:
    """The page as a stranger will read it, for an hour, before it is public."""
    found = published_municipality(municipality)
    occasion = published.preview(municipality, token)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    if occasion is None:
        return nothing_said(request, found)
    return _occasion(request, found, occasion, is_preview=True)


def _occasion(
    request: SiteRequest,
    found: Municipality,
    occasion: PublishedOccasion,
    *,
    is_preview: bool = False,
) -> HttpResponse:
    line = occasion.line
    address = reverse("public:what-you-said", args=[found.slug, line.slug])
    names = terms(Kind.THEME, language()) if occasion.themes else {}
    # A result is read as it was released, and not as it is counted since.
    is_dialogue = is_held_as_dialogue(found.slug, line.slug)
    if is_dialogue:
        occasion = replace(occasion, themes=(), places=(), quotes=(), has_hidden_sums=False)
    context = {
        "occasion": occasion,
        "line": line,
        "title": swedish(line.title),
        "answer": _answer(occasion),
        "hint": hint(line),
        "themes": [
            (names.get(one.about, one.about), one.voices) for one in occasion.themes
        ],
        "dialogue": result_at(found.slug, line.slug) if is_dialogue else None,
        "walk": told_at(found.slug, line.slug) if line.way is Way.WALK else None,
        "results": _results(found.slug, line),
        "chain": led_to(found.slug, occasion.evidence, today=request.today),
        "meant": _meant(occasion),
        "all": reverse("public:you-said", args=[found.slug]),
        "leave_address": ""
        if is_preview or not occasion.takes_addresses
        else reverse("public:leave-address", args=[found.slug, line.slug]),
        "is_preview": is_preview,
        "canonical": f"{settings.PUBLIC_ADDRESS}{address}",
    }
    hidden = line.is_example or is_preview
    return _page(
        request, "occasion", found, context, is_example=line.is_example, hidden=hidden
    )


def _answer(occasion: PublishedOccasion) -> str:
    """Whether there is an answer, in one sentence."""
    line = occasion.line
    if occasion.told:
        day = swedish_date(occasion.told[-1].told_on)
        return _("You were told on %(day)s what became of what you said.") % {"day": day}
    if line.phase is Phase.CLOSED:
        return _("It was closed without an answer. Why stands below.")
    if line.phase is Phase.HEARD:
        return _("You have said what you wanted to say. There is no answer yet.")
    return _("It goes on. What is said is answered here.")


def _results(municipality: str, line: PublishedLine) -> str:
    """Where the results of the survey are read, if it is one and they are public."""
    if line.way is not Way.SURVEY or results_of(municipality, line.slug) is None:
        return ""
    return reverse("public:survey-results", args=[municipality, line.slug])


def _meant(occasion: PublishedOccasion) -> list[tuple[Text, int]]:
    return [(MEANT[one], n) for one, n in occasion.meant]


def _page(
    request: SiteRequest,
    template: str,
    found: Municipality,
    context: dict[str, object],
    *,
    is_example: bool,
    hidden: bool = False,
) -> HttpResponse:
    """A page about what was said; what is made up is kept from search engines."""
    hidden = hidden or is_example
    response = render(
        request,
        f"public/voices/{template}.html",
        {
            "municipality": found,
            "up": reverse("public:municipality", args=[found.slug]),
            "indexed": not hidden,
            "is_example": is_example,
            **context,
        },
    )
    if hidden:
        response["X-Robots-Tag"] = "noindex"
    return response
