"""The year: who reads it, who keeps it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.year import services
from handslag.domain.year.queries import homes_of
from handslag.domain.year.rules.rhythm import USUAL
from tests.web.matrix.row import (
    EVERYONE_READS,
    EVERYONE_WRITES,
    HIDDEN,
    HIDDEN_READ,
    READS,
    REFUSED,
    WRITES,
    Row,
    public,
    row,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

# Of the municipality; its police sees the days that both must keep.
READ = row(*[READS] * 5, HIDDEN_READ, about_others=HIDDEN_READ)
KEPT = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
OWN_READ = row(
    READS, READS, HIDDEN_READ, READS, READS, HIDDEN_READ, about_others=HIDDEN_READ
)

ROWS: Mapping[str, Row] = {
    "workspace:year": EVERYONE_READS,
    "workspace:year-of": READ,
    "workspace:wheel": READ,
    "workspace:usual-year": row(
        "wrong way/refused",
        "wrong way/in",
        "wrong way/refused",
        "wrong way/refused",
        "wrong way/refused",
        "wrong way/hidden",
        about_others="wrong way/hidden",
    ),
    "workspace:new-rhythm": KEPT,
    "workspace:rhythm": KEPT,
    "workspace:remove-rhythm": KEPT,
    "workspace:reminders": READ,
    "workspace:own-calendar": EVERYONE_WRITES,
    "workspace:law-everyone": EVERYONE_READS,
    "workspace:law": READ,
    "workspace:law-answers": READ,
    "workspace:law-file": READ,
    "workspace:law-why": KEPT,
    "workspace:leading-board": KEPT,
    "workspace:assembly-reports": EVERYONE_READS,
    "workspace:assembly-report": OWN_READ,
    "workspace:assembly-document": OWN_READ,
    "workspace:report-introduction": KEPT,
    "workspace:give-report": KEPT,
    "workspace:given-report": OWN_READ,
    "public:own-calendar": public("hidden/wrong way"),
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """Something in the wheel and a report that was given: each address its own key."""
    one = services.add_rhythm(writer, municipality, USUAL[0])
    home = homes_of(writer, today=NOW.date())[0]
    given = services.give_report(
        writer, home, 2025, reported_on=date(2026, 2, 1), what="", now=NOW
    )
    return {
        "section": "5",
        "token": "ingen-kalender",
        "key": one.public_id,
        "told": given.public_id,
    }
