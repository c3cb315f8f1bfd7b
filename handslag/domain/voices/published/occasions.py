"""The occasions of a municipality, as anyone may know them."""

from django.db.models import QuerySet

from handslag.domain.voices.models import Occasion
from handslag.domain.voices.rules import Way


def way_at(municipality: str, slug: str) -> Way | None:
    """How people are heard at this address, whether or not it is open. One query.

    The part that shows it decides what anyone may see of it."""
    found = _of(municipality).filter(slug=slug).values_list("way", flat=True).first()
    return Way(found) if found else None


def _of(municipality: str) -> QuerySet[Occasion]:
    return Occasion.objects.filter(home__slugs__slug=municipality)
