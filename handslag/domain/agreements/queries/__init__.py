from handslag.domain.agreements.queries.agreements import (
    agreement_at,
    all_of,
    approvers_of,
    choosable_by,
    follow_up_of,
    in_hands_of,
    parents_for,
    parties_of,
    party_ids,
    problems_for,
    visible_to,
)
from handslag.domain.agreements.queries.dues import (
    FOLLOW_UP,
    RENEW,
    AgreementFacts,
    deadlines,
    facts_for_law,
    follow_up_day,
)
from handslag.domain.agreements.queries.standing import days_of, term_of, with_days
from handslag.domain.agreements.queries.waiting import Waiting, waiting_for
from handslag.domain.agreements.queries.wording import (
    Content,
    content,
    looked_at,
    problem_words,
)

__all__ = [
    "FOLLOW_UP",
    "RENEW",
    "AgreementFacts",
    "Content",
    "Waiting",
    "agreement_at",
    "all_of",
    "approvers_of",
    "choosable_by",
    "content",
    "days_of",
    "deadlines",
    "facts_for_law",
    "follow_up_day",
    "follow_up_of",
    "in_hands_of",
    "looked_at",
    "parents_for",
    "parties_of",
    "party_ids",
    "problem_words",
    "problems_for",
    "term_of",
    "visible_to",
    "waiting_for",
    "with_days",
]
