"""Numbers that stand for a case or a person. None of them belongs in a finding."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


# A case of the police: with the unit before it ("5000-K123456-24"), or without.
# Each needs so many digits that a school year or an age ("K 7-9") is none.
_DASH = r"[ ]?-[ ]?"
_CASES = (
    re.compile(rf"(?<!\w)\d{{4}}{_DASH}K[ ]?\d{{1,7}}{_DASH}\d{{2,4}}(?!\d)", re.I),
    re.compile(rf"(?<!\w)K[ ]?-?[ ]?\d{{3,7}}{_DASH}\d{{2,4}}(?!\d)", re.I),
    re.compile(r"(?<!\w)[A-Z]{1,3}[ ]?\d{1,4}[.]\d{3}[ ]?/[ ]?(?:19|20)\d{2}(?!\d)", re.I),
    re.compile(rf"(?<!\w)AA{_DASH}\d{{3}}{_DASH}\d{{1,6}}{_DASH}\d{{2,4}}(?!\d)", re.I),
)
_PERSON = re.compile(
    r"(?<![\d.,])(?P<century>19|20|18)?(?P<year>\d{2})(?P<month>\d{2})(?P<day>\d{2})"
    r"[ ]?(?P<sign>[-+]?)[ ]?(?P<last>\d{4})(?!\d)"
)
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_COORDINATION = 60  # added to the day for someone who is not registered in Sweden
_LEAP = 2000  # a year that has every day


def identifiers(text: str) -> Iterator[Identifier]:
    """Every number in a text that stands for a case or a person."""
    plain = _DASHES.sub("-", seen(text))
    for pattern in _CASES:
        for found in pattern.finditer(plain):
            yield Identifier(Kind.CASE, found[0])
    for found in _PERSON.finditer(plain):
        if _is_day(found) and _checks(found):
            yield Identifier(Kind.PERSON, found[0])


def first_of(texts: Sequence[str]) -> Identifier | None:
    """The first such number in any of these texts."""
    return next((one for text in texts for one in identifiers(text)), None)


def _is_day(found: re.Match[str]) -> bool:
    """Whether the first digits are a day of birth, or of a coordination number."""
    day = int(found["day"])
    if day > _COORDINATION:
        day -= _COORDINATION
    century = found["century"]
    year = int(f"{century}{found['year']}") if century else _LEAP
    try:
        date(year, int(found["month"]), day)
    except ValueError:
        return False
    return True


def _checks(found: re.Match[str]) -> bool:
    """Whether the last digit is the one that the others give (Luhn)."""
    digits = [
        int(one) for one in f"{found['year']}{found['month']}{found['day']}{found['last']}"
    ]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[::2]]  # noqa: PLR2004
    return (sum(doubled) + sum(digits[1::2])) % 10 == 0
