"""A walk that has been walked, in words: what was seen, and what is answered."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.organisations.published import Moved
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.domain.walks.published import (
    FindingTold,
    Roles,
    StopTold,
    WalkTold,
    public_photo,
    walk_told_at,
)
from handslag.domain.walks.rules import Level, Tone
from handslag.web.answers import joined
from handslag.web.public.missing import no_municipality, not_here
from handslag.web.public.spoken import swedish
from handslag.web.requests import SiteRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import walks as words
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was looked at in a stop."""

    name: Text
    said: Text
    level: str
    step: Text  # since the walk before, or nothing


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop as it was judged."""

    number: int
    name: SafeString
    looked: list[Looked]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo, and what it shows."""

    source: str
    alt: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What was seen, with its answer."""

    number: int
    text: SafeString
    about: Text
    where: SafeString
    proposal: SafeString
    owner: str
    is_good: bool
    stands: Text  # the answer in words, or that there is none yet
    is_late: bool
    reason: SafeString
    when: str
    again: list[tuple[str, Text, SafeString]]
    photos: list[Photo]


@dataclass(frozen=True, slots=True)
class Told:
    """A walk as anyone reads it (public/walks/_told.html)."""

    answer: str
    hint: str
    people: list[str]
    stops: list[Stop]
    findings: list[Finding]
    before: str
    is_example: bool


def told_at(municipality: str, slug: str) -> Told | None:
    """The walk of an occasion that is public, ready for public/walks/_told.html."""
    walk = walk_told_at(municipality, slug)
    if walk is None:
        return None
    conditions = f"{words.LIGHTS[walk.light]}. {words.WEATHERS[walk.weather]}."
    kind = words.KINDS_SHORT[walk.kind]
    return Told(
        answer=_answer(walk),
        hint=f"{kind}, {swedish_date(walk.walk_on)}. {conditions}",
        people=[_people(one) for one in walk.roles],
        stops=[_stop(one) for one in walk.stops],
        findings=[_finding(one, municipality) for one in walk.findings],
        before=swedish_date(walk.before_on) if walk.before_on else "",
        is_example=walk.is_example,
    )


def _answer(walk: WalkTold) -> str:
    """How much was lacking, and how much of it has an answer."""
    lacking = [one for one in walk.findings if one.tone is Tone.LACKING]
    answered = sum(one.answer is not None for one in lacking)
    seen = ngettext(
        "%(n)s thing was found lacking.", "%(n)s things were found lacking.", len(lacking)
    ) % {"n": len(lacking)}
    if not lacking:
        return seen
    if answered == len(lacking):
        return f"{seen} {_('All are answered.')}"
    left = len(lacking) - answered
    more = ngettext("%(n)s has no answer yet.", "%(n)s have no answer yet.", left)
    return f"{seen} {more % {'n': left}}"


def _people(one: Roles) -> str:
    names = joined([str(words.ROLES[role]).lower() for role in one.roles])
    if one.people is None:
        return _("%(roles)s: fewer than five in all") % {"roles": names}
    return f"{names}: {one.people}"


def _stop(one: StopTold) -> Stop:
    looked = [
        Looked(
            words.PARAMETERS[parameter],
            words.SCALES[parameter][level],
            level.value,
            words.CHANGES[one.steps[parameter]] if parameter in one.steps else "",
        )
        for parameter, level in one.levels.items()
        if level is not Level.UNKNOWN
    ]
    return Stop(one.number, swedish(one.name), looked)


def _finding(one: FindingTold, municipality: str) -> Finding:
    answer = one.answer
    is_good = one.tone is Tone.GOOD
    due = f", {swedish_date(answer.due)}" if answer and answer.due else ""
    return Finding(
        number=one.number,
        text=swedish(one.text),
        about=words.PARAMETERS[one.parameter],
        where=swedish(one.stop),
        proposal=swedish(one.proposal),
        owner=one.owner,
        is_good=is_good,
        stands=f"{words.REPLIES[answer.reply]}{due}" if answer else _none(one),
        is_late=answer is None and not is_good,
        reason=swedish(answer.reason) if answer else swedish(""),
        when=swedish_date(answer.answered_on) if answer else "",
        again=[
            (swedish_date(seen.on), words.OUTCOMES[seen.outcome], swedish(seen.words))
            for seen in one.again
        ],
        photos=[
            Photo(reverse("public:walk-photo", args=[municipality, photo.key]), photo.alt)
            for photo in one.photos
        ],
    )


def _none(one: FindingTold) -> str:
    return _("No answer yet") if one.is_asked else _("Not asked yet")


@require_safe
def photo(request: SiteRequest, municipality: str, key: UUID) -> HttpResponse:
    """A photo of a walk that is public."""
    found = published_municipality(municipality)
    if found is None or isinstance(found, Moved):
        return no_municipality(request)
    picture = public_photo(municipality, key)
    if picture is None:
        return not_here(
            request,
            what=_("There is no such photo"),
            advice=_("It may have been taken away."),
            href=reverse("public:municipality", args=[found.slug]),
            link=found.short_name,
        )
    response = HttpResponse(picture.content, content_type=picture.media_type)
    # Drawn anew when it was taken in: it is a picture, and nothing else.
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "public, max-age=60"
    response["X-Robots-Tag"] = "noindex"
    return response
