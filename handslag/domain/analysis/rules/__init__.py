from handslag.domain.analysis.rules.effects import (
    Beside,
    EffectDraft,
    Part,
    Seen,
    Stage,
    Wanted,
)
from handslag.domain.analysis.rules.kinds import (
    SOURCE,
    TROUBLES,
    Way,
    kind_of,
    kinds_of,
    top_of,
)
from handslag.domain.analysis.rules.questions import YEARS, Question
from handslag.domain.analysis.rules.retention import RETENTION
from handslag.domain.analysis.rules.windows import Window, window

__all__ = [
    "RETENTION",
    "SOURCE",
    "TROUBLES",
    "YEARS",
    "Beside",
    "EffectDraft",
    "Part",
    "Question",
    "Seen",
    "Stage",
    "Wanted",
    "Way",
    "Window",
    "kind_of",
    "kinds_of",
    "top_of",
    "window",
]
