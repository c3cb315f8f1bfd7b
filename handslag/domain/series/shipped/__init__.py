"""What is said of series that come in as files, read from the files beside this one."""

import csv
import json
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def sources() -> dict[str, dict[str, str]]:
    """For each kind of figures: name, unit, source, what it measures, caveats."""
    read: dict[str, dict[str, str]] = json.loads(
        (_HERE / "sources.json").read_text(encoding="utf-8")
    )
    return read


@cache
def key_figures() -> dict[str, tuple[str, str]]:
    """Title and description of Kolada's key figures, by number."""
    with (_HERE / "kolada.csv").open(newline="", encoding="utf-8") as file:
        return {
            row["id"]: (row["title"], row["description"]) for row in csv.DictReader(file)
        }


def example(name: str) -> bytes:
    """One of the files of real figures that the demonstration reads in."""
    return (_HERE / name).read_bytes()
