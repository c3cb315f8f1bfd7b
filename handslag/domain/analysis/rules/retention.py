"""How long plans and counts of analyses are kept."""

from handslag.core.retention.rules import Statement
from handslag.domain.analysis.rules.files import KEPT_YEARS

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
    Statement(
        model="analysis.PointFile",
        keep="points_of_files",
        months=12 * KEPT_YEARS,
        then="delete",
        why="Day, hour, kind and point to ten metres, so that an own register can be"
        " asked; taken back whenever its municipality wants. Nothing else of the file is"
        " kept when it is read in, and a file that nobody reads in goes after a day.",
    ),
)
