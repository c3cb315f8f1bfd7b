"""Answers as rows, to be counted in other programs: when, and under what names. Pure."""

import re
from collections.abc import Container
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.rules.coding import DECLINED, NOT_ANSWERED, NOT_ASKED
from handslag.domain.surveys.rules.counting import FEWEST_IN_PUBLIC
from handslag.domain.surveys.rules.words import SurveyState

FEWEST_ALIKE = 10  # rows with the same sex, age and area
LONGEST_NAME = 40
# What stands where there is no answer: below every code, and for numbers below every
# number that can be answered.
MISSING = {NOT_ASKED: -1, NOT_ANSWERED: -2, DECLINED: -3}
WITHHELD = -4
OF_NUMBERS = -2_147_483_640
_UNNAMEABLE = re.compile(r"[^a-z0-9]+")
# Words that SPSS and R keep for themselves.
_TAKEN = frozenset(
    [
        "all",
        "and",
        "by",
        "eq",
        "ge",
        "gt",
        "le",
        "lt",
        "ne",
        "not",
        "or",
        "to",
        "with",
        "if",
        "else",
        "for",
        "while",
        "next",
        "break",
        "true",
        "false",
        "function",
        "in",
        "repeat",
        "null",
        "inf",
        "nan",
        "na",
        "weight",
    ]
)


class Purpose(StrEnum):
    """What somebody takes the answers out for. Written in the log."""

    ANALYSIS = "analysis"
    CONSULTANT = "consultant"
    RESEARCH = "research"
    CHECKING = "checking"


class ExportForm(StrEnum):
    """How the answers are written."""

    PROGRAMS = "programs"  # CSV, codebook, SPSS and R, packed together
    WORKBOOK = "workbook"


def check_export(state: str, *, waiting: bool, counted: int, rows: int) -> None:
    """Refuse answers that could be told from those that come after them.

    `counted`: answers in the last count; `rows`: those of them that lie in columns.
    Raises NotAllowedError: surveys.not_closed_for_export, surveys.not_all_opened,
    surveys.not_counted, surveys.too_few_for_rows.
    """
    if state != SurveyState.CLOSED:
        raise NotAllowedError("surveys.not_closed_for_export")
    if waiting:
        raise NotAllowedError("surveys.not_all_opened")
    if not counted or counted != rows:
        raise NotAllowedError("surveys.not_counted")
    if rows < FEWEST_IN_PUBLIC:
        raise NotAllowedError("surveys.too_few_for_rows", least=FEWEST_IN_PUBLIC)


def variable_name(key: str, part: str, taken: Container[str]) -> str:
    """A name that CSV, SPSS and R can all use, and that nothing else has."""
    plain = _UNNAMEABLE.sub("_", f"{key}_{part}".lower()).strip("_")[:LONGEST_NAME]
    plain = plain.strip("_") or "q"
    if not plain[0].isalpha() or plain in _TAKEN:
        plain = f"q_{plain}"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}_{number}", number + 1
    return name
