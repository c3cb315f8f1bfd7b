"""The index 0-6 of the police surveys: shares become whole numbers by bands. Pure.

A share of those who answered is looked up in the bands of its indicator, which gives a
whole number from 0 (hardly a problem) to 6 (an alarming one). The mean of these, with two
decimals, is the total. The bands are data, and belong to whoever publishes them.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

WORST = 6
_STEPS = tuple(f"from_{nr}" for nr in range(1, WORST + 1))
_HUNDREDTH = Decimal("0.01")
_WHOLE = 100


class BandsError(ValueError):
    """A line of the bands that cannot be used."""

    def __init__(self, line: int) -> None:
        super().__init__("E_BANDS")
        self.line = line


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: which answers to which question are counted, and from how many
    percent each point is given."""

    code: str
    sv: str
    en: str
    question: str  # its code in the question bank
    row: str
    answers: tuple[str, ...]
    bands: tuple[Decimal, ...]
    is_example: bool


def points(percent: Decimal, bands: Sequence[Decimal]) -> int:
    """How many of the bands the share has reached."""
    return sum(percent >= one for one in bands)


def total(found: Sequence[int]) -> Decimal:
    """The mean, with two decimals. Raises ZeroDivisionError of nothing at all."""
    mean = Decimal(sum(found)) / len(found)
    return mean.quantize(_HUNDREDTH, ROUND_HALF_UP)


def indicators(lines: Iterable[str]) -> tuple[Indicator, ...]:
    """The bands of a file with commas and headings. Raises BandsError with the line."""
    return tuple(
        _indicator(nr, row) for nr, row in enumerate(csv.DictReader(lines), start=2)
    )


def _indicator(nr: int, row: dict[str, str | None]) -> Indicator:
    try:
        said = {name: (row[name] or "").strip() for name in _NAMES}
        bands = tuple(Decimal((row[one] or "").replace(",", ".")) for one in _STEPS)
    except (KeyError, ArithmeticError) as error:
        raise BandsError(nr) from error
    found = Indicator(
        code=said["indicator"],
        sv=said["sv"],
        en=said["en"],
        question=said["question"],
        row=said["row"],
        answers=tuple(said["answers"].split()),
        bands=bands,
        is_example=said["is_example"] == "yes",
    )
    if not (_is_rising(bands) and found.answers and found.code and found.question):
        raise BandsError(nr)
    return found


def _is_rising(bands: Sequence[Decimal]) -> bool:
    rising = all(low < high for low, high in pairwise(bands))
    return rising and bands[0] > 0 and bands[-1] <= _WHOLE


_NAMES = ("indicator", "sv", "en", "question", "row", "answers", "is_example")
