"""Other systems: the same answer to everyone; a report is told of by its number alone."""

from handslag.core.access import Actor
from handslag.domain.incidents import queries
from handslag.domain.organisations.models import Organisation
from tests.make import incidents as made
from tests.web.matrix.row import public

ROWS = {
    "open311:discovery": public(),
    "open311:services": public(),
    "open311:service": public(),
    # Without a key nothing is taken in.
    "open311:requests": public("in/refused"),
    # No report was handed in by another system: there is nothing to tell.
    "open311:request": public("hidden/wrong way"),
    "open311:token": public("hidden/wrong way"),
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> dict[str, object]:
    """The number of a resident's report answers as one that is not there."""
    if queries.desk_of(municipality) is None:
        made.desk(municipality)
    incident = made.incident(municipality)
    return {
        "fmt": "json",
        "code": "graffiti",
        "number": incident.public_id,
        "token": "0000-0000-0000",
    }
