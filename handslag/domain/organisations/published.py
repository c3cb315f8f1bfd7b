"""What anyone may know of municipalities: names, addresses, numbers and the map."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from handslag.core.search import services as search
from handslag.core.text import sort_key
from handslag.domain.organisations import maps
from handslag.domain.organisations.landmarks import Name, landmarks
from handslag.domain.organisations.models import (
    Kind,
    Organisation,
    Place,
    PlaceKind,
    Relation,
    Slug,
    Tie,
)
from handslag.domain.organisations.rules import Size, size_of
from handslag.statistics.grid import to_sweref

LANDMARKS = 4
LARGE = 8  # names that are written on a map one walks about in

# What the search calls agreements, pictures and plans: what is read as a whole.
DOCUMENT = "document"

SIZE_NAMES = {
    Size.UNDER_10: _("fewer than 10,000 inhabitants"),
    Size.TO_20: _("10,000–19,999 inhabitants"),
    Size.TO_50: _("20,000–49,999 inhabitants"),
    Size.TO_100: _("50,000–99,999 inhabitants"),
    Size.OVER_100: _("100,000 inhabitants or more"),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach an organisation: a function, never a named person."""

    name: str
    email: str
    phone: str

    def __bool__(self) -> bool:
        return bool(self.name or self.email or self.phone)


@dataclass(frozen=True, slots=True)
class Police:
    """A police district that serves the municipality."""

    name: str
    short_name: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality as the public knows it."""

    public_id: str
    slug: str
    code: str
    name: str
    short_name: str
    county: str
    county_code: str
    population: int | None
    population_year: int | None
    size: Size | None
    contact: Contact
    police: tuple[Police, ...]
    revision: int
    is_example: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """The municipality has another address now."""

    to: str


@dataclass(frozen=True, slots=True)
class County:
    """A county and its two-digit code."""

    code: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A municipality on the map, as the path of an SVG."""

    code: str
    path: str


@dataclass(frozen=True, slots=True)
class MapShapes:
    """A map of the country or a county: the window, the shapes and county lines."""

    view_box: str
    shapes: tuple[Shape, ...]
    county_lines: str


def municipality(slug: str) -> Municipality | Moved | None:
    """The municipality at this address, or where it has moved. Two queries."""
    found = Slug.objects.filter(slug=slug).select_related("organisation").first()
    if found is None or found.organisation.kind != Kind.MUNICIPALITY:
        return None
    if not found.current:
        now = Slug.objects.filter(organisation=found.organisation_id, current=True).first()
        return Moved(now.slug) if now else None
    return _published([(found.organisation, found.slug)])[0]


def municipalities(*, county_code: str = "") -> list[Municipality]:
    """Every municipality, in Swedish order: å, ä and ö last. Two queries."""
    current = Slug.objects.filter(current=True, organisation__kind=Kind.MUNICIPALITY)
    if county_code:
        current = current.filter(organisation__code__startswith=county_code)
    rows = [(one.organisation, one.slug) for one in current.select_related("organisation")]
    return sorted(_published(rows), key=lambda one: sort_key(one.short_name))


def counties() -> list[County]:
    """The counties, in Swedish order."""
    rows = Organisation.objects.filter(kind=Kind.COUNTY, is_example=False)
    found = [County(one.code, one.name, one.short_name) for one in rows]
    return sorted(found, key=lambda county: sort_key(county.short_name))


def search_municipalities(query: str, *, limit: int = 10) -> list[Municipality]:
    """Municipalities by name or by a locality within them, however it is typed."""
    hits = search.find(query, kind="municipality", limit=limit)
    order = {hit.subject: place for place, hit in enumerate(hits)}
    current = Slug.objects.filter(current=True, organisation__public_id__in=order)
    rows = [(one.organisation, one.slug) for one in current.select_related("organisation")]
    return sorted(_published(rows), key=lambda one: order[one.public_id])


@dataclass(frozen=True, slots=True)
class Found:
    """Where a public document is found: in which municipality, and below its address."""

    slug: str
    place: str
    path: str


def map_shapes(county_code: str = "") -> MapShapes:
    """The shapes for a map drawn on the server. Kept in memory after the first time."""
    drawn = maps.drawing(county_code)
    shapes = tuple(Shape(shape.code, shape.path) for shape in drawn.shapes)
    return MapShapes(drawn.view_box, shapes, drawn.county_lines)


@dataclass(frozen=True, slots=True)
class CloseUp:
    """A municipality drawn for itself, and its largest places to find one's way by."""

    drawn: maps.CloseUp
    landmarks: tuple[tuple[str, float, float], ...]  # name, longitude, latitude


def close_up(codes: Iterable[str], lon: float, lat: float) -> CloseUp | None:
    """The first of these municipalities that a position lies in. One query."""
    near = next((code for code in codes if code and maps.is_near(code, lon, lat)), "")
    drawn = maps.close_up(near)
    if drawn is None:
        return None
    largest = (
        Place.objects.filter(within__code=near, within__kind=Kind.MUNICIPALITY)
        .filter(kind=PlaceKind.LOCALITY, lon__isnull=False, population__isnull=False)
        .order_by("-population", "name")
        .values_list("name", "lon", "lat")[:LANDMARKS]
    )
    return CloseUp(drawn, tuple((name, x or 0.0, y or 0.0) for name, x, y in largest))


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the marks of a map: outlines as GeoJSON geometries, and names."""

    here: dict[str, object] | None
    beside: tuple[dict[str, object], ...]
    names: tuple[Name, ...]

    def nearest(self, lon: float, lat: float) -> str:
        """The name that lies nearest; nothing where none is known."""
        return landmarks(self.names).near(*to_sweref(lon, lat))


# Places that everybody knows. Others are named for one promise or one report alone.
KNOWN = (
    *(PlaceKind.LOCALITY, PlaceKind.NEIGHBOURHOOD, PlaceKind.SQUARE),
    *(PlaceKind.PARK, PlaceKind.SCHOOL, PlaceKind.STATION),
)


def names_in(code: str) -> tuple[Name, ...]:
    """The names to find one's way by in the municipality with this code. One query."""
    rows = (
        Place.objects.filter(within__code=code, within__kind=Kind.MUNICIPALITY)
        .filter(kind__in=KNOWN, lon__isnull=False)
        .order_by(F("population").desc(nulls_last=True), "name")
        .values_list("name", "lon", "lat", "population")
    )
    return tuple(
        (name, x or 0.0, y or 0.0, bool(people) and number < LARGE)
        for number, (name, x, y, people) in enumerate(rows)
    )


def ground(code: str) -> Ground:
    """The ground of a map of the municipality with this official code. One query."""
    around = (maps.outline(other) for other in maps.beside(code))
    beside = tuple(one for one in around if one is not None)
    return Ground(maps.outline(code), beside, names_in(code))


def _published(rows: Iterable[tuple[Organisation, str]]) -> list[Municipality]:
    rows = list(rows)
    keys = [organisation.pk for organisation, _slug in rows]
    now = Relation.objects.filter(valid_to__isnull=True)
    county: dict[int, Organisation] = {}
    police: dict[int, list[Organisation]] = defaultdict(list)
    lies = now.filter(kind=Tie.LIES_IN, lower__in=keys)
    serves = now.filter(kind=Tie.SERVES, upper__in=keys)
    for relation in (lies | serves).select_related("lower", "upper"):
        if relation.kind == Tie.LIES_IN:
            county[relation.lower_id] = relation.upper
        else:
            police[relation.upper_id].append(relation.lower)
    return [
        _one(organisation, slug, county.get(organisation.pk), police[organisation.pk])
        for organisation, slug in rows
    ]


def _one(
    organisation: Organisation,
    slug: str,
    county: Organisation | None,
    police: Iterable[Organisation],
) -> Municipality:
    return Municipality(
        public_id=str(organisation.public_id),
        slug=slug,
        code=organisation.code,
        name=organisation.name,
        short_name=organisation.short_name,
        county=county.name if county else "",
        county_code=county.code if county else "",
        population=organisation.population,
        population_year=organisation.population_year,
        size=size_of(organisation.population),
        contact=_contact(organisation),
        police=tuple(
            Police(one.name, one.short_name, _contact(one))
            for one in sorted(police, key=lambda one: sort_key(one.name))
        ),
        revision=organisation.public_revision,
        is_example=organisation.is_example,
    )


def _contact(organisation: Organisation) -> Contact:
    return Contact(
        name=organisation.contact_name,
        email=organisation.contact_email,
        phone=organisation.contact_phone,
    )
