from handslag.domain.plans.published.pages import (
    Elsewhere,
    PlanPage,
    PublishedFile,
    address_of_plan,
    decision_file,
    plan_page,
)
from handslag.domain.plans.published.wording import (
    PublishedDecision,
    PublishedFollowUp,
    PublishedGoal,
    PublishedIndicator,
    PublishedMeasure,
    PublishedPlan,
    PublishedProblem,
    PublishedReason,
    read,
    read_follow_up,
)

__all__ = [
    "Elsewhere",
    "PlanPage",
    "PublishedDecision",
    "PublishedFile",
    "PublishedFollowUp",
    "PublishedGoal",
    "PublishedIndicator",
    "PublishedMeasure",
    "PublishedPlan",
    "PublishedProblem",
    "PublishedReason",
    "address_of_plan",
    "decision_file",
    "plan_page",
    "read",
    "read_follow_up",
]
