"""Residents' reports: anyone writes there, and a link that is not ours is a page."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.incidents.models import Desk
from handslag.domain.organisations.models import Organisation
from tests.make import incidents as make
from tests.web.matrix.row import HIDDEN_READ, READS, WRITES, public, row

NO_READ = "refused/wrong way"
ROWS = {
    # Only a municipality prints posters, of its own places.
    "workspace:posters": row(NO_READ, READS, NO_READ, NO_READ, NO_READ, READS),
    "workspace:poster": row(
        *(HIDDEN_READ, READS, HIDDEN_READ, HIDDEN_READ, HIDDEN_READ, HIDDEN_READ),
        about_others=HIDDEN_READ,
    ),
    "public:report": public(),
    "public:report-new": public(WRITES),
    "public:report-receipt": public(WRITES),
    "public:report-letter": public(WRITES),
    "public:report-outcomes": public(),
    "public:report-outcomes-file": public(),
}


def build(
    _writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """A municipality that is open to residents."""
    if not Desk.objects.filter(within=municipality).exists():
        make.desk(municipality)
    return {"token": "inte-en-lank", "key": municipality.public_id}
