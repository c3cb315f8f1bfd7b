from handslag.domain.promises.queries.catalogue import catalogue_documents, record_of
from handslag.domain.promises.queries.chain import (
    BrokenSet,
    broken,
    missing_in,
    promises_that_answer,
)
from handslag.domain.promises.queries.deadlines import deadlines
from handslag.domain.promises.queries.effects import effect_plans_for, measured_in, tie_of
from handslag.domain.promises.queries.links import measures_for, problems_for
from handslag.domain.promises.queries.own_records import own_sets, records_of
from handslag.domain.promises.queries.reporting import (
    entries_of,
    entries_seen_by,
    had_a_part,
    reportable_by,
)
from handslag.domain.promises.queries.sets import (
    all_of,
    approvers_of,
    follow_up_of,
    parties_of,
    party_ids,
    places_for,
    promise_of,
    promises_of,
    set_at,
    unanswered_plan,
    visible_to,
)
from handslag.domain.promises.queries.translating import may_be_translated
from handslag.domain.promises.queries.waiting import LeftOut, Waiting, asked_by, waiting_for
from handslag.domain.promises.queries.wording import content, numbers

__all__ = [
    "BrokenSet",
    "LeftOut",
    "Waiting",
    "all_of",
    "approvers_of",
    "asked_by",
    "broken",
    "catalogue_documents",
    "content",
    "deadlines",
    "effect_plans_for",
    "entries_of",
    "entries_seen_by",
    "follow_up_of",
    "had_a_part",
    "may_be_translated",
    "measured_in",
    "measures_for",
    "missing_in",
    "numbers",
    "own_sets",
    "parties_of",
    "party_ids",
    "places_for",
    "problems_for",
    "promise_of",
    "promises_of",
    "promises_that_answer",
    "record_of",
    "records_of",
    "reportable_by",
    "set_at",
    "tie_of",
    "unanswered_plan",
    "visible_to",
    "waiting_for",
]
