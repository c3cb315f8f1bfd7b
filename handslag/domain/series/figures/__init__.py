from handslag.domain.series.figures.alike import Alike, Feature
from handslag.domain.series.figures.compared import (
    Comparison,
    Modelled,
    Placed,
    Tunnel,
    Wanted,
    comparison,
)
from handslag.domain.series.figures.told import (
    Compared,
    Followed,
    Paired,
    Reading,
    Told,
    breaks_in,
    each_followed,
    followed,
)

__all__ = [
    "Alike",
    "Compared",
    "Comparison",
    "Feature",
    "Followed",
    "Modelled",
    "Paired",
    "Placed",
    "Reading",
    "Told",
    "Tunnel",
    "Wanted",
    "breaks_in",
    "comparison",
    "each_followed",
    "followed",
]
