"""The addresses of connections, and what each of the cast is answered there."""

from collections.abc import Mapping
from datetime import UTC, datetime

from handslag.core.access import Actor
from handslag.core.connections.rules import ASKED, Connector, Counts, Outcome
from handslag.core.connections.services import note_run
from handslag.domain.organisations.models import Organisation
from handslag.integrations.values import BadLine
from tests.web.matrix.row import (
    EVERYONE_READS,
    ORGANISATION_READ,
    REFUSED,
    WRITES,
    row,
)

TURNS = row(REFUSED, WRITES, REFUSED, WRITES, REFUSED, WRITES)
ROWS = {
    "workspace:connections": EVERYONE_READS,
    **{f"workspace:connection-{one}": TURNS for one in sorted(ASKED)},
    "workspace:police-events-file": TURNS,
    "workspace:run": ORGANISATION_READ,
    "workspace:police-events": EVERYONE_READS,
}
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def build(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """A file that the municipality read, with a line that was refused."""
    outcome = Outcome(Counts(new=1, bad=(BadLine(3, "not_a_number"),)))
    home = municipality.pk
    run = note_run(writer, Connector.TABLE, outcome, dry=False, now=NOW, on_behalf=home)
    return {"key": run.public_id}
