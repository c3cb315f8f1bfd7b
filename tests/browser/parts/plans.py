"""Plans: decided, begun, followed up; the chain; a grant."""

from handslag.domain.plans.models import GrantProject, Measure, Plan, PlanFollowUp
from handslag.domain.plans.rules.words import GrantState, State

PLANS = "/arbete/atgardsplan/"
PUBLIC = ("/degerfors/atgardsplan/", "/osthammar/atgardsplan/")
AT_WORK = {
    "samordnare": (
        PLANS,
        f"{PLANS}ny/",
        PLANS + "{draft}/",
        PLANS + "{draft}/skal/",
        PLANS + "{draft}/besluta/",
        PLANS + "{draft}/mal/nytt/",
        PLANS + "{draft}/atgard/{loose}/",
        PLANS + "{decided}/",
        PLANS + "{decided}/atgard/{measure}/lage/",
        PLANS + "{decided}/uppfoljning/",
        PLANS + "{decided}/uppfoljning/{told}/",
        "/arbete/kedjan/",
        "/arbete/statsbidrag/",
        "/arbete/statsbidrag/nytt/",
        "/arbete/statsbidrag/{grant}/",
    )
}
NOT_PAGES = frozenset(
    {
        "workspace:action-plan-fill",
        "workspace:action-plan-picture",
        "workspace:action-plan-file",
        "workspace:remove-action-plan-goal",
        "workspace:move-action-plan-measure",
        "workspace:remove-action-plan-measure",
        "workspace:grant-export",
        "public:action-plan-file",
    }
)


def words() -> dict[str, str]:
    draft = Plan.objects.get(state=State.DRAFT)
    decided = Plan.objects.get(pk=draft.predecessor_id or 0)
    loose = draft.measures.filter(answers=None).latest("pk")
    measure = Measure.objects.filter(plan=decided).first()
    told = PlanFollowUp.objects.get(plan=decided)
    grant = GrantProject.objects.get(state=GrantState.GRANTED)
    assert measure is not None
    return {
        "draft": str(draft.public_id),
        "decided": str(decided.public_id),
        "loose": str(loose.public_id),
        "measure": str(measure.public_id),
        "told": str(told.public_id),
        "grant": str(grant.public_id),
    }
