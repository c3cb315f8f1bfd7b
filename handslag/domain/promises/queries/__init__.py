from handslag.domain.promises.queries.sets import (
    approvers_of,
    current_round,
    follow_up_of,
    open_party_for,
    party_ids,
    people_who,
    promise_of,
    promises_of,
    visible_to,
)
from handslag.domain.promises.queries.waiting import Waiting, waiting_for
from handslag.domain.promises.queries.wording import content

__all__ = [
    "Waiting",
    "approvers_of",
    "content",
    "current_round",
    "follow_up_of",
    "open_party_for",
    "party_ids",
    "people_who",
    "promise_of",
    "promises_of",
    "visible_to",
    "waiting_for",
]
