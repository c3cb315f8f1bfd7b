"""Löftesbanken: every public promise of the country, found and counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from handslag.core.search import services as search_services
from handslag.domain.promises.figures import Sum
from handslag.domain.promises.models import BankEntry
from handslag.domain.promises.published.sorting import (
    EXAMPLES,
    FILTERS,
    SEVERAL,
    Bits,
    Sorted,
    sorted_now,
)
from handslag.domain.promises.rules.verdicts import tally_of
from handslag.domain.promises.rules.words import Verdict

ON_A_PAGE = 20
IN_A_HANDFUL = 500  # of a file at a time
MOST_FOUND = 100  # with words, the best are shown; more are found by choosing a filter
KIND = "promise"


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone looks for. Empty means any."""

    words: str = ""
    focus: str = ""
    activity: str = ""
    op: str = ""
    verdict: str = ""
    size: str = ""
    county: str = ""
    page: int = 1

    @property
    def chosen(self) -> dict[str, str]:
        return {name: value for name in FILTERS if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class BankHit:
    """One promise, as the bank shows it. `id` is the public id of the promise."""

    id: str
    activities: tuple[str, ...]
    nr: int
    title: str
    text: str
    municipality: str
    slug: str
    period: str  # in the address
    stated: str
    starts: date | None
    ends: date | None
    focus: str
    verdict: str
    side: str
    owners: str
    op: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str
    direction: str
    least_share: Decimal | None
    amount: Decimal | None
    origin: str
    is_example: bool
    source_url: str
    retrieved_on: date | None
    may_be_indexed: bool
    county: str
    size: str


Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class BankPage:
    """A page of what was found, what it adds up to, and how many each filter would give.

    `counts` is by filter and value, the other filters kept. With more than can
    be ranked (`more_than_shown`) there are no counts: they would be wrong.
    """

    hits: tuple[BankHit, ...]
    total: int
    sum: Sum
    counts: Counts
    more_than_shown: bool
    pages: int


def look(wish: Wish) -> BankPage:
    """What the bank has that answers the wish. Four queries, five after a change."""
    now = sorted_now()
    found = _found(wish) if wish.words.strip() else None
    best = None if found is None else now.of(found[:MOST_FOUND])
    left = now.chosen(wish.chosen.items()) & (now.alive if best is None else best)
    keys = now.newest_first(left) if found is None else _still(now, found, left)
    start = (wish.page - 1) * ON_A_PAGE
    more = found is not None and len(found) >= MOST_FOUND
    return BankPage(
        hits=_in_order(keys[start : start + ON_A_PAGE]),
        total=len(keys),
        sum=_sum(now, left),
        counts={} if more else _counts(now, wish, best),
        more_than_shown=more,
        pages=-(-len(keys) // ON_A_PAGE),
    )


def every(wish: Wish) -> Iterator[BankHit]:
    """All that answers the wish, in the same order, for a file."""
    now = sorted_now()
    left = now.chosen(wish.chosen.items())
    found = _found(wish) if wish.words.strip() else None
    keys = now.newest_first(left) if found is None else _still(now, found, left)
    for start in range(0, len(keys), IN_A_HANDFUL):
        yield from _in_order(keys[start : start + IN_A_HANDFUL])


def _found(wish: Wish) -> list[UUID]:
    """What has the words, and every value chosen: the best answers first."""
    within = _chosen(wish) if wish.chosen else None
    hits = search_services.find(wish.words, kind=KIND, limit=2 * MOST_FOUND, within=within)
    return [UUID(hit.subject) for hit in hits]


def _still(now: Sorted, found: list[UUID], left: Bits) -> list[UUID]:
    """What was found and is left, in the order in which it was found."""
    return [key for key in found if left >> now.at.get(key, len(now.keys)) & 1]


def _chosen(wish: Wish) -> QuerySet[BankEntry]:
    """The promises that the filters let through, for the search to look among."""
    entries = BankEntry.objects.all()
    for name, value in wish.chosen.items():
        if name in SEVERAL:
            entries = entries.filter(**{f"{SEVERAL[name]}__contains": f" {value} "})
        else:
            entries = entries.filter(**{name: value})
    return entries


def _counts(now: Sorted, wish: Wish, best: Bits | None) -> Counts:
    """How many each choice would leave, the other filters kept: one may change one's mind.

    With words all filters are kept, for only what they let through was ranked.
    """
    counts = {}
    for name in FILTERS:
        others = [(which, value) for which, value in wish.chosen.items() if which != name]
        if best is None:
            among = now.chosen(others)
        else:
            among = now.chosen(wish.chosen.items()) & best
        counts[name] = now.counted(name, among)
        counts[name].pop("", None)
    return counts


def _sum(now: Sorted, left: Bits) -> Sum:
    made_up = now.chosen([EXAMPLES]) & left
    counted = now.counted("verdict", left & ~made_up)
    real = {Verdict(verdict): count for verdict, count in counted.items()}
    return Sum(tally_of(real), made_up.bit_count())


# The fields of a hit, in their order, as the database names them. The home of
# a set comes first among its municipalities.
_OF_A_HIT = (
    *("public_id", "activities", "nr", "title", "text"),
    "bank_set__areas__municipality__short_name",
    *("bank_set__areas__slug", "bank_set__areas__period"),
    *("bank_set__period", "bank_set__starts", "bank_set__ends"),
    *("focus", "verdict", "side", "owners"),
    *("op", "low", "high", "unit", "per", "direction", "least_share", "amount"),
    *("bank_set__origin", "is_example"),
    *("bank_set__source_url", "bank_set__retrieved_on", "bank_set__may_be_indexed"),
    *("county", "size"),
)


def _in_order(keys: list[UUID]) -> tuple[BankHit, ...]:
    """These promises as they are shown, in this order. One query."""
    at_home = BankEntry.objects.filter(public_id__in=keys, bank_set__areas__position=0)
    rows = {row[0]: row for row in at_home.values_list(*_OF_A_HIT)} if keys else {}
    return tuple(_hit(rows[key]) for key in keys if key in rows)


def _hit(row: tuple[Any, ...]) -> BankHit:
    key, activities, *rest = row
    return BankHit(str(key), tuple(activities.split()), *rest)
