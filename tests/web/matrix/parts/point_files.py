"""Files of points: sent in, read in and taken back by those who record for the home."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from handslag.core.access import Actor
from handslag.domain.analysis.rules.files import Grid, PointFileDraft
from handslag.domain.analysis.services import send_points
from handslag.domain.organisations.models import Organisation
from tests.web.matrix.parts.figure_files import CHOSEN, SENT, START

ROWS = {
    "workspace:point-files": START,
    "workspace:point-file": CHOSEN,
    "workspace:read-point-file": SENT,
    "workspace:undo-point-file": SENT,
    "workspace:remove-point-file": SENT,
}


def build(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """A file whose columns nobody has told yet."""
    draft = PointFileDraft(
        name="Skador på byggnader",
        counted_by="Fastighetsenheten",
        covers="Skador som har anmälts.",
        covers_from=date(2025, 1, 1),
        covers_to=date(2025, 12, 31),
        grid=Grid.SWEREF,
    )
    content = b"Datum;N;E\n2025-03-10;6565004;467996\n"
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    sent = send_points(
        writer, municipality, draft, name="skador.csv", content=content, now=now
    )
    return {"key": sent.public_id}
