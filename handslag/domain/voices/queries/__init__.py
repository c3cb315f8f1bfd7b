"""Finding occasions and voices for those who work with them."""

from handslag.domain.voices.queries.coding import (
    NONE_OF_THEM,
    Sought,
    held_of,
    next_to_code,
    sought,
    to_code,
    voice_of,
    voices_of,
)
from handslag.domain.voices.queries.forgetting import (
    ToForget,
    addresses_to_forget,
    to_forget,
    voices_to_forget,
)
from handslag.domain.voices.queries.letters import (
    address_of,
    letter_token,
    preview_token,
    previewed_by,
)
from handslag.domain.voices.queries.occasions import (
    Standing,
    draft_of,
    findings_of,
    findings_to_tie,
    homes_listened_for,
    occasion_for,
    occasions_seen_by,
    standings,
    unfinished,
)
from handslag.domain.voices.queries.places import (
    PlaceCounted,
    PlaceSaid,
    place_counts,
    places_near,
    places_said,
)
from handslag.domain.voices.queries.themes import Counted, theme_counts

__all__ = [
    "NONE_OF_THEM",
    "Counted",
    "PlaceCounted",
    "PlaceSaid",
    "Sought",
    "Standing",
    "ToForget",
    "address_of",
    "addresses_to_forget",
    "draft_of",
    "findings_of",
    "findings_to_tie",
    "held_of",
    "homes_listened_for",
    "letter_token",
    "next_to_code",
    "occasion_for",
    "occasions_seen_by",
    "place_counts",
    "places_near",
    "places_said",
    "preview_token",
    "previewed_by",
    "sought",
    "standings",
    "theme_counts",
    "to_code",
    "to_forget",
    "unfinished",
    "voice_of",
    "voices_of",
    "voices_to_forget",
]
