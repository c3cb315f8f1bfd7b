"""What in a text points at one person: where it stands, what it is, how sure it is."""

from handslag.core.guard.rules.finding import Finding, Kind
from handslag.core.guard.rules.findings import find, redacted

__all__ = ["Finding", "Kind", "find", "redacted"]
