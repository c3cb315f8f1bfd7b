from handslag.domain.series.models.files import SentFile
from handslag.domain.series.models.indicators import Goal, Indicator
from handslag.domain.series.models.series import (
    Area,
    Break,
    OldValue,
    PeerWeight,
    Series,
    Value,
)

__all__ = [
    "Area",
    "Break",
    "Goal",
    "Indicator",
    "OldValue",
    "PeerWeight",
    "SentFile",
    "Series",
    "Value",
]
