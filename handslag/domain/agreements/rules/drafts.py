"""What editors hand in. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from handslag.core.periods import Period
from handslag.core.text import seen
from handslag.domain.agreements.rules.words import Prolongation, Statute

TWO_YEARS = 24


@dataclass(frozen=True, slots=True)
class WordsDraft:
    """What the agreement is called and says of itself."""

    name: str
    period: Period = field(default_factory=Period)
    prolongation: Prolongation = Prolongation.NONE
    prolongation_months: int | None = None
    background: str = ""
    vision: str = ""
    documentation: str = ""
    follow_up: str = ""
    follow_up_by: str = ""
    follow_up_months: int = TWO_YEARS
    signed_on: date | None = None
    changes: str = ""


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal, and how one sees that it is reached."""

    text: str
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class StatuteDraft:
    """A plan or analysis under another statute."""

    statute: Statute
    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class ContentsDraft:
    """Why, in which areas, which problems, what one wants to reach, and what it is tied to.

    Areas are pairs of shared code and own words, either of them empty; problems
    are keys of the picture's problems, and words.
    """

    purposes: Sequence[str] = ()
    fields: Sequence[tuple[str, str]] = ()
    problems: Sequence[int] = ()
    problem_words: Sequence[str] = ()
    goals: Sequence[GoalDraft] = ()
    statutes: Sequence[StatuteDraft] = ()


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """What one party undertakes, its place in the party's steering, and whom to ask."""

    commitments: Sequence[str] = ()
    steering: str = ""
    contact_function: str = ""
    contact_email: str = ""
    contact_phone: str = ""


def lines(text: str) -> list[str]:
    """One thing on each line: empty lines and marks of a list are not part of it."""
    found = (seen(line).lstrip("-–•*· ").strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in found if line))


def as_lines(things: Iterable[object]) -> str:
    """The same things as one writes them, one on each line."""
    return "\n".join(str(thing) for thing in things)
