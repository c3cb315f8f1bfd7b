"""Findings of every kind, ready to use."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from PIL import Image

from handslag.domain.evidence.rules import Classification, Finding

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def finding(source: str = "medborgardialog", **said: Any) -> Finding:
    """What is to be recorded: a voice, unless the test is about something else."""
    return Finding(source, **{"statement": "Fyra av tio undviker torget.", **said})


def of_police(**said: Any) -> Finding:
    """Counts of the police, as they may be recorded."""
    given = {
        "statement": "Anmäld skadegörelse 2025.",
        "classification": Classification.AGGREGATE,
        "is_without_persons": True,
        **said,
    }
    return Finding("brottsstatistik", **given)


def photograph(colour: str = "red", **hidden: Any) -> bytes:
    """A small picture, with whatever a telephone puts in it."""
    file = BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "JPEG", **hidden)
    return file.getvalue()
