"""Finding occasions and voices for those who work with them."""

from handslag.domain.voices.queries.letters import address_of, letter_token
from handslag.domain.voices.queries.occasions import (
    findings_of,
    occasion_for,
    occasions_seen_by,
    unfinished,
)
from handslag.domain.voices.queries.themes import Counted, theme_counts, voices_of

__all__ = [
    "Counted",
    "address_of",
    "findings_of",
    "letter_token",
    "occasion_for",
    "occasions_seen_by",
    "theme_counts",
    "unfinished",
    "voices_of",
]
