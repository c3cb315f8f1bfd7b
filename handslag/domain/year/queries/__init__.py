from handslag.domain.year.queries.deadlines import (
    Home,
    all_deadlines,
    deadlines,
    deadlines_for,
    homes_of,
)
from handslag.domain.year.queries.feeds import feed_at, feed_of, token_hash
from handslag.domain.year.queries.first_round import FirstRound, first_rounds
from handslag.domain.year.queries.law import Checked, board_of, checked, statements_of
from handslag.domain.year.queries.reminders import (
    Due,
    Recipient,
    due_reminders,
    latest_reminders,
    recipients,
    reminded_on,
)
from handslag.domain.year.queries.report import introduction_of, report_of, reports_of
from handslag.domain.year.queries.rhythm import draft_of, rhythm_of

__all__ = [
    "Checked",
    "Due",
    "FirstRound",
    "Home",
    "Recipient",
    "all_deadlines",
    "board_of",
    "checked",
    "deadlines",
    "deadlines_for",
    "draft_of",
    "due_reminders",
    "feed_at",
    "feed_of",
    "first_rounds",
    "homes_of",
    "introduction_of",
    "latest_reminders",
    "recipients",
    "reminded_on",
    "report_of",
    "reports_of",
    "rhythm_of",
    "statements_of",
    "token_hash",
]
