"""The country comes with the installation: all municipalities, counties and police."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.domain.organisations import rules
from handslag.domain.organisations.models import Organisation, Place, Relation, Slug
from handslag.domain.organisations.rules import Kind, PlaceKind, Tie
from handslag.domain.organisations.services.public import make_findable
from handslag.domain.organisations.shipped import Sweden

_BATCH = 500
_LOCALITIES = "SCB, tätorter 2020"

Key = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much was new."""

    organisations: int
    relations: int
    places: int


@transaction.atomic
def found_all(actor: Actor, sweden: Sweden, *, today: date) -> Loaded:
    """Found what is missing of the shipped country, and leave what is there as it is.

    It can be run again after an upgrade, and keeps every change made here.
    """
    require_system(actor)
    known = _known()
    new = [one for one in _organisations(sweden) if _key(one) not in known]
    Organisation.objects.bulk_create(new, batch_size=_BATCH)
    known = _known()
    _give_addresses([one for one in new if one.kind in rules.ADDRESSED], today)
    relations = _tie(_ties(sweden), known)
    places = _add_localities(sweden, known)
    changed = new if not places else Organisation.objects.filter(kind=Kind.MUNICIPALITY)
    make_findable(changed)
    for organisation in new:
        record(actor, "organisations.founded", organisation, kind=organisation.kind)
    return Loaded(len(new), relations, places)


def _key(organisation: Organisation) -> Key:
    """The official code, or the name for those that have none."""
    return Kind(organisation.kind), organisation.code or organisation.name


def _known() -> dict[Key, Organisation]:
    real = Organisation.objects.filter(is_example=False)
    return {_key(organisation): organisation for organisation in real}


def _organisations(sweden: Sweden) -> Iterable[Organisation]:
    for county in sweden.counties:
        yield _made(Kind.COUNTY, county.name, county.short_name, county.code)
    for region in sorted({county.police_region for county in sweden.counties}):
        yield _made(Kind.POLICE_REGION, _region(region), region)
    for area in sorted({one.area for one in sweden.districts}):
        yield _made(Kind.POLICE_AREA, _area(area), area)
    for district in sorted({one.district for one in sweden.districts}):
        yield _made(Kind.POLICE_DISTRICT, _district(district), district)
    for one in sweden.municipalities:
        made = _made(Kind.MUNICIPALITY, one.name, one.short_name, one.code)
        made.population = one.population
        yield made


def _made(kind: Kind, name: str, short_name: str, code: str = "") -> Organisation:
    return Organisation(kind=kind, name=name, short_name=short_name, code=code)


def _region(name: str) -> str:
    return f"Polisregion {name}"


def _area(name: str) -> str:
    return f"Polisområde {name}"


def _district(name: str) -> str:
    return f"Lokalpolisområde {name}"


def _ties(sweden: Sweden) -> Iterable[tuple[Key, Tie, Key]]:
    regions = {one.code: one.police_region for one in sweden.counties}
    counties = {one.code: one.county for one in sweden.municipalities}
    for county in sweden.counties:
        region = Kind.POLICE_REGION, _region(county.police_region)
        yield region, Tie.SERVES, (Kind.COUNTY, county.code)
    for one in sweden.municipalities:
        yield (Kind.MUNICIPALITY, one.code), Tie.LIES_IN, (Kind.COUNTY, one.county)
    region_of: dict[str, Counter[str]] = defaultdict(Counter)
    for row in sweden.districts:
        district = Kind.POLICE_DISTRICT, _district(row.district)
        yield district, Tie.SERVES, (Kind.MUNICIPALITY, row.municipality)
        yield district, Tie.PART_OF, (Kind.POLICE_AREA, _area(row.area))
        region_of[row.area][regions[counties[row.municipality]]] += 1
    for area, votes in region_of.items():
        # A district may reach into the next county; its area lies where most of it does.
        region = Kind.POLICE_REGION, _region(votes.most_common(1)[0][0])
        yield (Kind.POLICE_AREA, _area(area)), Tie.PART_OF, region


def _give_addresses(municipalities: list[Organisation], today: date) -> None:
    taken = Slug.objects.values_list("slug", flat=True)
    slugs = rules.propose_slugs((one.short_name for one in municipalities), set(taken))
    Slug.objects.bulk_create(
        Slug(organisation=one, slug=slugs[one.short_name], since=today)
        for one in municipalities
    )


def _tie(ties: Iterable[tuple[Key, Tie, Key]], known: Mapping[Key, Organisation]) -> int:
    """Add the ties that have never been; one that was ended stays ended."""
    ever = set(Relation.objects.values_list("lower_id", "kind", "upper_id"))
    wanted = {(known[lower].pk, tie.value, known[upper].pk) for lower, tie, upper in ties}
    new = sorted(wanted - ever)
    Relation.objects.bulk_create(
        (Relation(lower_id=lower, kind=tie, upper_id=upper) for lower, tie, upper in new),
        batch_size=_BATCH,
    )
    return len(new)


def _add_localities(sweden: Sweden, known: Mapping[Key, Organisation]) -> int:
    there = set(Place.objects.exclude(code="").values_list("code", flat=True))
    new = [one for one in sweden.localities if one.code not in there]
    Place.objects.bulk_create(
        (
            Place(
                within=known[Kind.MUNICIPALITY, one.municipality],
                kind=PlaceKind.LOCALITY,
                name=one.name,
                code=one.code,
                population=one.population,
                lon=one.lon,
                lat=one.lat,
                source=_LOCALITIES,
            )
            for one in new
        ),
        batch_size=_BATCH,
    )
    return len(new)
