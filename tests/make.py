"""Make one of each thing, ready to use. Name only what the test is about."""

from datetime import date
from itertools import count

from handslag.core.access import Actor, Role
from handslag.core.accounts.models import Person
from handslag.core.text import slug
from handslag.domain.organisations.models import (
    Kind,
    Membership,
    Organisation,
    Place,
    PlaceKind,
    Relation,
    Slug,
    Tie,
)
from handslag.domain.organisations.queries import actor_for
from handslag.domain.vocabulary.models import Kind as TermKind
from handslag.domain.vocabulary.models import Term

_number = count(1)

LONG_AGO = date(2010, 1, 1)


def organisation(
    name: str = "", kind: Kind = Kind.ASSOCIATION, code: str = ""
) -> Organisation:
    name = name or f"Organisation {next(_number)}"
    return Organisation.objects.create(name=name, short_name=name, kind=kind, code=code)


def municipality(
    name: str = "", code: str = "", population: int | None = None
) -> Organisation:
    """A municipality with its address: "Lundby kommun" lives at /lundby/."""
    name = name or f"Ort{next(_number)} kommun"
    short_name = name.removesuffix(" kommun")
    made = Organisation.objects.create(
        name=name,
        short_name=short_name,
        kind=Kind.MUNICIPALITY,
        code=code or f"9{next(_number):03}",
        population=population,
    )
    Slug.objects.create(organisation=made, slug=slug(short_name), since=LONG_AGO)
    return made


def police_district(name: str = "", *, serving: Organisation | None = None) -> Organisation:
    name = name or f"Lokalpolisområde {next(_number)}"
    district = organisation(name, Kind.POLICE_DISTRICT)
    if serving is not None:
        relation(district, Tie.SERVES, serving)
    return district


def relation(
    lower: Organisation,
    kind: Tie,
    upper: Organisation,
    valid_from: date | None = LONG_AGO,
    valid_to: date | None = None,
) -> Relation:
    return Relation.objects.create(
        lower=lower, upper=upper, kind=kind, valid_from=valid_from, valid_to=valid_to
    )


def person(name: str = "", email: str = "", password: str | None = None) -> Person:
    number = next(_number)
    return Person.objects.create_user(
        email or f"person{number}@example.org", name or f"Person {number}", password
    )


def member(of: Organisation, role: Role, name: str = "") -> Actor:
    """Someone new with one role in one organisation."""
    someone = person(name)
    Membership.objects.create(person=someone, organisation=of, role=role, since=LONG_AGO)
    return actor_for(someone, today=date.max)


def place(
    within: Organisation, name: str = "Torget", kind: PlaceKind = PlaceKind.SQUARE
) -> Place:
    return Place.objects.create(within=within, name=name, kind=kind)


def term(kind: TermKind, code: str, sv: str = "", en: str = "") -> Term:
    return Term.objects.create(kind=kind, code=code, sv=sv or code, en=en or code)
