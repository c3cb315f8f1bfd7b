"""Löftesbanken: every public promise of the country, found and counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice
from uuid import UUID

from django.db.models import Count, F, QuerySet, Value

from handslag.core.search import services as search_services
from handslag.domain.promises.figures import Sum, summed
from handslag.domain.promises.models import BankEntry, BankFacet
from handslag.domain.promises.rules.bank import FacetKind

ON_A_PAGE = 20
MOST_FOUND = 100  # with words, the best are shown; more are found by choosing a filter
KIND = "promise"

# The filters, by the name they have in `Wish`.
COLUMNS = ("focus", "verdict", "size", "county")
SEVERAL = {"activity": FacetKind.ACTIVITY, "op": FacetKind.OPERATOR}
FILTERS = (*COLUMNS, *SEVERAL)


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
    least_share: Decimal | None
    amount: Decimal | None
    origin: str
    is_example: bool
    source_url: str
    retrieved_on: date | None
    activities: tuple[str, ...] = ()


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
    """What the bank has that answers the wish. At most five queries."""
    return _by_words(wish) if wish.words.strip() else _by_choice(wish)


def every(wish: Wish) -> Iterator[BankHit]:
    """All that answers the wish, for a file. Kinds of activity included."""
    entries = _chosen(wish)
    if wish.words.strip():
        entries = entries.filter(public_id__in=_found(wish.words, entries))
    hits = _hits(_ordered(entries))
    while some := list(islice(hits, 500)):
        kinds = _activities(some)
        yield from (replace(hit, activities=kinds.get(hit.id, ())) for hit in some)


def _activities(hits: Iterable[BankHit]) -> dict[str, tuple[str, ...]]:
    rows = BankFacet.objects.filter(
        kind=FacetKind.ACTIVITY, entry__public_id__in=[hit.id for hit in hits]
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, code in rows.order_by("code").values_list("entry__public_id", "code"):
        found[str(key)].append(code)
    return {key: tuple(codes) for key, codes in found.items()}


def _by_choice(wish: Wish) -> BankPage:
    counted = _counted(wish)
    found = _sum(counted, wish)
    start = (wish.page - 1) * ON_A_PAGE
    rows = _ordered(_chosen(wish))[start : start + ON_A_PAGE]
    return BankPage(
        hits=tuple(_hits(rows)) if start < found.total else (),
        total=found.total,
        sum=found,
        counts=_counts(counted),
        more_than_shown=False,
        pages=-(-found.total // ON_A_PAGE),
    )


def _by_words(wish: Wish) -> BankPage:
    """The best answers first. Counts are made of what was found, all filters kept."""
    found = _found(wish.words, _chosen(wish))
    more = len(found) >= MOST_FOUND
    best = found[:MOST_FOUND]
    counted = _counted(wish, among=best)
    start = (wish.page - 1) * ON_A_PAGE
    return BankPage(
        hits=_in_order(best[start : start + ON_A_PAGE]),
        total=len(best),
        sum=_sum(counted, wish),
        counts={} if more else _counts(counted),
        more_than_shown=more,
        pages=-(-len(best) // ON_A_PAGE),
    )


def _found(words: str, entries: QuerySet[BankEntry]) -> list[UUID]:
    within = entries if entries.query.where else None
    hits = search_services.find(words, kind=KIND, limit=2 * MOST_FOUND, within=within)
    return [UUID(hit.subject) for hit in hits]


def _in_order(keys: Iterable[UUID]) -> tuple[BankHit, ...]:
    wanted = list(keys)
    found = {
        hit.id: hit
        for hit in _hits(_ordered(BankEntry.objects.filter(public_id__in=wanted)))
    }
    return tuple(found[str(key)] for key in wanted if str(key) in found)


def _chosen(wish: Wish, but: str = "") -> QuerySet[BankEntry]:
    """The promises that the filters let through, perhaps without one of the filters."""
    entries = BankEntry.objects.all()
    for name, value in wish.chosen.items():
        if name == but:
            continue
        if name in SEVERAL:
            facets = BankFacet.objects.filter(kind=SEVERAL[name], code=value)
            entries = entries.filter(pk__in=facets.values("entry"))
        else:
            entries = entries.filter(**{name: value})
    return entries


_Counted = list[tuple[str, str, bool, int]]


def _counted(wish: Wish, among: list[UUID] | None = None) -> _Counted:
    """Filter, value, is it made up, how many: for every filter at once, one query.

    Each filter is counted with the others kept, so that one can change one's mind.
    """
    parts = [_one_count(name, wish, among) for name in FILTERS]
    return list(parts[0].union(*parts[1:], all=True))


def _one_count(
    name: str, wish: Wish, among: list[UUID] | None
) -> "QuerySet[BankEntry, tuple[str, str, bool, int]]":
    entries = _chosen(wish, but=name if among is None else "")
    if among is not None:
        entries = entries.filter(public_id__in=among)
    column = F(name)
    if name in SEVERAL:
        entries = entries.filter(facets__kind=SEVERAL[name])
        column = F("facets__code")
    return (
        entries.order_by()
        .annotate(which=Value(name), value=column)
        .values_list("which", "value", "is_example", Count("pk"))
    )


def _counts(counted: _Counted) -> Counts:
    found: dict[str, dict[str, int]] = {name: {} for name in FILTERS}
    for name, value, _, count in counted:
        if value:
            found[name][value] = found[name].get(value, 0) + count
    return found


def _sum(counted: _Counted, wish: Wish) -> Sum:
    """What became of those found: the verdicts are counted among the filters."""
    return summed(
        [
            (value, is_example, count)
            for name, value, is_example, count in counted
            if name == "verdict" and wish.verdict in ("", value)
        ]
    )


def _ordered(entries: QuerySet[BankEntry]) -> QuerySet[BankEntry]:
    return entries.filter(bank_set__areas__position=0).order_by("-newest", "pk")


# The fields of a hit, in their order, as the database names them. The home of
# a set comes first among its municipalities.
_OF_A_HIT = (
    *("public_id", "nr", "title", "text"),
    "bank_set__areas__municipality__short_name",
    *("bank_set__areas__slug", "bank_set__areas__period"),
    *("bank_set__period", "bank_set__starts", "bank_set__ends"),
    *("focus", "verdict", "side", "owners"),
    *("op", "low", "high", "unit", "per", "least_share", "amount"),
    *("bank_set__origin", "is_example"),
    *("bank_set__source_url", "bank_set__retrieved_on"),
)


def _hits(entries: QuerySet[BankEntry]) -> Iterator[BankHit]:
    """Of entries that `_ordered` has tied to the home of their set."""
    for row in entries.values_list(*_OF_A_HIT).iterator(chunk_size=500):
        yield BankHit(str(row[0]), *row[1:])
