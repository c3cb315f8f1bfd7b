"""EST pictures of a group: the list, one of them, the same on a projector."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.periods import stockholm_day
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.queries import pictures as queries
from handslag.domain.weeks.rules.words import Heading, PictureState
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.est import HEADINGS, KINDS, QUESTIONS, span_name
from handslag.web.workspace.sight import shown
from handslag.web.workspace.weeks.est import said
from handslag.web.workspace.weeks.est.sight import (
    figures_of,
    reads_words,
    the_picture,
    words_of,
)
from handslag.web.workspace.weeks.sight import the_group

Words = dict[str, object]


@require_safe
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """All pictures of the group, by how long they look over."""
    group = the_group(request, key)
    rows = list(queries.pictures_of(group))
    lists = [
        {"name": name, "things": [_line(one) for one in rows if one.span == kind.value]}
        for kind, name in KINDS.items()
    ]
    context = {
        "group": group,
        "lists": [one for one in lists if one["things"]],
        "drafts": sum(one.state == PictureState.DRAFT for one in rows),
        "count": len(rows),
        "may": queries.writes_in(request.actor, group, today=request.today),
    }
    return shown(request, "weeks/est/listing", context)


def _line(picture: EstPicture) -> Words:
    return {
        "href": reverse(
            "workspace:est-picture", args=[picture.group.public_id, picture.public_id]
        ),
        "text": title(picture),
        "hint": state_said(picture),
    }


def title(picture: EstPicture) -> str:
    """The span, and of what when that is not the whole group."""
    name = span_name(picture.over)
    if picture.within is not None:
        name = f"{name}, {picture.within.short_name or picture.within.name}"
    return name[:1].upper() + name[1:]


def state_said(picture: EstPicture) -> str:
    """ "utkast", or "version 1, fryst 2 april 2026, sammanfattningen är offentlig" """
    if picture.frozen_at is None:
        return _("draft")
    facts = {
        "n": picture.number,
        "day": swedish_date(stockholm_day(picture.frozen_at)),
    }
    if picture.published_at is not None:
        return _("version %(n)s, frozen %(day)s, the summary is public") % facts
    return _("version %(n)s, frozen %(day)s") % facts


@require_safe
def page(request: WorkRequest, key: UUID, picture: UUID) -> HttpResponse:
    """One picture: each heading with what was counted and what was written."""
    row = the_picture(request, key, picture)
    return shown(request, "weeks/est/page", context_of(request, row))


@require_safe
def projector(request: WorkRequest, key: UUID, picture: UUID) -> HttpResponse:
    """The same in large type, one heading on each screen."""
    row = the_picture(request, key, picture)
    return shown(request, "weeks/est/projector", context_of(request, row))


def context_of(request: WorkRequest, picture: EstPicture) -> Words:
    """What the page and the view for the projector say."""
    figures, group = figures_of(picture), picture.group
    reads = reads_words(request, picture)
    words = words_of(picture) if reads else {}
    may = queries.writes_in(request.actor, group, today=request.today)
    home = queries.answers_for(picture)
    answers = may and home.pk in request.actor.organisation_ids
    span = picture.over
    return {
        "group": group,
        "picture": picture,
        "title": title(picture),
        "state": state_said(picture),
        "is_draft": picture.state == PictureState.DRAFT,
        "is_latest": queries.latest_number(picture) == picture.number,
        "is_over": span.is_over(request.today),
        "fingerprint": picture.version.fingerprint if picture.version else "",
        "answer": said.answer(figures, span),
        "example": figures["example"],
        "reads": reads,
        "may": may,
        "answers": answers,
        "home": home,
        "sections": [_section(one, words.get(one, "")) for one in Heading],
        "public": public_address(picture),
        **told(figures),
    }


def _section(heading: Heading, words: str) -> Words:
    return {
        "code": heading.value,
        "name": HEADINGS[heading],
        "question": QUESTIONS[heading],
        "words": words,
    }


def told(figures: Mapping[str, object]) -> Words:
    """The figures under each heading, in words and tables."""
    return {
        "figures": figures,
        "kinds": said.kinds(figures),
        "effort": said.effort(figures),
        "ways": said.ways(figures),
        "spots": said.spots(figures),
        "when": said.when(figures),
        "events": said.events(figures),
        "followed": said.followed(figures),
        "method": said.method(figures),
    }


def public_address(picture: EstPicture) -> str:
    """Where everyone reads the summary, when they can."""
    if picture.published_at is None or picture.within is None:
        return ""
    slug = picture.within.slugs.filter(current=True).values_list("slug", flat=True).first()
    return reverse("public:est-picture", args=[slug, picture.over.address]) if slug else ""
