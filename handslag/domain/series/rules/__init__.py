from handslag.domain.series.rules.cells import (
    NATION,
    NUMBERED,
    Cell,
    Fate,
    Sex,
    State,
    month,
    year,
)
from handslag.domain.series.rules.drafts import (
    GoalValue,
    IndicatorDraft,
    SeriesBreak,
    SeriesDraft,
)
from handslag.domain.series.rules.rates import PER, Credit, Rated, credit, rate
from handslag.domain.series.rules.retention import RETENTION
from handslag.domain.series.rules.words import (
    AreaKind,
    BreakKind,
    Direction,
    Measured,
    Origin,
    Purpose,
    Rhythm,
    Source,
    Theme,
)

__all__ = [
    "NATION",
    "NUMBERED",
    "PER",
    "RETENTION",
    "AreaKind",
    "BreakKind",
    "Cell",
    "Credit",
    "Direction",
    "Fate",
    "GoalValue",
    "IndicatorDraft",
    "Measured",
    "Origin",
    "Purpose",
    "Rated",
    "Rhythm",
    "SeriesBreak",
    "SeriesDraft",
    "Sex",
    "Source",
    "State",
    "Theme",
    "credit",
    "month",
    "rate",
    "year",
]
