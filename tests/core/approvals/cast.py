"""The parties of a round and those who answer for them; core knows no organisation."""

from uuid import UUID

from handslag.core.access import Actor, Role
from handslag.core.accounts.models import Person
from handslag.core.approvals import services
from handslag.core.approvals.models import Round, Version
from handslag.core.approvals.services import Voter

TOWN, POLICE, COUNTY = 1, 2, 3
SUBJECT = UUID(int=9)


def approver(party: int, name: str = "") -> Actor:
    name = name or f"Ordförande {party}"
    email = f"{name.replace(' ', '.').casefold()}@example.org"
    person = Person.objects.create(email=email, name=name)
    return Actor(name=name, person_id=person.pk, roles=frozenset({(party, Role.APPROVER)}))


def coordinator() -> Actor:
    person = Person.objects.create(email="samordnare@example.org", name="Samordnare")
    return Actor(
        name="Samordnare", person_id=person.pk, roles=frozenset({(TOWN, Role.COORDINATOR)})
    )


def voter(actor: Actor) -> Voter:
    return Voter(actor.name, "ordförande", actor.person_id, "account")


def version(actor: Actor, wording: str = "Vi finns på torget.") -> Version:
    return services.freeze(
        actor, subject_kind="promise_set", subject_id=SUBJECT, content={"wording": wording}
    )


def round_of(actor: Actor, *parties: int) -> Round:
    parties = parties or (TOWN, POLICE)
    return services.open_round(
        actor, version(actor), parties=[(party, f"Part {party}") for party in parties]
    )
