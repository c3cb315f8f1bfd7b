"""Numbers that stand for a case or a person. None of them belongs in a finding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handslag.core.guard.rules.cases import police_cases
from handslag.core.guard.rules.personal import personal_numbers
from handslag.core.guard.rules.reading import read
from handslag.core.text import seen


class Kind(StrEnum):
    """What a number stands for."""

    CASE = "case_number"
    PERSON = "person_number"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that points at one case or one person, as it was written."""

    kind: Kind
    written: str


def identifiers(text: str) -> Iterator[Identifier]:
    """Every number in a text that stands for a case or a person."""
    plain = read(seen(text)).text
    for found in police_cases(plain):
        yield Identifier(Kind.CASE, found[0])
    for found in personal_numbers(plain):
        yield Identifier(Kind.PERSON, found[0])


def first_of(texts: Sequence[str]) -> Identifier | None:
    """The first such number in any of these texts."""
    return next((one for text in texts for one in identifiers(text)), None)
