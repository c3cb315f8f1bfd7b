"""Files of figures: sent in, read in and taken back by those who record for the home."""

from collections.abc import Mapping
from datetime import UTC, datetime

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.rules.importing import Chosen, FileKind
from handslag.domain.series.services import send
from tests.web.matrix.row import HIDDEN, HIDDEN_READ, READS, REFUSED, WRITES, row

START = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, WRITES)
SHOWN = row(HIDDEN_READ, READS, *[HIDDEN_READ] * 4, about_others=HIDDEN_READ)
CHOSEN = row(HIDDEN, WRITES, *[HIDDEN] * 4, about_others=HIDDEN)
NOT_SENT = "wrong way/hidden"
SENT = row(NOT_SENT, "wrong way/in", *[NOT_SENT] * 4, about_others=NOT_SENT)
ROWS = {
    "workspace:figure-files": START,
    "workspace:figure-file": SHOWN,
    "workspace:figure-file-columns": CHOSEN,
    "workspace:read-figure-file": SENT,
    "workspace:undo-figure-file": SENT,
    "workspace:remove-figure-file": SENT,
}


def build(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """A table whose columns nobody has told yet."""
    sent = send(
        writer,
        municipality,
        FileKind.TABLE,
        name="vandringar.csv",
        content="Kommun;År;Antal\nDegerfors;2024;4\n".encode(),
        chosen=Chosen(),
        now=datetime(2026, 3, 2, 9, tzinfo=UTC),
    )
    return {"key": sent.public_id}
