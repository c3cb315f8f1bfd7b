from datetime import UTC, datetime

from handslag.core.connections.rules import Connector, Outcome
from handslag.core.connections.services import note_run

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_the_run_of_one_municipality_is_not_there_for_another(
    at_work, away, coordinator, municipality
):
    run = note_run(
        coordinator,
        Connector.TABLE,
        Outcome(),
        dry=False,
        now=NOW,
        on_behalf=municipality.pk,
    )
    address = f"/arbete/anslutningar/korningar/{run.public_id}/"
    assert (at_work.get(address).status_code, away.get(address).status_code) == (200, 404)
