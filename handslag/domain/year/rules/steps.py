"""How far a municipality has come: the ten steps of the national model, and Brå's five.

Each step is done when its signs are there. A sign is found in what the system holds
or, where that cannot show it, is marked by hand with a day and a note. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handslag.core.deadlines import months_after
from handslag.core.refusals import NotAllowedError

# A round is at most two years (6 § 2023:196): what is older belongs to the one before.
ROUND = 24


class Sign(StrEnum):
    """What shows that a part of a step is done."""

    MANDATE = "mandate"
    COUNCIL = "council"
    CONTACT = "contact"
    COMMUNICATION_PLAN = "communication_plan"
    COMMUNICATION_ACTIVITIES = "communication_activities"
    METHOD = "method"
    SECRECY = "secrecy"
    OWN_MUNICIPAL = "own_municipal"
    OWN_POLICE = "own_police"
    STAFF_DIALOGUE = "staff_dialogue"
    CITIZEN_DIALOGUE = "citizen_dialogue"
    MERGED = "merged"
    PRIORITISED = "prioritised"
    FROZEN = "frozen"
    CAUSES = "causes"
    AGREEMENT = "agreement"
    PLAN = "plan"
    PROMISES = "promises"
    MEASURES = "measures"
    FOLLOWED_UP = "followed_up"
    FED_BACK = "fed_back"


# What the system cannot show, or that may lie elsewhere.
BY_HAND = frozenset(
    {
        Sign.MANDATE,
        Sign.COMMUNICATION_PLAN,
        Sign.COMMUNICATION_ACTIVITIES,
        Sign.METHOD,
        Sign.SECRECY,
        Sign.OWN_MUNICIPAL,
        Sign.OWN_POLICE,
        Sign.STAFF_DIALOGUE,
        Sign.CITIZEN_DIALOGUE,
        Sign.MERGED,
    }
)

# The national model. Step 2 runs throughout: nobody waits in it.
TEN: tuple[tuple[Sign, ...], ...] = (
    (Sign.MANDATE, Sign.COUNCIL, Sign.CONTACT),
    (Sign.COMMUNICATION_PLAN, Sign.COMMUNICATION_ACTIVITIES),
    (Sign.METHOD,),
    (Sign.OWN_MUNICIPAL, Sign.OWN_POLICE),
    (Sign.STAFF_DIALOGUE,),
    (Sign.CITIZEN_DIALOGUE,),
    (Sign.MERGED, Sign.PRIORITISED, Sign.FROZEN),
    (Sign.CAUSES,),
    (Sign.PLAN, Sign.PROMISES),
    (Sign.FOLLOWED_UP, Sign.FED_BACK),
)
THROUGHOUT = 2

# Brå's five. The third is done when these five are.
FIVE: tuple[tuple[Sign, ...], ...] = (
    (Sign.MANDATE, Sign.COUNCIL, Sign.CONTACT),
    (
        Sign.METHOD,
        Sign.SECRECY,
        Sign.OWN_MUNICIPAL,
        Sign.OWN_POLICE,
        Sign.STAFF_DIALOGUE,
    ),
    (
        Sign.MERGED,
        Sign.PRIORITISED,
        Sign.CITIZEN_DIALOGUE,
        Sign.CAUSES,
        Sign.AGREEMENT,
    ),
    (Sign.PLAN, Sign.PROMISES, Sign.MEASURES),
    (Sign.FOLLOWED_UP, Sign.FED_BACK),
)
JOINT_PREPARATIONS = 3


class Reach(StrEnum):
    """How far a step has come."""

    DONE = "done"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"


@dataclass(frozen=True, slots=True)
class Found:
    """What the system holds about a sign: so many of so many, and whether it is enough.

    `key` leads to the thing itself.
    """

    done: bool
    have: int = 0
    of: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """That somebody has said it is done: when, and how they know."""

    done_on: date
    note: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One sign as the board shows it. `is_old`: the mark belongs to the round before."""

    sign: Sign
    done: bool
    found: Found
    mark: Mark | None = None
    is_old: bool = False

    @property
    def by_hand(self) -> bool:
        """Whether it is done only because somebody has said so."""
        return self.done and not self.found.done

    @property
    def may_be_marked(self) -> bool:
        return self.sign in BY_HAND and not self.found.done


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step: its number, its signs, and how far it has come."""

    number: int
    signs: tuple[Shown, ...]

    @property
    def missing(self) -> tuple[Shown, ...]:
        return tuple(one for one in self.signs if not one.done)

    @property
    def reach(self) -> Reach:
        if not self.missing:
            return Reach.DONE
        begun = any(one.done or one.found.have for one in self.signs)
        return Reach.BEGUN if begun else Reach.NOT_BEGUN


@dataclass(frozen=True, slots=True)
class Board:
    """Where the work stands.

    `now` is the step one is in: the one after the last that is done. `behind`: steps
    before it that are not done.
    """

    ten: tuple[StepShown, ...]
    five: tuple[StepShown, ...]
    now: int
    behind: tuple[StepShown, ...]

    @property
    def is_round_done(self) -> bool:
        return all(step.reach is Reach.DONE for step in self.ten)

    @property
    def joint(self) -> StepShown:
        """Brå's third step, with its checklist."""
        return self.five[JOINT_PREPARATIONS - 1]


def board(found: Mapping[Sign, Found], marks: Mapping[Sign, Mark], *, today: date) -> Board:
    """The board of one municipality, from what is found and what is marked."""
    shown = {sign: _shown(sign, found, marks, today) for sign in Sign}
    ten, five = _steps(TEN, shown), _steps(FIVE, shown)
    now = _now(ten)
    behind = tuple(
        step for step in ten if step.number < now and step.reach is not Reach.DONE
    )
    return Board(ten, five, now, behind)


def _shown(
    sign: Sign, found: Mapping[Sign, Found], marks: Mapping[Sign, Mark], today: date
) -> Shown:
    there = found.get(sign, Found(done=False))
    mark = marks.get(sign) if sign in BY_HAND else None
    is_old = mark is not None and mark.done_on < months_after(today, -ROUND)
    marked = mark is not None and not is_old
    return Shown(sign, there.done or marked, there, mark, is_old)


def _steps(
    plan: tuple[tuple[Sign, ...], ...], shown: Mapping[Sign, Shown]
) -> tuple[StepShown, ...]:
    return tuple(
        StepShown(number, tuple(shown[sign] for sign in signs))
        for number, signs in enumerate(plan, start=1)
    )


def _now(ten: tuple[StepShown, ...]) -> int:
    """The step after the last that is done. Nobody waits in what runs throughout."""
    done = [
        step.number
        for step in ten
        if step.reach is Reach.DONE and step.number != THROUGHOUT
    ]
    following = max(done, default=0) + 1
    if following == THROUGHOUT:
        following += 1
    return min(following, len(ten))


def may_mark(sign: Sign, *, done_on: date, note: str, today: date) -> None:
    """Refuse to say by hand what the system shows, what is ahead, or without a note."""
    if sign not in BY_HAND:
        raise NotAllowedError("year.sign_shows_itself")
    if done_on > today:
        raise NotAllowedError("year.mark_ahead_of_its_day")
    if not note.strip():
        raise NotAllowedError("year.mark_without_note")
