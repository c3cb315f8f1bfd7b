"""The words of the field with what they mean, read from `glossary.csv` beside this file."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent / "glossary.csv"


@dataclass(frozen=True, slots=True)
class Explained:
    """One word of the field: what it is called, what it means and where it comes from.

    `code` is what the program calls it, as docs/glossary.md has it; often there is none.
    """

    sv: str
    en: str
    code: str
    also: tuple[str, ...]
    source: str
    says_sv: str
    says_en: str


@cache
def explained() -> tuple[Explained, ...]:
    """Every word, in the order of the file."""
    with _WORDS.open(newline="", encoding="utf-8") as file:
        return tuple(
            Explained(
                **{**row, "also": tuple(filter(None, row["also"].split("|")))}  # type: ignore[arg-type]
            )
            for row in csv.DictReader(file)
        )
