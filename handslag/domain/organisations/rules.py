"""Which kinds of organisation there are, and how they may be tied together."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum

from handslag.core.retention.rules import Statement
from handslag.core.text import fold, slug, spelled_slug


class NotAllowedError(Exception):
    """The rules say no. The code says which sentence to show."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Kind(StrEnum):
    """What an organisation is."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    REGION = "region"
    POLICE_REGION = "police_region"
    POLICE_AREA = "police_area"
    POLICE_DISTRICT = "police_district"
    COUNCIL = "council"
    HOUSING_COMPANY = "housing_company"
    ASSOCIATION = "association"
    BUSINESS = "business"
    AUTHORITY = "authority"
    OTHER = "other"


class Tie(StrEnum):
    """How one organisation belongs to another. Reads: lower, tie, upper."""

    LIES_IN = "lies_in"
    PART_OF = "part_of"
    SERVES = "serves"
    COVERS = "covers"
    MEMBER_OF = "member_of"
    OWNED_BY = "owned_by"


class PlaceKind(StrEnum):
    """What a named place is."""

    LOCALITY = "locality"
    NEIGHBOURHOOD = "neighbourhood"
    STREET = "street"
    SQUARE = "square"
    PARK = "park"
    SCHOOL = "school"
    STATION = "station"
    AREA = "area"
    OTHER = "other"


POLICE = frozenset({Kind.POLICE_REGION, Kind.POLICE_AREA, Kind.POLICE_DISTRICT})

# Those with an address of their own, directly under the first slash.
ADDRESSED = frozenset({Kind.MUNICIPALITY})

# Those that a coordinator may add on the spot: they hold no power over anyone.
MAY_BE_ADDED = frozenset(
    {
        Kind.COUNCIL,
        Kind.HOUSING_COMPANY,
        Kind.ASSOCIATION,
        Kind.BUSINESS,
        Kind.AUTHORITY,
        Kind.OTHER,
    }
)

# A promise is made by those who answer for a place: the municipality and its police.
# A county is a piece of the map; the region is who acts there.
MAY_PROMISE = POLICE | {Kind.MUNICIPALITY, Kind.REGION}

# Anyone who can undertake something may be party to an agreement. A county is a piece
# of the map, and a council is where the parties meet: it binds none of them.
MAY_AGREE = frozenset(Kind) - {Kind.COUNTY, Kind.COUNCIL}

# Those who answer for what is agreed: they say yes to its exact words, if nothing else
# is said.
USUALLY_APPROVE = POLICE | {Kind.MUNICIPALITY}

_MAY_SIT = frozenset(Kind) - {Kind.COUNTY, Kind.COUNCIL}

TIES: Mapping[Tie, frozenset[tuple[Kind, Kind]]] = {
    Tie.LIES_IN: frozenset({(Kind.MUNICIPALITY, Kind.COUNTY)}),
    Tie.PART_OF: frozenset(
        {
            (Kind.POLICE_DISTRICT, Kind.POLICE_AREA),
            (Kind.POLICE_DISTRICT, Kind.POLICE_REGION),
            (Kind.POLICE_AREA, Kind.POLICE_REGION),
        }
    ),
    Tie.SERVES: frozenset(
        {
            (Kind.POLICE_DISTRICT, Kind.MUNICIPALITY),
            (Kind.POLICE_AREA, Kind.MUNICIPALITY),
            (Kind.POLICE_REGION, Kind.COUNTY),
        }
    ),
    Tie.COVERS: frozenset({(Kind.COUNCIL, Kind.MUNICIPALITY), (Kind.REGION, Kind.COUNTY)}),
    Tie.MEMBER_OF: frozenset({(kind, Kind.COUNCIL) for kind in _MAY_SIT}),
    Tie.OWNED_BY: frozenset(
        {
            (Kind.HOUSING_COMPANY, Kind.MUNICIPALITY),
            (Kind.BUSINESS, Kind.MUNICIPALITY),
            (Kind.HOUSING_COMPANY, Kind.REGION),
            (Kind.BUSINESS, Kind.REGION),
        }
    ),
}


def may_tie(lower: Kind, tie: Tie, upper: Kind) -> bool:
    """Whether the field knows such a relation: a district serves a municipality."""
    return (lower, upper) in TIES[tie]


def may_be_party(kind: Kind) -> bool:
    """Whether it may stand as party to a promise set: it answers for a place."""
    return kind in MAY_PROMISE


def may_agree(kind: Kind) -> bool:
    """Whether it may be party to a cooperation agreement."""
    return kind in MAY_AGREE


def holds(starts: date | None, ends: date | None, day: date) -> bool:
    """Whether something dated holds on this day. Both ends are inclusive."""
    return (starts is None or starts <= day) and (ends is None or day <= ends)


def meet(
    starts: date | None,
    ends: date | None,
    other_starts: date | None,
    other_ends: date | None,
) -> bool:
    """Whether two stretches of time have a day in common."""
    first = ends is None or other_starts is None or other_starts <= ends
    second = other_ends is None or starts is None or starts <= other_ends
    return first and second


# The first words of the product's own addresses, and those that it may want one day.
_RESERVED = """
    admin aktuellt api arbete arkiv assets bilder bra delta demo dokument embed en filer
    folj fragor godkann handelselogg health hjalp integritet jobb kalender karta kommun
    kommuner kontakt kontroll lan landet lankar loften loftesbanken logga-in logga-ut
    medborgarloften media min-sida mina-sidor nyheter om open311 oppna-data oss person
    personuppgifter polis polisen prenumerera privacy radet rapportera rattelse region
    robots sakerhet sidor sitemap sjalvtest sok start static statistik status sv sverige
    ordlista tack tillganglighet underlag undersokning uppfoljning webbkarta well-known
"""
RESERVED_SLUGS = frozenset(_RESERVED.split())
LONGEST_SLUG = 80

# Names that differ in å, ä or ö alone. Those with such a letter are spelled out,
# so that the address does not depend on who came first.
_ALIKE = frozenset({"habo"})


def propose_slug(name: str, taken: Collection[str]) -> str:
    """The address of a name: "Hällefors" is hallefors, but Håbo is haabo beside Habo."""
    plain, spelled = slug(name)[:LONGEST_SLUG], spelled_slug(name)[:LONGEST_SLUG]
    first = spelled if plain in _ALIKE else plain
    first = first or "kommun"
    used = {*taken, *RESERVED_SLUGS}
    for candidate in (first, spelled, f"{first[: LONGEST_SLUG - 7]}-kommun"):
        if candidate and candidate not in used:
            return candidate
    number = 2
    while (numbered := f"{first[: LONGEST_SLUG - 7]}-{number}") in used:
        number += 1
    return numbered


def propose_slugs(names: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """Addresses for many at once, the same in whatever order they come."""
    used = set(taken)
    proposed: dict[str, str] = {}
    for name in sorted(set(names), key=lambda name: (fold(name) != name.casefold(), name)):
        proposed[name] = propose_slug(name, used)
        used.add(proposed[name])
    return proposed


class Size(StrEnum):
    """How large a municipality is, to compare it with its like."""

    UNDER_10 = "under_10"
    TO_20 = "10_to_20"
    TO_50 = "20_to_50"
    TO_100 = "50_to_100"
    OVER_100 = "over_100"


_UP_TO = (
    (10_000, Size.UNDER_10),
    (20_000, Size.TO_20),
    (50_000, Size.TO_50),
    (100_000, Size.TO_100),
)


def size_of(population: int | None) -> Size | None:
    """The size class by number of inhabitants; none when it is not known."""
    if population is None:
        return None
    return next((size for limit, size in _UP_TO if population < limit), Size.OVER_100)


def size_limits(size: Size) -> tuple[int, int | None]:
    """The fewest inhabitants of the class, and the number where the next begins."""
    order = list(Size)
    place = order.index(size)
    fewest = 0 if place == 0 else _UP_TO[place - 1][0]
    return fewest, None if place == len(_UP_TO) else _UP_TO[place][0]


RETENTION = (
    Statement(
        model="organisations.Organisation",
        keep="organisations",
        months=None,
        then="keep",
        why="Promises and votes name it for ever.",
    ),
    Statement(
        model="organisations.Relation",
        keep="organisations",
        months=None,
        then="keep",
        why="Which police served a municipality in a year explains what was promised then.",
    ),
    Statement(
        model="organisations.Slug",
        keep="organisations",
        months=None,
        then="keep",
        why="An address once printed must lead somewhere.",
    ),
    Statement(
        model="organisations.Place",
        keep="organisations",
        months=None,
        then="keep",
        why="Promises and findings are about places.",
    ),
    Statement(
        model="organisations.InhabitedSquare",
        keep="organisations",
        months=None,
        then="keep",
        why="Says where so few live that a number could point at a household.",
    ),
    Statement(
        model="organisations.Membership",
        keep="account",
        months=24,
        then="delete",
        why="Who held a role is needed while their deeds may be questioned.",
    ),
)
