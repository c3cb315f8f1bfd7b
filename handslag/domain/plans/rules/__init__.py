"""What is allowed, and what follows from what. Pure: no database, no clock, no screen."""

from handslag.core.retention.rules import Statement


def _with_the_plan(model: str) -> Statement:
    return Statement(
        model=f"plans.{model}",
        keep="with_the_plan",
        months=None,
        then="keep",
        why="A part of what was decided to be done, and of what became of it.",
    )


RETENTION = (
    Statement(
        model="plans.Plan",
        keep="always",
        months=None,
        then="keep",
        why="What a board has decided is kept and archived, never overwritten.",
    ),
    *(
        _with_the_plan(model)
        for model in [
            "Goal",
            "Measure",
            "MeasureCause",
            "Indicator",
            "Decision",
            "WrittenReason",
            "PlanSlug",
            "PlanFollowUp",
            "MeasureOutcome",
            "GoalOutcome",
            "IndicatorReading",
        ]
    ),
    *(
        Statement(
            model=f"plans.{model}",
            keep="always",
            months=None,
            then="keep",
            why="What public money was asked for, and what it gave.",
        )
        for model in ["GrantProject", "GrantMeasure"]
    ),
)
