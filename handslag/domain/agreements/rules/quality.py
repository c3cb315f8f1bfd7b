"""What stops an agreement from being put to its parties, and what would better it. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handslag.domain.agreements.rules.words import Prolongation

AT_LEAST_TWO = 2
_NUMBER = re.compile(r"\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|hälften|alla|varje)\b")


class Hint(StrEnum):
    """What would better the agreement, and stops nothing."""

    GOALS = "goals"
    BOUNDED = "bounded"
    COMMITMENTS = "commitments"
    CONTACT = "contact"
    FOLLOW_UP = "follow_up"
    DOCUMENTATION = "documentation"
    PROBLEMS = "problems"


@dataclass(frozen=True, slots=True)
class Side:
    """What is said of one party."""

    name: str
    approves: bool
    commitments: int
    has_contact: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """What of an agreement the rules look at."""

    sides: Sequence[Side]
    purposes: int
    fields: int
    has_period: bool
    has_last_day: bool
    prolongation: Prolongation
    goals: Sequence[tuple[str, str]]
    problems: int
    follow_up_by: str
    documentation: str


def stops(of: Contents) -> list[str]:
    """The codes of what must be put right first. Purposes and areas: 9 §."""
    wrong = {
        "agreement.one_party": len(of.sides) < AT_LEAST_TWO,
        "agreement.nobody_approves": not any(side.approves for side in of.sides),
        "agreement.no_purpose": not of.purposes,
        "agreement.no_field": not of.fields,
        "agreement.no_period": not of.has_period,
        "agreement.prolonged_without_last_day": (
            of.prolongation is not Prolongation.NONE and not of.has_last_day
        ),
    }
    return [code for code, is_wrong in wrong.items() if is_wrong]


def hints(of: Contents) -> Iterator[tuple[Hint, str]]:
    """What would better it, and about what: a party, a goal, or the whole."""
    if not of.goals:
        yield Hint.GOALS, ""
    for text, seen_by in of.goals:
        if not is_bounded(text, seen_by):
            yield Hint.BOUNDED, text
    for side in of.sides:
        if not side.commitments:
            yield Hint.COMMITMENTS, side.name
        if not side.has_contact:
            yield Hint.CONTACT, side.name
    missing = {
        Hint.PROBLEMS: not of.problems,
        Hint.FOLLOW_UP: not of.follow_up_by,
        Hint.DOCUMENTATION: not of.documentation,
    }
    yield from ((hint, "") for hint, is_missing in missing.items() if is_missing)


def is_bounded(goal: str, seen_by: str) -> bool:
    """Can one see that the goal is reached? It says how, or has a number in it."""
    return bool(seen_by.strip()) or bool(_NUMBER.search(goal.casefold()))
