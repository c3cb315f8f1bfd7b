"""Plans: decided, begun, followed up; the chain; a grant."""

from handslag.domain.plans.models import GrantProject, Measure, Plan, PlanFollowUp
from handslag.domain.plans.rules.words import GrantState, State

PLANS = "/arbete/atgardsplan/"
PUBLIC = (
    "/degerfors/atgardsplan/",
    "/en/degerfors/atgardsplan/2025-2026/",  # followed up
    "/osthammar/atgardsplan/2024-2026/",  # late
)
AT_WORK = {
    "samordnare": (
        PLANS,
        f"{PLANS}ny/",
        PLANS + "{draft_plan}/",
        PLANS + "{draft_plan}/ord/",
        PLANS + "{draft_plan}/skal/",
        PLANS + "{draft_plan}/besluta/",
        PLANS + "{draft_plan}/mal/nytt/",
        PLANS + "{draft_plan}/mal/{goal}/",
        PLANS + "{draft_plan}/atgard/ny/",
        PLANS + "{draft_plan}/atgard/{loose}/",
        PLANS + "{decided_plan}/",
        PLANS + "{decided_plan}/slakt/",
        PLANS + "{decided_plan}/nasta/",
        PLANS + "{decided_plan}/atgard/{measure}/",
        PLANS + "{decided_plan}/atgard/{measure}/lage/",
        PLANS + "{decided_plan}/uppfoljning/",
        PLANS + "{decided_plan}/uppfoljning/{plan_told}/",
        "/arbete/kedjan/",
        "/arbete/statsbidrag/",
        "/arbete/statsbidrag/nytt/",
        "/arbete/statsbidrag/{grant}/",
        "/arbete/statsbidrag/{grant}/andra/",
        "/arbete/statsbidrag/{grant}/svar/",
        "/arbete/statsbidrag/{grant}/redovisa/",
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
    goal = draft.goals.earliest("pk")
    told = PlanFollowUp.objects.get(plan=decided)
    grant = GrantProject.objects.get(state=GrantState.GRANTED)
    assert measure is not None
    return {
        "draft_plan": str(draft.public_id),
        "decided_plan": str(decided.public_id),
        "goal": str(goal.public_id),
        "loose": str(loose.public_id),
        "measure": str(measure.public_id),
        "plan_told": str(told.public_id),
        "grant": str(grant.public_id),
    }
