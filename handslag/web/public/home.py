"""The front page: what has been promised, where, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.organisations.published import map_shapes
from handslag.domain.promises.published import places
from handslag.domain.promises.published.places import Country, PublishedPlace
from handslag.domain.promises.rules.bank import Presence
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web import targets
from handslag.web.answers import Answer, what_became
from handslag.web.public.cached import cached, of_the_country
from handslag.web.public.spoken import answer_html
from handslag.web.requests import SiteRequest
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.maps import Shape, draw

# All that a colour may say: what there is to read, and what has not come in time.
MARKS = {
    Presence.NOTHING: "",
    Presence.SUMMARY: "some",
    Presence.PROMISES: "on",
    Presence.LATE: "late",
}
LEGEND = (
    (Presence.PROMISES, gettext_lazy("Promises decided in Handslag")),
    (Presence.LATE, gettext_lazy("Decided in Handslag, a follow-up is late")),
    (Presence.SUMMARY, gettext_lazy("Promises retold from public sources")),
    (Presence.NOTHING, gettext_lazy("No promises here yet")),
)
MOST_SUBJECTS = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """A focus area, and how many promises it has."""

    text: str
    count: int
    href: str


@require_safe
@cached(of_the_country)
def front(request: SiteRequest) -> HttpResponse:
    """The question, the answer, a search, the map and what promises are about."""
    country = places.country(today=request.today)
    said = answer(country)
    return render(
        request,
        "public/site/front.html",
        {
            "said": answer_html(said),
            "description": said.text,
            "country": country,
            "map": drawn(country.places),
            "legend": legend(),
            "subjects": _subjects(),
            "counties": tuple(
                (county, tuple((place, hint(place)) for place in county.places))
                for county in country.counties
            ),
        },
    )


def answer(country: Country) -> Answer:
    """ "117 kommuners löften finns här, 625 löften. Elva är hållna … Om 594 …" """
    tally = country.sum.tally
    if not tally.total:
        return Answer(_("No municipality's promises can be read here yet."), ())
    opening = ngettext(
        "The promises of %(count)s municipality can be read here: %(promises)s promises.",
        "The promises of %(count)s municipalities can be read here: %(promises)s promises.",
        country.municipalities,
    ) % {
        "count": targets.said(country.municipalities),
        "promises": targets.said(tally.total),
    }
    return what_became(tally, opening)


def hint(place: PublishedPlace) -> str:
    """What there is to read of a municipality, in words beside its name."""
    if place.presence is Presence.NOTHING:
        return ""
    count = ngettext("%(count)s promise", "%(count)s promises", place.promises) % {
        "count": targets.said(place.promises)
    }
    said = [count]
    if place.made_up:
        made_up = ngettext(
            "of which one made up", "of which %(count)s made up", place.made_up
        )
        said.append(made_up % {"count": targets.said(place.made_up)})
    if place.presence is Presence.LATE:
        said.append(_("a follow-up is late"))
    if place.presence is Presence.SUMMARY:
        said.append(_("retold"))
    return ", ".join(said)


def legend() -> list[dict[str, object]]:
    """What each colour of the map says."""
    return [{"mark": MARKS[presence], "text": text} for presence, text in LEGEND]


def drawn(shown: Iterable[PublishedPlace], county_code: str = "") -> Drawing:
    """The map of the country or of one county, each municipality leading to its page."""
    shapes = map_shapes(county_code)
    by_code = {place.code: place for place in shown}
    front_page = reverse("public:front")
    return draw(
        (
            _shape(by_code[shape.code], shape.path, front_page)
            for shape in shapes.shapes
            if shape.code in by_code
        ),
        shapes.view_box,
        lines=shapes.county_lines,
    )


def _shape(place: PublishedPlace, path: str, front_page: str) -> Shape:
    said = hint(place) or _("no promises here yet")
    return Shape(
        d=path,
        name=f"{place.name}: {said}",
        href=f"{front_page}{place.slug}/",
        mark=MARKS[place.presence],
    )


def _subjects() -> tuple[Subject, ...]:
    """What most promises are about, the most common first."""
    words = terms(Kind.FOCUS, get_language() or "sv")
    bank = reverse("public:bank")
    counted = places.by_focus().items()
    common = sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:MOST_SUBJECTS]
    return tuple(
        Subject(words.get(code, code), count, f"{bank}?fokus={code}")
        for code, count in common
    )
