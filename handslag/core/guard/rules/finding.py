"""One thing that points at somebody, and a text without such things."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

REMOVED = "[borttaget]"  # stands in the text, which is Swedish whatever the page is


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


def redacted(text: str, findings: Sequence[Finding]) -> str:
    """The text with a plain mark in place of each thing found."""
    kept: list[str] = []
    at = 0
    for one in sorted(findings):
        if one.start >= at:
            kept += text[at : one.start], REMOVED
        at = max(at, one.end)
    return "".join((*kept, text[at:]))
