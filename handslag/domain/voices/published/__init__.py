"""What may anyone see of occasions? The only door between them and the public."""

from handslag.domain.voices.published.letters import PublishedLetter, letter_at
from handslag.domain.voices.published.occasions import (
    PublishedLine,
    PublishedOccasion,
    PublishedSum,
    PublishedTold,
    SaidAt,
    TakenBack,
    lines,
    occasion_at,
    preview,
    said_at,
    way_at,
)

__all__ = [
    "PublishedLetter",
    "PublishedLine",
    "PublishedOccasion",
    "PublishedSum",
    "PublishedTold",
    "SaidAt",
    "TakenBack",
    "letter_at",
    "lines",
    "occasion_at",
    "preview",
    "said_at",
    "way_at",
]
