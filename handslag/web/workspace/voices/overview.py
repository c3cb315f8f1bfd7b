"""One occasion: what was said, in numbers, what waits, and the way to the answer."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.domain.voices import queries
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.rules import RELEASED, Phase, Way
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import shown
from handslag.web.workspace.voices import said
from handslag.web.workspace.voices.addresses import preview_address, public_address
from handslag.web.workspace.voices.sight import may_listen, the_occasion


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What was said there, what it led to, and what those who spoke were told."""
    at = the_occasion(request, key)
    occasion = at.occasion
    listens = may_listen(request, at)
    context = {
        "at": at,
        "occasion": occasion,
        "answer": said.stands(at, request.today),
        "hint": said.hint(at),
        "themes": themes_of(occasion),
        "places": queries.place_counts(occasion),
        "findings": queries.findings_of(occasion),
        "told": occasion.told.all(),
        "addresses": occasion.addresses.count(),
        "may_listen": listens,
        "look": preview_address(occasion) if listens else "",
        "public_at": public_address(occasion) if listens else "",
        "may_cite": request.actor.may(Act.RECORD_EVIDENCE, occasion.home_id)
        and not (Way(occasion.way) in RELEASED and occasion.published_at is None),
        "is_closed": occasion.phase == Phase.CLOSED,
        "is_heard": occasion.phase == Phase.HEARD,
    }
    return shown(request, "voices/page", context)


def themes_of(occasion: Occasion) -> list[tuple[str, str, int]]:
    """The themes of what was said: code, name and how many voices, most first."""
    names = terms(Kind.THEME, get_language() or "sv")
    return [
        (one.theme, names.get(one.theme, one.theme), one.voices)
        for one in queries.theme_counts(occasion)
    ]
