"""Whom to ask about a set: functions in the organisations that give it, never persons."""

from dataclasses import dataclass

from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.organisations.rules import POLICE

MUNICIPAL = frozenset({Kind.MUNICIPALITY, Kind.REGION})


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
