"""What may anyone see of figures: the indicators that a municipality shows to everyone.

Of what is reported here fewer than five are suppressed, and the rest is rounded to whole
fives: the same least number as on the public map.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from handslag.domain.series.figures import Followed, Reading, each_followed
from handslag.domain.series.models import Indicator
from handslag.domain.series.queries import public_indicators

__all__ = [
    "ON_A_PAGE",
    "Followed",
    "Listed",
    "PublicIndicator",
    "Reading",
    "indicator_at",
    "indicator_of",
    "indicators_at",
    "listed",
    "shown_among",
]

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class PublicIndicator:
    """An indicator, and the municipality at whose address it is read."""

    slug: str
    code: str
    followed: Followed


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list, and how many there are in all."""

    total: int
    indicators: tuple[PublicIndicator, ...]


def indicators_at(slug: str) -> tuple[PublicIndicator, ...]:
    """All that the municipality at this address shows, by theme and name."""
    return _shown(public_indicators(slug=slug))


def indicator_at(slug: str, key: UUID) -> PublicIndicator | None:
    """One of them, or nothing."""
    found = public_indicators(slug=slug).filter(public_id=key)
    return next(iter(_shown(found)), None)


def shown_among(slug: str, keys: Collection[str]) -> frozenset[str]:
    """Which of these the municipality at this address shows. One query, or none."""
    if not keys:
        return frozenset()
    found = public_indicators(slug=slug).filter(public_id__in=keys).prefetch_related(None)
    return frozenset(map(str, found.values_list("public_id", flat=True)))


def indicator_of(key: UUID) -> PublicIndicator | None:
    """The indicator with this key, wherever it is."""
    return next(iter(_shown(public_indicators().filter(public_id=key))), None)


def listed(*, municipality: str = "", page: int = 1) -> Listed:
    """Those of the country, or of a municipality by code or short name."""
    is_code = municipality.isdigit()
    found = public_indicators(slug="" if is_code else municipality)
    if is_code:
        found = found.filter(home__code=municipality)
    found = found.order_by("home__code", "theme", "name", "pk")
    start = (page - 1) * ON_A_PAGE
    return Listed(found.count(), _shown(found[start : start + ON_A_PAGE]))


def _shown(found: QuerySet[Indicator]) -> tuple[PublicIndicator, ...]:
    rows = list(found)
    return tuple(
        PublicIndicator(_slug(row), row.home.code, one)
        for row, one in zip(rows, each_followed(rows, everyone=True), strict=True)
    )


def _slug(row: Indicator) -> str:
    return next(one.slug for one in row.home.slugs.all() if one.current)
