"""Posters with a square code: a place, and the form that is opened there."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.access import Act, ForbiddenError
from handslag.core.text import slug as short
from handslag.domain.incidents.published import Named, is_open, named_places
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.organisations.queries import where
from handslag.web.requests import WorkRequest
from handslag.web.ui import pdf
from handslag.web.ui.codes import square_code
from handslag.web.workspace.sight import shown

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Home:
    """A municipality whose posters one may print."""

    municipality: Organisation
    slug: str
    is_open: bool
    places: list[Named]


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """The places of one's municipality, a poster each."""
    homes = _homes(request)
    if not homes:
        raise ForbiddenError("Posters are printed by those who receive the reports.")
    return shown(request, "posters", {"homes": homes})


@require_safe
def poster(request: WorkRequest, key: UUID) -> HttpResponse:
    """The poster of a place, or of the whole municipality, as a tagged PDF."""
    home, place = _about(_homes(request), key)
    english = request.GET.get("sprak") == ENGLISH
    with translation.override(ENGLISH if english else settings.LANGUAGE_CODE):
        given = _words(home, place, english=english)
    response = HttpResponse(
        pdf.poster(given, made_at=request.now), content_type=pdf.MEDIA_TYPE
    )
    name = f"affisch-{short(place.name) if place else home.slug}"
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def _homes(request: WorkRequest) -> list[Home]:
    found = where(request.actor, Act.HANDLE_REPORTS).filter(kind=Kind.MUNICIPALITY)
    homes = []
    for one in found.order_by("name"):
        slug = one.slugs.get(current=True).slug
        homes.append(Home(one, slug, is_open(slug), named_places(slug)))
    return homes


def _about(homes: list[Home], key: UUID) -> tuple[Home, Named | None]:
    for home in homes:
        if home.municipality.public_id == key:
            return home, None
        for place in home.places:
            if place.key == key:
                return home, place
    raise Http404


def _words(home: Home, place: Named | None, *, english: bool) -> dict[str, object]:
    """What stands on the poster, in the language that holds now."""
    path = reverse("public:report", args=[home.slug])
    address = f"{settings.PUBLIC_ADDRESS}{path}"
    full = f"{address}?plats={place.key}" if place else address
    about = place.name if place else home.municipality.short_name
    example = [_("demonstration, not to be put up")] if settings.DEMO else []
    return {
        "language": ENGLISH if english else "sv",
        "region": "GB" if english else "SE",
        "author": home.municipality.name,
        "kicker": " · ".join([home.municipality.name, about, *example]),
        "title": _("Does it feel unsafe here, or safe?"),
        "answer": _("Tell us. You need not say who you are."),
        "code": square_code(full),
        "alt": _("Square code that leads to the address under it."),
        "address": address.partition("://")[2].rstrip("/"),
        "lines": [
            _("Point your telephone at the code, or type the address: two minutes."),
            _("You get a code of your own, and can see what is done."),
        ],
        "urgent": _("Is it happening now? Call 112."),
        "not_this": _(
            "To the police when it is not urgent: 114 14. This is not a police report."
            " Nor is it a citizens' proposal (medborgarförslag)."
        ),
    }
