"""What a finding must say, and who may see it. Pure: no database, no clock."""

from handslag.core.retention.rules import Statement
from handslag.domain.evidence.rules.findings import Finding, Table, check_citable
from handslag.domain.evidence.rules.words import (
    POLICE,
    VOICES,
    Classification,
    Confidence,
    Considered,
    Visibility,
)

__all__ = [
    "POLICE",
    "RETENTION",
    "VOICES",
    "Classification",
    "Confidence",
    "Considered",
    "Finding",
    "Table",
    "Visibility",
    "check_citable",
]

RETENTION = (
    Statement(
        model="evidence.Evidence",
        keep="while_cited",
        months=None,
        then="keep",
        why="What is decided rests on it; the chain from voice to promise must hold.",
    ),
    Statement(
        model="evidence.EvidenceFile",
        keep="with_the_finding",
        months=None,
        then="keep",
        why="A table or picture is a part of what was found.",
    ),
    Statement(
        model="evidence.Feedback",
        keep="with_the_finding",
        months=None,
        then="keep",
        why="What those who spoke were told is the end of the chain.",
    ),
)
