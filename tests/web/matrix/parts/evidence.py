"""Findings: counts from a file, answers to those who spoke, pictures."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.evidence.rules import Visibility
from handslag.domain.evidence.services import Picture, record_finding
from handslag.domain.organisations.models import Organisation
from tests.make.findings import NOW, finding, photograph
from tests.web.matrix.row import (
    HIDDEN,
    HIDDEN_READ,
    ORGANISATION_READ,
    REFUSED,
    WRITERS_ANYWHERE,
    WRITES,
    Row,
    public,
    row,
)

ROWS: Mapping[str, Row] = {
    "workspace:counts": WRITERS_ANYWHERE,
    "workspace:tell": row(
        REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "public:glossary": public(),
    "public:finding": public(HIDDEN_READ),
    "public:finding-picture": public(HIDDEN_READ),
    "workspace:finding-file": ORGANISATION_READ,
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A finding of the house, with a picture."""
    row = record_finding(
        writer,
        home=municipality,
        finding=finding(visibility=Visibility.OWN),
        now=NOW,
        pictures=[Picture(photograph(), "Ett torg.")],
    )
    return {"key": row.public_id, "sha256": row.files.get().file.sha256}
