from handslag.domain.plans.models.deciding import Decision, PlanSlug, WrittenReason
from handslag.domain.plans.models.following_up import (
    GoalOutcome,
    IndicatorReading,
    MeasureOutcome,
    PlanFollowUp,
)
from handslag.domain.plans.models.grants import GrantMeasure, GrantProject
from handslag.domain.plans.models.plans import (
    Goal,
    Indicator,
    Measure,
    MeasureCause,
    Plan,
)

__all__ = [
    "Decision",
    "Goal",
    "GoalOutcome",
    "GrantMeasure",
    "GrantProject",
    "Indicator",
    "IndicatorReading",
    "Measure",
    "MeasureCause",
    "MeasureOutcome",
    "Plan",
    "PlanFollowUp",
    "PlanSlug",
    "WrittenReason",
]
