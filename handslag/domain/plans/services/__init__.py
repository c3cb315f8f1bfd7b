"""What can be done with plans. Every write goes through here."""

from handslag.domain.plans.services.deciding import (
    decide,
    explain_missing,
)
from handslag.domain.plans.services.drafting import (
    bind_picture,
    draft_plan,
    fill_plan,
    save_plan,
    succeed,
)
from handslag.domain.plans.services.following_up import (
    begin_follow_up,
    publish_follow_up,
    save_follow_up,
)
from handslag.domain.plans.services.goals import add_goal, remove_goal, save_goal
from handslag.domain.plans.services.grants import (
    account_grant,
    answer_grant,
    apply_for_grant,
    save_grant,
)
from handslag.domain.plans.services.indexing import index_missing
from handslag.domain.plans.services.measures import (
    add_measure,
    move_measure,
    remove_measure,
    report_status,
    save_measure,
)

__all__ = [
    "account_grant",
    "add_goal",
    "add_measure",
    "answer_grant",
    "apply_for_grant",
    "begin_follow_up",
    "bind_picture",
    "decide",
    "draft_plan",
    "explain_missing",
    "fill_plan",
    "index_missing",
    "move_measure",
    "publish_follow_up",
    "remove_goal",
    "remove_measure",
    "report_status",
    "save_follow_up",
    "save_goal",
    "save_grant",
    "save_measure",
    "save_plan",
    "succeed",
]
