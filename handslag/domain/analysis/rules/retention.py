"""How long plans and counts of analyses are kept."""

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="analysis.EffectPlan",
        keep="decisions",
        months=None,
        then="keep",
        why="Says beforehand how it will be seen whether something helped.",
    ),
    Statement(
        model="analysis.EffectCount",
        keep="figures_of_reports",
        months=None,
        then="keep",
        why="How many in a month near a named place, without words or persons.",
    ),
)
