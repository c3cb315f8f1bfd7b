from handslag.domain.analysis.rules.effects import (
    EffectDraft,
    Part,
    Stage,
    Wanted,
    Window,
    window,
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

__all__ = [
    "RETENTION",
    "SOURCE",
    "TROUBLES",
    "YEARS",
    "EffectDraft",
    "Part",
    "Question",
    "Stage",
    "Wanted",
    "Way",
    "Window",
    "kind_of",
    "kinds_of",
    "top_of",
    "window",
]
