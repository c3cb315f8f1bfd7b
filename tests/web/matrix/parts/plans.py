"""A decided plan with a follow-up begun, and a grant that is applied for."""

from collections.abc import Mapping
from datetime import date

from handslag.core.access import Actor
from handslag.core.files.services import store
from handslag.domain.organisations.models import Organisation
from handslag.domain.plans import services
from tests.make import plans as made
from tests.web.matrix.row import (
    EVERYONE_READS,
    HIDDEN,
    ORGANISATION_READ,
    REFUSED,
    SET_READ,
    SET_WRITE,
    WRITERS_ANYWHERE,
    WRITES,
    Row,
    public,
    row,
)

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
# The municipality decides, also when the police write in the plan.
HOME_WRITES = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
GRANT_WRITES = row(REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
SENT = row(
    "wrong way/refused",
    "wrong way/in",
    "wrong way/in",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)
SHOWN_AND_WRITTEN = row(
    "in/refused",
    WRITES,
    WRITES,
    "in/refused",
    "in/refused",
    HIDDEN,
    about_others=HIDDEN,
)
ROWS: Mapping[str, Row] = {
    "workspace:action-plans": EVERYONE_READS,
    "workspace:new-action-plan": WRITERS_ANYWHERE,
    "workspace:action-plan": SET_READ,
    "workspace:action-plan-words": SET_WRITE,
    "workspace:action-plan-fill": SET_WRITE,
    "workspace:action-plan-picture": SET_WRITE,
    "workspace:action-plan-next": SET_WRITE,
    "workspace:action-plan-lineage": SET_READ,
    "workspace:new-action-plan-goal": SET_WRITE,
    "workspace:action-plan-goal": SET_WRITE,
    "workspace:remove-action-plan-goal": SENT,
    "workspace:new-action-plan-measure": SET_WRITE,
    "workspace:action-plan-measure": SHOWN_AND_WRITTEN,
    "workspace:action-plan-status": SET_WRITE,
    "workspace:move-action-plan-measure": SENT,
    "workspace:remove-action-plan-measure": SENT,
    "workspace:action-plan-reasons": SET_WRITE,
    "workspace:action-plan-decide": HOME_WRITES,
    "workspace:action-plan-file": SET_READ,
    "workspace:action-plan-follow-ups": SHOWN_AND_WRITTEN,
    "workspace:action-plan-follow-up": SHOWN_AND_WRITTEN,
    "workspace:chain": EVERYONE_READS,
    "workspace:grants": EVERYONE_READS,
    "workspace:new-grant": WRITERS_ANYWHERE,
    "public:action-plans": public(),
    "public:action-plan": public(),
    "public:action-plan-file": public(),
}
GRANT_ROWS: Mapping[str, Row] = {
    "workspace:grant": ORGANISATION_READ,
    "workspace:grant-export": ORGANISATION_READ,
    "workspace:grant-edit": GRANT_WRITES,
    "workspace:grant-answer": GRANT_WRITES,
    "workspace:grant-account": GRANT_WRITES,
}


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A decided plan on the picture of both, with a follow-up begun."""
    made.picture(municipality, municipality, police)
    plan = made.whole(writer, municipality, title="Klotter i gångtunneln")
    reasons = {(one.kind, ""): "Skäl." for one in made.left(plan)}
    services.explain_missing(writer, plan, reasons)
    services.decide(
        writer, plan, made.decision(), file=store(writer, "beslut.pdf", PDF), now=made.NOW
    )
    plan.refresh_from_db()
    begun = services.begin_follow_up(writer, plan, on=date(2026, 3, 2), now=made.NOW)
    return {
        "key": plan.public_id,
        "goal": plan.goals.get().public_id,
        "measure": plan.measures.get().public_id,
        "follow_up": begun.public_id,
        "period": plan.slug.slug,
    }


def build_grant(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    grant = services.apply_for_grant(writer, municipality, made.grant_draft(), now=made.NOW)
    return {"key": grant.public_id, "part": "ansokan"}
