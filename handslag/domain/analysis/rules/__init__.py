from handslag.domain.analysis.rules.kinds import (
    SOURCE,
    TROUBLES,
    Way,
    kind_of,
    kinds_of,
)

__all__ = ["SOURCE", "TROUBLES", "Way", "kind_of", "kinds_of"]
