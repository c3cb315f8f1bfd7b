"""Reporting in service: the page and its files, own reports, training, photos."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.incidents.models import Photo
from handslag.domain.organisations.models import Organisation
from tests.make import incidents as made
from tests.make.photos import marked_photo
from tests.web.matrix.row import (
    EVERYONE_READS,
    HIDDEN,
    HIDDEN_READ,
    READS,
    WRITERS_ANYWHERE,
    WRITES,
    Row,
    row,
)

REFUSED_READ = "refused/wrong way"
SENT, NOT_SENT = "wrong way/in", "wrong way/refused"
READERS_ANYWHERE = row(REFUSED_READ, READS, READS, REFUSED_READ, REFUSED_READ, READS)
SENDERS_ANYWHERE = row(NOT_SENT, SENT, SENT, NOT_SENT, NOT_SENT, SENT)

ROWS: Mapping[str, Row] = {
    "workspace:reporting": WRITERS_ANYWHERE,
    "workspace:reporting-state": EVERYONE_READS,
    "workspace:reporting-manifest": EVERYONE_READS,
    "workspace:reporting-worker": EVERYONE_READS,
    "workspace:send-report": SENDERS_ANYWHERE,
    "workspace:send-photo": SENDERS_ANYWHERE,
    "workspace:training": WRITERS_ANYWHERE,
    "workspace:trained": READERS_ANYWHERE,
    "workspace:own-reports": READERS_ANYWHERE,
    "workspace:photos-waiting": READERS_ANYWHERE,
    # Of the one who took it alone, who is none of the cast.
    "workspace:photo": row(*[HIDDEN] * 6, about_others=HIDDEN),
    "workspace:photo-file": row(
        HIDDEN_READ,
        READS,
        HIDDEN_READ,
        HIDDEN_READ,
        HIDDEN_READ,
        HIDDEN_READ,
        about_others=HIDDEN_READ,
    ),
    "workspace:moderate-photo": row(
        HIDDEN, WRITES, HIDDEN, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN
    ),
}
OWN_ROWS: Mapping[str, Row] = {
    "workspace:own-report": row(*[HIDDEN] * 6, about_others=HIDDEN),
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A photo that waits for the moderator."""
    return {"key": _photo(writer, municipality).public_id}


def build_own(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A report with that photo."""
    return {"key": _photo(writer, municipality).incident.report.public_id}


def _photo(writer: Actor, municipality: Organisation) -> Photo:
    made.desk(municipality)
    report = made.report(municipality, actor=writer, by=municipality)
    return marked_photo(writer, report)
