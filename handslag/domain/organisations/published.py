"""What may anyone see of organisations? Names and functions to turn to, never persons."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.organisations.models import Kind, Organisation, Slug
from handslag.domain.organisations.queries import police_for
from handslag.domain.organisations.rules import POLICE

MUNICIPAL = frozenset({Kind.MUNICIPALITY, Kind.REGION})


@dataclass(frozen=True, slots=True)
class Renamed:
    """The municipality is found under another short name now."""

    slug: str


@dataclass(frozen=True, slots=True)
class PublishedContact:
    """A function that answers for an organisation, and how it is reached."""

    organisation: str
    side: str
    function: str
    email: str
    phone: str

    @property
    def is_reachable(self) -> bool:
        return bool(self.email or self.phone)


@dataclass(frozen=True, slots=True)
class PublishedMunicipality:
    """A municipality, its police, and whom to ask in each."""

    slug: str
    name: str
    short_name: str
    population: int | None
    population_year: int | None
    contact: PublishedContact
    police: PublishedContact | None
    is_example: bool
    revision: int


def municipality(slug: str, *, today: date) -> PublishedMunicipality | Renamed | None:
    """The municipality at this short name, where it has moved, or None. Three queries."""
    found = (
        Slug.objects.filter(slug=slug, organisation__kind=Kind.MUNICIPALITY)
        .select_related("organisation")
        .first()
    )
    if found is None:
        return None
    who = found.organisation
    if not found.current:
        return Renamed(who.slugs.get(current=True).slug)
    police = police_for(who, today=today)
    return PublishedMunicipality(
        slug=found.slug,
        name=who.name,
        short_name=who.short_name,
        population=who.population,
        population_year=who.population_year,
        contact=contact(who),
        police=contact(police) if police else None,
        is_example=who.is_example,
        revision=who.public_revision,
    )


def contact(who: Organisation) -> PublishedContact:
    """How to reach an organisation: by its function, as it has said itself."""
    return PublishedContact(
        organisation=who.name,
        side=side(who.kind),
        function=who.contact_name,
        email=who.contact_email,
        phone=who.contact_phone,
    )


def side(kind: str) -> str:
    """Whose stroke of the handshake it is: the municipality's, the police's, or others'."""
    if kind in POLICE:
        return "police"
    return "municipality" if kind in MUNICIPAL else "others"
