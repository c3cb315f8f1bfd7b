"""One thing that points at somebody."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What points at somebody."""

    NAME = "name"
    PERSONNUMMER = "personnummer"
    PHONE = "phone"
    EMAIL = "email"
    PLATE = "plate"
    APARTMENT = "apartment"
    HANDLE = "handle"
    CASE_NUMBER = "case_number"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Where it stands, in code points of the text as it was given, and what it is.

    It is `certain` when one can refuse it without asking anyone: a number whose
    check digit is right, an address with an at sign, a whole name. Everything
    else is for a person to judge.
    """

    start: int
    end: int
    kind: Kind
    certain: bool
