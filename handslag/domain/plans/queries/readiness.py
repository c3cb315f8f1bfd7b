"""What stands between a draft and the decision."""

from dataclasses import dataclass
from datetime import date

from handslag.core.refusals import NotAllowedError
from handslag.domain.plans.models import Plan
from handslag.domain.plans.queries.chain import chain_of, reasons_of
from handslag.domain.plans.queries.plans import frozen_problems, goals_of, measures_of
from handslag.domain.plans.rules.chain import (
    Defect,
    Reason,
    defects,
    used,
    without_reason,
)
from handslag.domain.plans.rules.deciding import Ready, stops
from handslag.domain.plans.rules.measuring import Yardstick, is_bounded
from handslag.domain.plans.rules.words import Aim


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stops the decision, and what is missing with and without a reason."""

    stops: list[NotAllowedError]
    broken: list[Defect]
    left: list[Defect]
    reasons: list[Reason]


def what_stops(plan: Plan, *, today: date) -> Readiness:
    """Everything that keeps a plan from being decided. Changes nothing."""
    broken = defects(chain_of(plan, today=today))
    reasons = reasons_of(plan)
    left = without_reason(broken, reasons)
    goals, measures = goals_of(plan), measures_of(plan)
    frozen = {one.key for one in frozen_problems(plan.picture_version)}
    ready = Ready(
        is_on_frozen_picture=plan.picture_version is not None,
        goals=len(goals),
        measures=len(measures),
        unmeasurable=[
            goal.text
            for goal in goals
            if not is_bounded(
                Aim(goal.kind),
                (
                    Yardstick(one.baseline, one.baseline_stated, one.target, one.by)
                    for one in goal.indicators.all()
                ),
            )
        ],
        outside=sorted(
            {
                goal.problem.title
                for goal in goals
                if str(goal.problem.public_id) not in frozen
            }
        ),
        ownerless=[
            one.title for one in measures if not one.owner_id and not one.owner_stated
        ],
        broken=left,
    )
    return Readiness(stops(ready), broken, left, used(reasons, broken))
