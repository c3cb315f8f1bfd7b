"""The organisations and people of the demonstration, put in place by the services."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from handslag.config.demo.accounts import ACCOUNTS, DEGERFORS, HOUSING, PASSWORD
from handslag.core.access import Actor, Role, system
from handslag.core.accounts.models import Person
from handslag.domain.organisations import services
from handslag.domain.organisations.models import Kind, Organisation, Tie
from handslag.domain.organisations.queries import actor_for

SINCE = date(2016, 1, 1)
TODAY = date(2026, 11, 22)
COUNCIL = "Lok Brå Karlskoga-Degerfors"

CONTACTS = {
    DEGERFORS: ("Trygghetssamordningen (demo)", "trygghet@degerfors.example"),
    "Lokalpolisområde Karlskoga": ("Kommunpolisen (demo)", "kommunpolis@handslag.example"),
    "Karlskoga kommun": ("Trygghetssamordningen (demo)", "trygghet@karlskoga.example"),
    "Hällefors kommun": ("Trygghetssamordningen (demo)", "trygghet@hallefors.example"),
    "Åsele kommun": ("Trygghetssamordningen (demo)", "trygghet@asele.example"),
    "Östhammars kommun": ("Trygghetssamordningen (demo)", "trygghet@osthammar.example"),
}


def at(day: date, hour: int = 9) -> datetime:
    """An hour of a day, as an instant."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stage:
    """Everyone who plays, by the key of the account or the name of the organisation."""

    actors: dict[str, Actor]
    organisations: dict[str, Organisation]

    def actor(self, key: str) -> Actor:
        return self.actors[key]

    def org(self, name: str) -> Organisation:
        return self.organisations[name]


def set_up() -> Stage:
    """Found what the country does not have, and give everyone an account and a role."""
    installer = system("demo")
    for name, kind in ((COUNCIL, Kind.COUNCIL), (HOUSING, Kind.HOUSING_COMPANY)):
        services.found(installer, kind=kind, name=name, today=SINCE)
    services.found(installer, kind=Kind.HOUSING_COMPANY, name="Östhammarshem", today=SINCE)
    known = {one.name: one for one in Organisation.objects.all()}
    for municipality in ("Karlskoga kommun", DEGERFORS):
        services.relate(
            installer, known[COUNCIL], Tie.COVERS, known[municipality], valid_from=SINCE
        )
    services.relate(
        installer, known[HOUSING], Tie.OWNED_BY, known[DEGERFORS], valid_from=SINCE
    )
    for name, (function, email) in CONTACTS.items():
        services.set_contact(installer, known[name], name=function, email=email, phone="")
    return Stage(_people(installer, known), known)


def _people(installer: Actor, known: dict[str, Organisation]) -> dict[str, Actor]:
    actors: dict[str, Actor] = {}
    hashed = ""
    for account in ACCOUNTS:
        person = services.invite(
            installer,
            known[account.organisation],
            Role(account.role),
            email=account.email,
            name=account.name,
            since=SINCE,
        )
        if not hashed:  # one password for all: hashing it well takes a while, so once
            person.set_password(PASSWORD)
            hashed = person.password
        Person.objects.filter(pk=person.pk).update(password=hashed)
        actors[account.key] = actor_for(person, today=TODAY)
    return actors
