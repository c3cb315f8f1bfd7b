"""Handslag: citizen promises by a municipality and its local police, kept in the open."""

import re
from pathlib import Path

_CHANGELOG = Path(__file__).resolve().parents[1] / "CHANGELOG.md"
_HEADING = re.compile(r"^## (\d+\.\d+\.\d+) ", re.MULTILINE)

# The newest heading of the changelog is the version, and nothing else is.
VERSION: str = _HEADING.findall(_CHANGELOG.read_text(encoding="utf-8"))[0]
