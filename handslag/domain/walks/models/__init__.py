from handslag.domain.walks.models.findings import (
    Finding,
    FindingAnswer,
    FindingPhoto,
    Revisit,
)
from handslag.domain.walks.models.walks import Judgement, Sheet, Stop, TookPart, Walk
from handslag.domain.walks.models.watching import Flag, FlagCell, WatchCount

__all__ = [
    "Finding",
    "FindingAnswer",
    "FindingPhoto",
    "Flag",
    "FlagCell",
    "Judgement",
    "Revisit",
    "Sheet",
    "Stop",
    "TookPart",
    "Walk",
    "WatchCount",
]
