"""What one follow-up says of a plan, as one text: what is frozen when it is published."""

from typing import Any

from handslag.domain.plans.models import PlanFollowUp
from handslag.domain.plans.queries.content import number
from handslag.domain.plans.rules.words import CarriedOut, Reached

FORMAT = 1


def told(follow_up: PlanFollowUp) -> dict[str, Any]:
    """Everything the public reads of a follow-up, from the rows as they stand."""
    measures = list(follow_up.measures.select_related("measure"))
    goals = list(follow_up.goals.select_related("goal"))
    readings = list(follow_up.readings.select_related("indicator").order_by("pk"))
    return {
        "format": FORMAT,
        "id": str(follow_up.public_id),
        "followed_up_on": follow_up.followed_up_on.isoformat(),
        "summary": follow_up.summary,
        "is_known": bool(
            follow_up.summary.strip()
            or readings
            or any(one.carried_out != CarriedOut.UNKNOWN for one in measures)
            or any(one.reached != Reached.UNKNOWN for one in goals)
        ),
        "measures": [
            {
                "id": str(one.measure.public_id),
                "carried_out": one.carried_out,
                "output": one.output,
                "effect": one.effect,
                "lesson": one.lesson,
            }
            for one in measures
        ],
        "goals": [
            {"id": str(one.goal.public_id), "reached": one.reached, "said": one.said}
            for one in goals
        ],
        "readings": {str(one.indicator.public_id): number(one.amount) for one in readings},
    }
