from handslag.domain.analysis.queries.effects import (
    counted,
    earliest_known,
    homes_to_plan,
    parties_of,
    places_of,
    plans_seen_by,
    window_of,
)
from handslag.domain.analysis.queries.homes import Analysed, analysed_by, chosen

__all__ = [
    "Analysed",
    "analysed_by",
    "chosen",
    "counted",
    "earliest_known",
    "homes_to_plan",
    "parties_of",
    "places_of",
    "plans_seen_by",
    "window_of",
]
