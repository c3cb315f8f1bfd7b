"""Public sets in a list, and the exact text of each version: for those who build on it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from handslag.core.approvals.models import Version
from handslag.domain.promises.models import Amendment, BankArea, BankSet, SetSlug
from handslag.domain.promises.published.addresses import Moved

ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class ListedArea:
    """A municipality that a set is given in, and where the set is found there."""

    code: str
    name: str
    slug: str
    period: str


@dataclass(frozen=True, slots=True)
class ListedSet:
    """A public set, without its promises. `id` is the public id of the set."""

    id: str
    areas: tuple[ListedArea, ...]
    name: str
    origin: str
    is_example: bool
    stated: str
    starts: date | None
    ends: date | None
    version: int
    fingerprint: str
    source_url: str
    retrieved_on: date | None
    changed_at: datetime | None
    may_be_indexed: bool
    promises: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list, and how long the whole is."""

    sets: tuple[ListedSet, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ExactText:
    """A version of a set, letter by letter as it was hashed."""

    number: int
    fingerprint: str
    content: str


def sets(*, municipality: str = "", origin: str = "", page: int = 1) -> Listed:
    """Public sets, those of the newest periods first. Three queries."""
    chosen = BankSet.objects.all()
    if municipality:
        areas = BankArea.objects.filter(
            Q(slug=municipality) | Q(municipality__code=municipality)
        )
        chosen = chosen.filter(pk__in=areas.values("bank_set"))
    if origin:
        chosen = chosen.filter(origin=origin)
    start = (page - 1) * ON_A_PAGE
    rows = list(_ordered(chosen)[start : start + ON_A_PAGE])
    areas_of = _areas(row[0] for row in rows)
    return Listed(
        sets=tuple(
            ListedSet(str(key), tuple(areas_of[pk]), *rest) for pk, key, *rest in rows
        ),
        total=chosen.count(),
    )


def _ordered(chosen: QuerySet[BankSet]) -> QuerySet[Any, Any]:
    counted = chosen.annotate(count=Count("promises"))
    return counted.order_by(F("starts").desc(nulls_last=True), "-pk").values_list(
        *("pk", "public_id", "name", "origin", "is_example", "period", "starts", "ends"),
        *("version", "fingerprint", "source_url", "retrieved_on", "changed_at"),
        *("may_be_indexed", "count"),
    )


def _areas(keys: Iterable[object]) -> defaultdict[object, list[ListedArea]]:
    rows = BankArea.objects.filter(bank_set__in=list(keys)).values_list(
        *("bank_set", "municipality__code", "municipality__short_name"), "slug", "period"
    )
    found: defaultdict[object, list[ListedArea]] = defaultdict(list)
    for key, *area in rows:
        found[key].append(ListedArea(*area))
    return found


def found_at(set_id: UUID) -> Moved | None:
    """The address of a public set: the one at its home, if it has one there. One query."""
    rows = SetSlug.objects.filter(
        set__public_id=set_id,
        set__version__isnull=False,
        current=True,
        municipality__slugs__current=True,
    )
    found = rows.values_list(
        "municipality_id", "set__home_id", "municipality__slugs__slug", "slug"
    ).order_by("pk")
    here = sorted(found, key=lambda row: row[0] != row[1])
    return Moved(here[0][2], here[0][3]) if here else None


def exact_text(set_id: UUID, number: int) -> ExactText | None:
    """A version that is or has been public, as it was hashed. One query."""
    present = Q(pk__in=SetSlug.objects.filter(set__public_id=set_id).values("set__version"))
    amended = Amendment.objects.filter(set__public_id=set_id).exclude(after=None)
    versions = Version.objects.filter(present | Q(pk__in=amended.values("before")))
    row = versions.filter(subject_id=set_id, number=number).first()
    return ExactText(row.number, row.fingerprint, row.content) if row else None
