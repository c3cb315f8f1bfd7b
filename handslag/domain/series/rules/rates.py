"""Numbers for a comparison: per so many inhabitants of the same year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from handslag.domain.series.rules.words import Source

PER = (0, 1_000, 100_000)


class Credit(StrEnum):
    """Whose figures these are: the source's own, or made here of them."""

    UNTOUCHED = "untouched"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Rated:
    """A number per so many inhabitants, or the year whose inhabitants are not known."""

    amount: Decimal | None
    missing_year: int | None = None


def rate(amount: Decimal, year: int, per: int, inhabitants: Mapping[int, Decimal]) -> Rated:
    """So many per `per` inhabitants of that very year, never of another."""
    people = inhabitants.get(year)
    if not people:
        return Rated(None, year)
    return Rated(amount * per / people)


def credit(source: Source, per: int) -> Credit:
    """A figure that was divided here is no longer the source's."""
    return Credit.DERIVED if per and source is not Source.OWN else Credit.UNTOUCHED
