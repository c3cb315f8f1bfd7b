"""When a group meets, what a meeting must say, and what may be told of it. Pure."""

from handslag.domain.weeks.rules.drafts import (
    DecisionDraft,
    FollowUpDraft,
    MeetingDraft,
    PriorityDraft,
    TargetDraft,
)
from handslag.domain.weeks.rules.retention import RETENTION
from handslag.domain.weeks.rules.words import Result, State

__all__ = [
    "RETENTION",
    "DecisionDraft",
    "FollowUpDraft",
    "MeetingDraft",
    "PriorityDraft",
    "Result",
    "State",
    "TargetDraft",
]
