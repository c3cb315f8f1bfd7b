"""The addresses of reports for staff, and what each of the cast is answered there."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.incidents.models import Desk, Held, Incident
from handslag.domain.organisations.models import Organisation
from tests.make import incidents as make
from tests.web.matrix.row import (
    HIDDEN,
    HIDDEN_READ,
    READS,
    REFUSED,
    WRITES,
    row,
)

NO_READ = "refused/wrong way"
# A report is not there for those who may see none.
DEALT_WITH = row(HIDDEN, WRITES, WRITES, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)
LED = row(HIDDEN, WRITES, REFUSED, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)
# What the police moderates is its own, and here is nothing of that.
OWN_WORDS = row(HIDDEN, WRITES, HIDDEN, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)
# Whoever deals with reports somewhere has a list; nobody else has.
LIST = row(NO_READ, READS, READS, NO_READ, NO_READ, READS)

ROWS = {
    "workspace:reports": LIST,
    "workspace:reports-file": LIST,
    "workspace:map": LIST,
    "workspace:map-marks": LIST,
    "workspace:moderation": row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, WRITES),
    "workspace:readings": row(NO_READ, READS, READS, READS, NO_READ, READS),
    "workspace:report-page": row(
        HIDDEN_READ,
        READS,
        READS,
        HIDDEN_READ,
        HIDDEN_READ,
        HIDDEN_READ,
        about_others=HIDDEN_READ,
    ),
    # The police, whose task it is, deals with it. It does not moderate or merge.
    "workspace:report-deed": DEALT_WITH,
    "workspace:ask-reporter": DEALT_WITH,
    "workspace:take-out-words": LED,
    "workspace:merge-reports": LED,
    "workspace:separate-reports": LED,
}

WORDS_ROWS = {"workspace:moderate": OWN_WORDS}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """An incident of the municipality that is the task of the police."""
    if not Desk.objects.filter(within=municipality).exists():
        make.desk(municipality)
    incident = make.incident(municipality, text="Klotter på muren.")
    Incident.objects.filter(pk=incident.pk).update(owner=police)
    other = make.incident(municipality)
    return {"key": incident.public_id, "other": other.public_id, "deed": "atgard"}


def build_words(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """Words that wait for the moderator of the municipality."""
    incident = Incident.objects.filter(within=municipality).latest("pk")
    held = Held.objects.create(
        incident=incident,
        within=municipality,
        field="where_words",
        words="Hemma hos Kalle",
        until=make.NOW.date(),
    )
    return {"key": held.public_id}
