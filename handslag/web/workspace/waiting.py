"""What waits for somebody: each part of the workspace says what it has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to do, and where it is done. `urgent`: others wait, or it is late."""

    href: str
    text: str
    hint: str = ""
    late: str = ""
    urgent: bool = False
