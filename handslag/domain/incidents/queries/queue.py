"""What waits for a moderator, in the municipalities one moderates for."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from handslag.domain.incidents.models import Held, Incident, Photo, Reading
from handslag.domain.incidents.rules import TextState


def held_in(homes: Collection[int]) -> QuerySet[Held]:
    """Words that may name somebody, the ones that are soonest gone first."""
    rows = Held.objects.filter(within__in=homes).order_by("until", "pk")
    return rows.select_related("incident__category", "incident__place", "message", "within")


def unread_in(homes: Collection[int]) -> QuerySet[Incident]:
    """Texts that no moderator has read: those who are no authority wait for them."""
    words = Q(text_state=TextState.UNCHECKED) | Q(
        ~Q(where_words=""), text_state=TextState.EMPTY
    )
    rows = Incident.objects.filter(words, within__in=homes).order_by("-pk")
    return rows.select_related("category", "place", "within")


def photos_waiting_in(homes: Collection[int]) -> int:
    """Those that the one who took them has handed on."""
    waiting = Photo.objects.filter(marked_at__isnull=False, waiting__isnull=False)
    return waiting.filter(incident__within__in=homes).count()


def one_held(homes: Collection[int], key: UUID) -> Held | None:
    return held_in(homes).filter(public_id=key).first()


def readings_in(homes: Collection[int]) -> QuerySet[Reading]:
    """Who read reports of these municipalities, the latest first."""
    rows = Reading.objects.filter(within__in=homes).order_by("-pk")
    return rows.select_related("person", "within")
