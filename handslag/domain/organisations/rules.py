"""Which kinds of organisation there are, and how they may be tied together."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum


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

# A promise is made by those who answer for a place: the municipality and its police.
MAY_PROMISE = POLICE | {Kind.MUNICIPALITY, Kind.COUNTY, Kind.REGION}

_ANYONE_LOCAL = frozenset(Kind) - {Kind.COUNTY, Kind.COUNCIL}

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
    Tie.MEMBER_OF: frozenset({(kind, Kind.COUNCIL) for kind in _ANYONE_LOCAL}),
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
