"""The addresses of analyses, and what each of the cast is answered there."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from handslag.core.access import Actor
from handslag.domain.analysis.rules import EffectDraft
from handslag.domain.analysis.services import plan_effect
from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Organisation
from tests import make
from tests.web.matrix.row import (
    EVERYONE_READS,
    READS,
    REFUSED,
    SET_READ,
    SET_WRITE,
    WRITERS_ANYWHERE,
    WRITES,
    row,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
# Who sees no reports is refused; to the police nothing is shared here.
ASKED = row(
    "refused/wrong way",
    READS,
    READS,
    "refused/wrong way",
    "refused/wrong way",
    READS,
    about_others=READS,
)
# The police count what is shared in their group, and may keep it.
KEPT = row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, WRITES)
ROWS = {
    "workspace:analysis": ASKED,
    "workspace:analysis-where": KEPT,
    "workspace:analysis-again": KEPT,
    "workspace:analysis-when": KEPT,
    "workspace:analysis-development": KEPT,
    "workspace:analysis-unusual": KEPT,
    "workspace:analysis-first": KEPT,
    "workspace:analysis-against": KEPT,
    "workspace:effects": EVERYONE_READS,
    "workspace:new-effect": WRITERS_ANYWHERE,
    "workspace:new-measured-effect": WRITERS_ANYWHERE,
    "workspace:effect": SET_READ,
    "workspace:effect-words": SET_WRITE,
    "workspace:effect-called-off": SET_WRITE,
}


def build(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """A plan that has not begun."""
    place = make.place(municipality, "Parken")
    place.lon, place.lat = 14.437, 59.236
    place.save()
    draft = EffectDraft(
        name="Ny belysning i parken",
        tops=(Top.DAMAGE,),
        place=place.pk,
        metres=300,
        begins=date(2027, 4, 10),
    )
    return {"key": plan_effect(writer, municipality, draft, now=NOW).public_id}
