"""The addresses of connections, and what each of the cast is answered there."""

from collections.abc import Mapping
from datetime import UTC, datetime

from handslag.core.access import Actor
from handslag.core.connections.rules import Connector, Counts, Outcome
from handslag.core.connections.services import note_run
from handslag.domain.organisations.models import Organisation
from handslag.integrations.values import BadLine

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def build(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """A file that the municipality read, with a line that was refused."""
    outcome = Outcome(Counts(new=1, bad=(BadLine(3, "not_a_number"),)))
    home = municipality.pk
    run = note_run(writer, Connector.TABLE, outcome, dry=False, now=NOW, on_behalf=home)
    return {"key": run.public_id, "connector": Connector.POLISEN.value}
