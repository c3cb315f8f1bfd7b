"""What in a text points at one person: where it stands, what it is, how sure it is,
and what is left when a person has decided about it."""

from handslag.core.guard.rules.finding import Finding, Kind
from handslag.core.guard.rules.findings import find, redacted
from handslag.core.guard.rules.moderating import (
    Choice,
    Piece,
    left,
    pieces,
    spans_of,
    without,
)

__all__ = [
    "Choice",
    "Finding",
    "Kind",
    "Piece",
    "find",
    "left",
    "pieces",
    "redacted",
    "spans_of",
    "without",
]
