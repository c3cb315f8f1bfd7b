"""What can be done with organisations and their people. Every write goes here."""

from handslag.domain.organisations.services.founding import (
    Point,
    found,
    name_place,
    rename,
    set_contact,
    set_population,
)
from handslag.domain.organisations.services.loading import found_all
from handslag.domain.organisations.services.people import (
    appoint,
    choose_language,
    choose_password,
    end_membership,
    invite,
)
from handslag.domain.organisations.services.public import bump_public
from handslag.domain.organisations.services.refusals import sentence
from handslag.domain.organisations.services.relations import end_relation, relate
from handslag.domain.organisations.services.squares import count_inhabitants

__all__ = [
    "Point",
    "appoint",
    "bump_public",
    "choose_language",
    "choose_password",
    "count_inhabitants",
    "end_membership",
    "end_relation",
    "found",
    "found_all",
    "invite",
    "name_place",
    "relate",
    "rename",
    "sentence",
    "set_contact",
    "set_population",
]
