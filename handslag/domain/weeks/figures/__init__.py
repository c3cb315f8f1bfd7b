from handslag.domain.weeks.figures.pictures import picture_figures
from handslag.domain.weeks.figures.since import (
    KindLine,
    Since,
    SpotLine,
    Weighed,
    name_of,
    since_last,
)

__all__ = [
    "KindLine",
    "Since",
    "SpotLine",
    "Weighed",
    "name_of",
    "picture_figures",
    "since_last",
]
