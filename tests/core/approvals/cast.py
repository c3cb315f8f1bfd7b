"""The parties of a round and those who answer for them; core knows no organisation."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from django.db import transaction

from handslag.core.access import Actor, Role
from handslag.core.accounts.models import Person
from handslag.core.approvals import rules, services
from handslag.core.approvals.models import Link, Round, Version
from handslag.core.approvals.rules import LinkRefusedError, Outcome
from handslag.core.approvals.services import Voter

TOWN, POLICE, COUNTY = 1, 2, 3
SUBJECT = UUID(int=9)
Made = tuple[Link, str, str]
SOMEONE = Actor(name="Samordnare", person_id=1)


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


def link_for(round_: Round, now: datetime, party: int = TOWN, **changed: str) -> Made:
    """A link for the approver of one party, with its token and its code."""
    row = round_.parties.get(organisation_id=party)
    details = {
        "name": f"Ordförande {party}",
        "function": "kommunstyrelsens ordförande",
        "email": f"ordforande{party}@example.org",
        "phone": f"+4670000000{party}",
        "code_channel": "sms",
    } | changed
    return services.make_link(SOMEONE, row, now=now, **details)


def by_link(link: Link, *, agrees: bool, now: datetime) -> Outcome:
    """As a domain's service does it: the vote, then the link is spent."""
    asked = link.round_party
    with transaction.atomic():
        outcome = services.cast(
            services.link_actor(link),
            asked.round,
            party=asked.organisation_id,
            agrees=agrees,
            reason="" if agrees else "För vagt.",
            voter=Voter(link.name, link.function, None, "link", link.code_channel),
            fingerprint=asked.round.version.fingerprint,
            now=now,
        )
        services.use_link(link, now=now)
    return outcome


def refused(code: str, deed: Callable[[], object]) -> LinkRefusedError:
    with pytest.raises(LinkRefusedError) as error:
        deed()
    assert error.value.code == code
    assert error.value.sentence == rules.LINK_REFUSALS[code]
    return error.value
