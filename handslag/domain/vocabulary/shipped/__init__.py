"""The shared words that come with Handslag, read from `terms.csv` beside this file."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handslag.domain.vocabulary.rules import Kind

_TERMS = Path(__file__).parent / "terms.csv"


@dataclass(frozen=True, slots=True)
class Word:
    """One shared word, with its place in the list."""

    kind: Kind
    code: str
    position: int
    sv: str
    en: str


@cache
def words() -> tuple[Word, ...]:
    """Every shipped word."""
    with _TERMS.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        return tuple(
            Word(Kind(kind), code, int(position), sv, en)
            for kind, code, position, sv, en in rows
        )
