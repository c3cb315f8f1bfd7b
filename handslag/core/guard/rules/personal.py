"""Personal identity numbers and coordination numbers, however they are spaced."""

import re
from collections.abc import Iterator
from datetime import date

START = re.compile(r"(?<!\d)(?<!\d[.,])\d")
NUMBER = re.compile(
    r"(?P<century>18|19|20)??(?:(?<=\d)[ ](?=\d\d[ ]\d\d[ ]))?"
    r"(?P<year>\d\d)(?P<between>[ ./-]?)(?P<month>\d\d)(?P=between)(?P<day>\d\d)"
    r"[ ]{0,2}(?P<sign>[-+/.]?)[ ]{0,2}(?P<last>\d\d[ ]?\d\d)(?!\d)"
)
_COORDINATION = 60  # added to the day for someone who is not registered in Sweden
BORN = re.compile(r"person[- ]?n|\bp?nr\b|född|fodd|\bssn\b|samordning|\bborn\b", re.I)
_REACH = 30
_LEAP = 2000  # a year that has every day


def personal_numbers(plain: str) -> Iterator[re.Match[str]]:
    """Every number whose day exists and whose last digit follows from the others."""
    after = 0
    for start in START.finditer(plain):
        found = NUMBER.match(plain, start.start()) if start.start() >= after else None
        if found and _is_day(found) and _checks(found):
            after = found.end()
            yield found


def could_be_a_phone(number: re.Match[str], plain: str) -> bool:
    """Ten digits that begin as a mobile number, with nothing that says what they are."""
    if number["century"] or number["sign"] in ("-", "+"):
        return False
    before = plain[max(0, number.start() - _REACH) : number.start()]
    return re.match(r"07[ ]?[02369]", number[0]) is not None and not BORN.search(before)


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
    written = found["year"] + found["month"] + found["day"] + found["last"]
    digits = [int(one) for one in written if one != " "]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[::2]]  # noqa: PLR2004
    return (sum(doubled) + sum(digits[1::2])) % 10 == 0
