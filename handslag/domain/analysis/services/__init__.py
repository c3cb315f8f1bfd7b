from handslag.domain.analysis.services.asked import fill_from_surveys
from handslag.domain.analysis.services.effects import (
    call_off_effect,
    change_effect,
    count_effects,
    plan_effect,
    try_effect,
)
from handslag.domain.analysis.services.filling import fill_series
from handslag.domain.analysis.services.renewing import renew

__all__ = [
    "call_off_effect",
    "change_effect",
    "count_effects",
    "fill_from_surveys",
    "fill_series",
    "plan_effect",
    "renew",
    "try_effect",
]
