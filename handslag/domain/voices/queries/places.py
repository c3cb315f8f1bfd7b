"""The places that people name: in their own words, and as somebody has confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from handslag.domain.evidence.queries import places_for
from handslag.domain.organisations.models import Place
from handslag.domain.voices.models import Occasion, Voice
from handslag.domain.voices.rules import VoiceState, named_in


@dataclass(frozen=True, slots=True)
class PlaceSaid:
    """A place, how many voices are confirmed to be about it, and those that name it and
    that nobody has put anywhere."""

    place: Place
    confirmed: int
    naming: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class PlaceCounted:
    """How many voices of an occasion are about a place, as somebody has confirmed."""

    name: str
    voices: int


def places_near(occasion: Occasion, *, today: date) -> list[Place]:
    """The places a voice can be about, one of each name: the municipality's own first."""
    near = places_for([occasion.home_id], today=today)
    own_first = sorted(near, key=lambda one: one.within_id != occasion.home_id)
    by_name = {one.name: one for one in reversed(own_first)}
    return sorted(by_name.values(), key=lambda one: one.name)


def places_said(occasion: Occasion, *, today: date) -> Sequence[PlaceSaid]:
    """The places that are named in the free text, most voices first. Four queries."""
    near = {one.name: one for one in places_near(occasion, today=today)}
    free = Voice.objects.filter(
        occasion=occasion, state=VoiceState.OPEN, place__isnull=True
    ).order_by("pk")
    texts = {voice: voice.text for voice in free}
    naming = named_in(texts, near)
    confirmed = {one.name: one.voices for one in place_counts(occasion)}
    found = [
        PlaceSaid(place, confirmed.get(name, 0), tuple(naming.get(name, ())))
        for name, place in near.items()
        if name in confirmed or name in naming
    ]
    return sorted(found, key=lambda one: (-one.confirmed - len(one.naming), one.place.name))


def place_counts(occasion: Occasion) -> Sequence[PlaceCounted]:
    """By place, most first."""
    rows = (
        Voice.objects.filter(occasion=occasion, place__isnull=False)
        .values_list("place__name")
        .annotate(n=Count("pk"))
        .order_by("-n", "place__name")
    )
    return [PlaceCounted(name, n) for name, n in rows]
