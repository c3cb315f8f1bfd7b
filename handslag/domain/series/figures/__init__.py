from handslag.domain.series.figures.alike import Alike, Feature
from handslag.domain.series.figures.compared import (
    Comparison,
    Modelled,
    Placed,
    Tunnel,
    Wanted,
    comparison,
)
from handslag.domain.series.figures.told import Compared, Reading, Told, told

__all__ = [
    "Alike",
    "Compared",
    "Comparison",
    "Feature",
    "Modelled",
    "Placed",
    "Reading",
    "Told",
    "Tunnel",
    "Wanted",
    "comparison",
    "told",
]
