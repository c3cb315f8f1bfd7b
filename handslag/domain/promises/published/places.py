"""Every municipality and what there is to read of it: for the map and the lists."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from handslag.core.text import sort_key
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.promises import figures
from handslag.domain.promises.figures import Sum
from handslag.domain.promises.models import BankArea, BankEntry
from handslag.domain.promises.rules.bank import Presence, presence
from handslag.domain.promises.rules.words import Origin


@dataclass(frozen=True, slots=True)
class PublishedPlace:
    """A municipality. `is_example`: what its colour says rests on made-up promises."""

    code: str
    slug: str
    name: str
    county: str  # official code
    population: int | None
    presence: Presence
    promises: int
    made_up: int  # of the promises
    is_example: bool


@dataclass(frozen=True, slots=True)
class PublishedCounty:
    """A county and its municipalities, in the order of the alphabet."""

    code: str
    name: str
    places: tuple[PublishedPlace, ...]

    @property
    def with_promises(self) -> int:
        return sum(place.promises > 0 for place in self.places)


@dataclass(frozen=True, slots=True)
class Country:
    """All there is: counties, municipalities with promises, and what became of them."""

    counties: tuple[PublishedCounty, ...]
    municipalities: int
    sum: Sum

    @property
    def places(self) -> tuple[PublishedPlace, ...]:
        return tuple(place for county in self.counties for place in county.places)


def country(*, today: date) -> Country:
    """Every municipality of the country, and what it all adds up to. Five queries."""
    return Country(
        counties=counties(today=today),
        municipalities=figures.municipalities(),
        sum=figures.sum_of(BankEntry.objects.all()),
    )


def counties(*, today: date) -> tuple[PublishedCounty, ...]:
    """The counties in the order of the alphabet, with their municipalities."""
    by_county: defaultdict[str, list[PublishedPlace]] = defaultdict(list)
    for place in _places(today):
        by_county[place.county].append(place)
    names = county_names()
    found = [
        PublishedCounty(code, names.get(code, ""), tuple(places))
        for code, places in by_county.items()
    ]
    return tuple(sorted(found, key=lambda county: sort_key(county.name)))


def county_names() -> dict[str, str]:
    """The name of each county by its official code. One query."""
    rows = Organisation.objects.filter(kind=Kind.COUNTY).values_list("code", "name")
    return dict(rows)


@dataclass(frozen=True, slots=True)
class _There:
    """A public set in a municipality."""

    origin: Origin
    due_on: date | None
    is_example: bool
    promises: int


def _places(today: date) -> Iterable[PublishedPlace]:
    there = _what_is_there()
    rows = Organisation.objects.filter(kind=Kind.MUNICIPALITY, slugs__current=True)
    named = rows.values_list("pk", "code", "slugs__slug", "short_name", "population")
    for pk, code, slug, name, population in sorted(named, key=lambda row: sort_key(row[3])):
        sets = there[pk]
        real = [one for one in sets if not one.is_example]
        shown = _presence(sets, today)
        yield PublishedPlace(
            code=code,
            slug=slug,
            name=name,
            county=code[:2],
            population=population,
            presence=shown,
            promises=sum(one.promises for one in sets),
            made_up=sum(one.promises for one in sets if one.is_example),
            is_example=shown is not _presence(real, today),
        )


def _presence(sets: Iterable[_There], today: date) -> Presence:
    return presence([(one.origin, one.due_on) for one in sets], today)


def _what_is_there() -> defaultdict[int, list[_There]]:
    areas = BankArea.objects.order_by().annotate(count=Count("bank_set__promises"))
    rows = areas.values_list(
        "municipality_id",
        "bank_set__origin",
        "bank_set__due_on",
        "bank_set__is_example",
        "count",
    )
    found: defaultdict[int, list[_There]] = defaultdict(list)
    for municipality, origin, due_on, is_example, promises in rows:
        found[municipality].append(_There(Origin(origin), due_on, is_example, promises))
    return found


def by_focus() -> dict[str, int]:
    """How many promises each focus area has, by its code. One query."""
    return figures.by_focus()


def indexable() -> list[str]:
    """The addresses, without the first slash, that search engines may keep.

    A municipality's own page is among them when it has a set of its own; somebody's
    summary never is.
    """
    rows = BankArea.objects.filter(
        bank_set__may_be_indexed=True, bank_set__is_example=False
    )
    found: dict[str, None] = {}
    for slug, period in rows.order_by("slug", "period").values_list("slug", "period"):
        found[f"{slug}/"] = None
        found[f"{slug}/loften/{period}/"] = None
    return list(found)
