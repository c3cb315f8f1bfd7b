from handslag.domain.weeks.services.deciding import (
    add_decision,
    remove_decision,
    save_decision,
)
from handslag.domain.weeks.services.holding import hold
from handslag.domain.weeks.services.ordering import (
    add_priority,
    move_priority,
    remove_priority,
    save_priority,
)
from handslag.domain.weeks.services.pictures import (
    begin_again,
    begin_picture,
    count_again,
    freeze_picture,
    write_passage,
)
from handslag.domain.weeks.services.planning import plan_meeting, save_meeting
from handslag.domain.weeks.services.publishing import publish_summary, withdraw_summary
from handslag.domain.weeks.services.targets import (
    add_target,
    follow_up,
    remove_target,
    save_target,
)

__all__ = [
    "add_decision",
    "add_priority",
    "add_target",
    "begin_again",
    "begin_picture",
    "count_again",
    "follow_up",
    "freeze_picture",
    "hold",
    "move_priority",
    "plan_meeting",
    "publish_summary",
    "remove_decision",
    "remove_priority",
    "remove_target",
    "save_decision",
    "save_meeting",
    "save_priority",
    "save_target",
    "withdraw_summary",
    "write_passage",
]
