from handslag.domain.promises.queries.catalogue import catalogue_documents, record_of
from handslag.domain.promises.queries.own_records import own_sets, records_of
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
    "catalogue_documents",
    "content",
    "current_round",
    "follow_up_of",
    "open_party_for",
    "own_sets",
    "party_ids",
    "people_who",
    "promise_of",
    "promises_of",
    "record_of",
    "records_of",
    "visible_to",
    "waiting_for",
]
