"""What a report must say, who sees it, whose task it is, how it ends. Pure."""

from handslag.domain.incidents.rules.drafts import (
    IncidentDraft,
    Occurrence,
    ReportDraft,
    Where,
)
from handslag.domain.incidents.rules.retention import RETENTION
from handslag.domain.incidents.rules.words import (
    AUTHORITIES,
    LED_TO_SOMETHING,
    SMALL_PLACES,
    Better,
    Cadence,
    Certainty,
    Channel,
    Daypart,
    Deed,
    Inside,
    Known,
    Outcome,
    Phase,
    Precision,
    TextState,
    Top,
    Worry,
)

__all__ = [
    "AUTHORITIES",
    "LED_TO_SOMETHING",
    "RETENTION",
    "SMALL_PLACES",
    "Better",
    "Cadence",
    "Certainty",
    "Channel",
    "Daypart",
    "Deed",
    "IncidentDraft",
    "Inside",
    "Known",
    "Occurrence",
    "Outcome",
    "Phase",
    "Precision",
    "ReportDraft",
    "TextState",
    "Top",
    "Where",
    "Worry",
]
