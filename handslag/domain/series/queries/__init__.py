from handslag.domain.series.queries.cells import (
    POPULATION,
    area_on,
    areas_by_code,
    cells_of,
    population,
    put_by,
)
from handslag.domain.series.queries.indicators import (
    homes_of,
    indicator_seen_by,
    indicators_of,
    indicators_seen_by,
    offered_to,
    own_series,
    series_held,
    series_seen_by,
)

__all__ = [
    "POPULATION",
    "area_on",
    "areas_by_code",
    "cells_of",
    "homes_of",
    "indicator_seen_by",
    "indicators_of",
    "indicators_seen_by",
    "offered_to",
    "own_series",
    "population",
    "put_by",
    "series_held",
    "series_seen_by",
]
