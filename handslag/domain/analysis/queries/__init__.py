from handslag.domain.analysis.queries.effects import (
    NEAR,
    breaks_within,
    counted,
    earliest_known,
    figures_of,
    homes_to_plan,
    indicators_to_judge,
    parties_of,
    places_of,
    plans_seen_by,
    window_of,
)
from handslag.domain.analysis.queries.files import point_files_of, point_files_seen_by
from handslag.domain.analysis.queries.homes import Analysed, analysed_by, chosen

__all__ = [
    "NEAR",
    "Analysed",
    "analysed_by",
    "breaks_within",
    "chosen",
    "counted",
    "earliest_known",
    "figures_of",
    "homes_to_plan",
    "indicators_to_judge",
    "parties_of",
    "places_of",
    "plans_seen_by",
    "point_files_of",
    "point_files_seen_by",
    "window_of",
]
