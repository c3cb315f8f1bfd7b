"""The text that a first agreement begins with, to be overwritten by its parties."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_FIRST = Path(__file__).parent / "first.json"


@cache
def first() -> dict[str, Any]:
    """Words, purposes, areas, goals and commitments, in Swedish."""
    found: dict[str, Any] = json.loads(_FIRST.read_text(encoding="utf-8"))
    return found
