"""What an occasion must say, when it may be closed, what a text may be about. Pure."""

from handslag.domain.voices.rules.closing import check_closing, check_step
from handslag.domain.voices.rules.drafts import (
    OccasionDraft,
    VoiceDraft,
    check_occasion,
    check_voice,
)
from handslag.domain.voices.rules.retention import (
    ADDRESS_MONTHS,
    RETENTION,
    VOICE_MONTHS,
)
from handslag.domain.voices.rules.suggesting import named, named_in, suggested
from handslag.domain.voices.rules.words import (
    FEWEST,
    RELEASED,
    Meant,
    Phase,
    VoiceState,
    Way,
)

__all__ = [
    "ADDRESS_MONTHS",
    "FEWEST",
    "RELEASED",
    "RETENTION",
    "VOICE_MONTHS",
    "Meant",
    "OccasionDraft",
    "Phase",
    "VoiceDraft",
    "VoiceState",
    "Way",
    "check_closing",
    "check_occasion",
    "check_step",
    "check_voice",
    "named",
    "named_in",
    "suggested",
]
