from handslag.domain.analysis.services.asked import fill_from_surveys
from handslag.domain.analysis.services.effects import (
    call_off_effect,
    change_effect,
    count_effects,
    plan_effect,
    try_effect,
)
from handslag.domain.analysis.services.filling import fill_series
from handslag.domain.analysis.services.laying import lay_out_due
from handslag.domain.analysis.services.point_files import (
    choose_point_columns,
    forget_points,
    look_at_points,
    read_in_points,
    send_points,
    take_back_points,
    throw_away_points,
)
from handslag.domain.analysis.services.renewing import renew

__all__ = [
    "call_off_effect",
    "change_effect",
    "choose_point_columns",
    "count_effects",
    "fill_from_surveys",
    "fill_series",
    "forget_points",
    "lay_out_due",
    "look_at_points",
    "plan_effect",
    "read_in_points",
    "renew",
    "send_points",
    "take_back_points",
    "throw_away_points",
    "try_effect",
]
