from handslag.domain.agreements.services.approving import (
    AGREEMENTS,
    answer,
    answer_by_link,
    ask_for_approval,
    invite_by_link,
    withdraw_from_approval,
)
from handslag.domain.agreements.services.attaching import attach, detach
from handslag.domain.agreements.services.drafting import (
    draft_agreement,
    save_commitments,
    save_contents,
    save_words,
    set_parties,
)
from handslag.domain.agreements.services.first import draft_first
from handslag.domain.agreements.services.following_up import (
    Said,
    begin_follow_up,
    publish_follow_up,
    save_follow_up,
)
from handslag.domain.agreements.services.indexing import index_missing
from handslag.domain.agreements.services.renewing import end_early, renew
from handslag.domain.agreements.services.restating import publish_restated
from handslag.domain.agreements.services.translating import translate

__all__ = [
    "AGREEMENTS",
    "Said",
    "answer",
    "answer_by_link",
    "ask_for_approval",
    "attach",
    "begin_follow_up",
    "detach",
    "draft_agreement",
    "draft_first",
    "end_early",
    "index_missing",
    "invite_by_link",
    "publish_follow_up",
    "publish_restated",
    "renew",
    "save_commitments",
    "save_contents",
    "save_follow_up",
    "save_words",
    "set_parties",
    "translate",
    "withdraw_from_approval",
]
