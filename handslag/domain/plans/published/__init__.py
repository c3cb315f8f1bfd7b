from handslag.domain.plans.published.pages import (
    Elsewhere,
    PlanPage,
    PublishedFile,
    addresses_of,
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
    "addresses_of",
    "decision_file",
    "plan_page",
    "read",
    "read_follow_up",
]
