"""What a finding must say, and who may see it. Pure: no database, no clock."""

from dataclasses import dataclass
from enum import StrEnum

from handslag.core.retention.rules import Statement


class Visibility(StrEnum):
    """Who may see a finding, from the narrowest to the widest."""

    OWN = "own"
    PARTIES = "parties"
    PUBLIC = "public"


class FindingRefusedError(Exception):
    """The finding cannot be recorded. The code says which sentence to show."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be recorded, before it is."""

    source: str
    statement: str
    visibility: Visibility


def check(finding: Finding) -> None:
    """Refuse a finding that names no source or, decided here, says nothing."""
    if not finding.source:
        raise FindingRefusedError("no_source")
    if not finding.statement.strip():
        raise FindingRefusedError("no_statement")


RETENTION = (
    Statement(
        model="evidence.Evidence",
        keep="while_cited",
        months=None,
        then="keep",
        why="A published promise cites it; the chain from voice to promise must hold.",
    ),
)
