"""What anyone may see of an EST picture: a summary somebody wrote, and released numbers.

The numbers are added up from those of the public map and from nothing else: they are
fixed, stand on their own, and are there already. So there is nothing to subtract. A week
has none.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from handslag.domain.incidents.models import Release, ReleasedSquare
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.rules.spans import Span
from handslag.domain.weeks.rules.words import Heading

NEWEST = 60


@dataclass(frozen=True, slots=True)
class PublicMonth:
    """What the public map released after one month. `n` is None while the month is not
    released; `squares` is 0 when nothing was enough to be shown: that is not nought."""

    month: date
    n: int | None
    squares: int


@dataclass(frozen=True, slots=True)
class PublicSummary:
    """The summary of one span, as it was frozen."""

    id: UUID
    span: Span
    words: str
    number: int
    frozen_at: datetime
    published_at: datetime
    is_example: bool
    months: tuple[PublicMonth, ...] = ()

    @property
    def n(self) -> int | None:
        """All of the span; nothing until each of its months has been released."""
        if not self.months or any(one.n is None for one in self.months):
            return None
        return sum(one.n or 0 for one in self.months)


def summaries(slug: str) -> list[PublicSummary]:
    """Those of the municipality at this address, the latest first. One query."""
    return [_summary(one) for one in _public(slug)[:NEWEST]]


def has_summaries(slug: str) -> bool:
    return _public(slug).exists()


def summary(slug: str, span: Span) -> PublicSummary | None:
    """The one of this span. Three queries."""
    found = _public(slug).filter(span=span.kind.value, starts=span.starts).first()
    if found is None or found.within_id is None:
        return None
    return _summary(found, _months(found.within_id, span.months))


def _public(slug: str) -> QuerySet[EstPicture]:
    rows = EstPicture.objects.filter(
        published_at__isnull=False,
        within__slugs__slug=slug,
        within__slugs__current=True,
    )
    return rows.select_related("version").order_by("-ends", "starts", "pk")


def _summary(one: EstPicture, months: Sequence[PublicMonth] = ()) -> PublicSummary:
    if one.version is None or one.frozen_at is None or one.published_at is None:
        raise ValueError("E_NOT_FROZEN")
    content = json.loads(one.version.content)
    return PublicSummary(
        id=one.public_id,
        span=one.over,
        words=content["words"][Heading.SUMMARY.value],
        number=one.number,
        frozen_at=one.frozen_at,
        published_at=one.published_at,
        is_example=content["figures"]["example"],
        months=tuple(months),
    )


def _months(municipality: int, months: Sequence[date]) -> list[PublicMonth]:
    if not months:
        return []
    released = set(
        Release.objects.filter(within=municipality, month__in=months).values_list(
            "month", flat=True
        )
    )
    numbers: dict[date, list[int]] = {}
    rows = ReleasedSquare.objects.filter(
        release__within=municipality, release__month__in=months
    ).values_list("release__month", "n")
    for month, n in rows:
        numbers.setdefault(month, []).append(n)
    return [
        PublicMonth(
            month,
            sum(numbers.get(month, [])) if month in released else None,
            len(numbers.get(month, [])),
        )
        for month in months
    ]
