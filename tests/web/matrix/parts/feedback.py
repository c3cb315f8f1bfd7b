"""What became of reports: one's own, one's organisation's, one's municipality's."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.incidents.models import Desk
from handslag.domain.organisations.models import Organisation
from tests.make import incidents as made
from tests.web.matrix.row import HIDDEN_READ, READS, row

NO_READ = "refused/wrong way"
OF_ONES_OWN = row(
    HIDDEN_READ,
    READS,
    HIDDEN_READ,
    HIDDEN_READ,
    HIDDEN_READ,
    HIDDEN_READ,
    about_others=HIDDEN_READ,
)
ROWS = {
    "workspace:feedback": row(NO_READ, READS, READS, NO_READ, NO_READ, READS),
    "workspace:feedback-letters": row(
        *("wrong way/refused", "wrong way/in", "wrong way/in"),
        *("wrong way/refused", "wrong way/refused", "wrong way/in"),
    ),
    "workspace:feedback-of": OF_ONES_OWN,
    # The police deal with reports, and receive none.
    "workspace:feedback-in": OF_ONES_OWN,
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A municipality in whose service something was reported."""
    if not Desk.objects.filter(within=municipality).exists():
        made.desk(municipality)
    made.report(municipality, actor=writer, by=municipality)
    return {"key": municipality.public_id}
