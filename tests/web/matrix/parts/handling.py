"""The addresses of reports for staff, and what each of the cast is answered there."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.incidents.models import Desk, Incident
from handslag.domain.organisations.models import Organisation
from tests.make import incidents as make
from tests.web.matrix.row import READS, row

NO_READ = "refused/wrong way"
# Whoever deals with reports somewhere has a list; nobody else has.
LIST = row(NO_READ, READS, READS, NO_READ, NO_READ, READS)

ROWS = {
    "workspace:reports": LIST,
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """An incident of the municipality that is the task of the police."""
    if not Desk.objects.filter(within=municipality).exists():
        make.desk(municipality)
    incident = make.incident(municipality, text="Klotter på muren.")
    Incident.objects.filter(pk=incident.pk).update(owner=police)
    return {"key": incident.public_id}
