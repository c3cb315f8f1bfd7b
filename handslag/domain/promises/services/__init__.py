"""What can be done with promises. Every write goes through here."""

from handslag.domain.promises.services.amending import begin_amendment, end_amendment
from handslag.domain.promises.services.approving import (
    SETS,
    answer,
    answer_by_link,
    ask_for_approval,
    invite_by_link,
    withdraw_from_approval,
)
from handslag.domain.promises.services.attaching import attach, detach
from handslag.domain.promises.services.drafting import (
    cite,
    draft_set,
    plan_follow_ups,
    save_set,
    set_parties,
)
from handslag.domain.promises.services.effects import tie_effect
from handslag.domain.promises.services.filling import fill_from_progress
from handslag.domain.promises.services.following_up import (
    begin_follow_up,
    publish_follow_up,
    save_follow_up,
)
from handslag.domain.promises.services.importing import import_catalogue
from handslag.domain.promises.services.linking import explain_missing
from handslag.domain.promises.services.objecting import object_to
from handslag.domain.promises.services.progress import correct_progress, report_progress
from handslag.domain.promises.services.promises import (
    add_promise,
    move_promise,
    remove_promise,
    save_promise,
)
from handslag.domain.promises.services.renewing import explain_change, renew
from handslag.domain.promises.services.restating import publish_restated
from handslag.domain.promises.services.taking_down import put_back, take_down
from handslag.domain.promises.services.taking_over import (
    request_correction,
    settle_correction,
    take_over,
)
from handslag.domain.promises.services.translating import translate

__all__ = [
    "SETS",
    "add_promise",
    "answer",
    "answer_by_link",
    "ask_for_approval",
    "attach",
    "begin_amendment",
    "begin_follow_up",
    "cite",
    "correct_progress",
    "detach",
    "draft_set",
    "end_amendment",
    "explain_change",
    "explain_missing",
    "fill_from_progress",
    "import_catalogue",
    "invite_by_link",
    "move_promise",
    "object_to",
    "plan_follow_ups",
    "publish_follow_up",
    "publish_restated",
    "put_back",
    "remove_promise",
    "renew",
    "report_progress",
    "request_correction",
    "save_follow_up",
    "save_promise",
    "save_set",
    "set_parties",
    "settle_correction",
    "take_down",
    "take_over",
    "tie_effect",
    "translate",
    "withdraw_from_approval",
]
