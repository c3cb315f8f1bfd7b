"""On which terms residents report in a municipality, and the places they may choose."""

from dataclasses import dataclass
from uuid import UUID

from handslag.core.text import sort_key
from handslag.domain.incidents.queries.receipts import open_categories, places_at
from handslag.domain.incidents.rules import SMALL_PLACES, Top
from handslag.domain.organisations import maps


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind that a resident can choose, in both languages."""

    code: str
    top: Top
    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class ReportingDesk:
    """Where residents of a municipality report, when they can."""

    place: str
    name: str
    code: str  # the official one of the municipality
    shares_with_group: bool
    days: int
    kinds: tuple[ReportKind, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A named place of the municipality. `small`: its point is where it happened."""

    key: UUID
    name: str
    lies_in: str
    small: bool
    lon: float | None
    lat: float | None


def is_open(slug: str) -> bool:
    """Whether residents can report in the municipality at this address."""
    return open_categories(slug).exists()


def reporting_desk(slug: str) -> ReportingDesk | None:
    """The desk at this address, if it is open to residents. One query."""
    kinds = list(open_categories(slug))
    if not kinds:
        return None
    municipality = kinds[0].within
    return ReportingDesk(
        place=municipality.short_name,
        name=municipality.name,
        code=municipality.code,
        shares_with_group=municipality.desk.shares_with_group,
        days=municipality.desk.days,
        kinds=tuple(
            ReportKind(one.code, Top(one.top), one.sv, one.en or one.sv) for one in kinds
        ),
    )


def lies_in(desk: ReportingDesk, lon: float, lat: float) -> bool:
    """Whether a point lies in the municipality, as far as its outline tells."""
    return maps.holds(desk.code, lon, lat)


def named_places(slug: str, *, key: str = "") -> list[Named]:
    """The named places of the municipality, small ones first, then as they are called.

    With a key that one alone. One query.
    """
    found = [
        Named(
            key=one.public_id,
            name=one.name,
            lies_in=one.parent.name if one.parent else "",
            small=one.kind in SMALL_PLACES,
            lon=one.lon,
            lat=one.lat,
        )
        for one in places_at(slug, key=key)
    ]
    return sorted(found, key=lambda one: (not one.small, sort_key(one.name)))
