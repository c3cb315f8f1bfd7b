"""When is a message tried again, and when is it given up? Pure."""

from datetime import datetime, timedelta
from enum import StrEnum

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="mail.Message",
        keep="outbox",
        months=6,
        then="delete",
        why="Enough to see that a call was sent; the words are erased once it has been.",
    ),
)

MOST_ATTEMPTS = 10
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=4)
# A worker that died while sending leaves its message claimed for this long.
CLAIM = timedelta(minutes=10)


class Channel(StrEnum):
    """How a message travels."""

    EMAIL = "email"
    SMS = "sms"


class State(StrEnum):
    """Where a message stands."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    SHOWN = "shown"  # nothing to send it with: it is read in the outbox
    FAILED = "failed"


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many failed attempts; None when it is given up."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return now + min(FIRST_DELAY * (1 << max(attempts - 1, 0)), LONGEST_DELAY)


def one_line(subject: str) -> str:
    """A subject on one line, as a letter's head needs it."""
    return " ".join(subject.split())
