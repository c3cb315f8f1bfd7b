"""The first round: from nothing to what the law asks for, in the order it is done. Pure.

The law check says how it stands; this says what comes next. A municipality that has done
something once is past it here: when it is due again the calendar says.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handslag.domain.year.rules.law import Finding, Standing
from handslag.domain.year.rules.words import Section


class Milestone(StrEnum):
    """What is done the first time, in this order."""

    PICTURE = "picture"
    PLAN = "plan"
    AGREEMENT = "agreement"
    COUNCIL = "council"
    CONTACT = "contact"
    PROMISES = "promises"


class Stage(StrEnum):
    """How far one of them has come."""

    DONE = "done"
    WAITING = "waiting"  # others are asked, and have not all answered
    BEGUN = "begun"
    AHEAD = "ahead"


SECTIONS: Mapping[Milestone, Section] = {
    Milestone.PICTURE: Section.PICTURE,
    Milestone.PLAN: Section.PLAN,
    Milestone.AGREEMENT: Section.AGREEMENTS,
    Milestone.COUNCIL: Section.COUNCIL,
    Milestone.CONTACT: Section.COORDINATION,
}
_DONE = frozenset({Standing.DONE, Standing.DUE, Standing.LATE})


@dataclass(frozen=True, slots=True)
class Begun:
    """What is begun and not done: which draft, and whether others are asked about it."""

    key: str
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Reached:
    """One milestone as it stands. `key` is the public id of what is begun."""

    milestone: Milestone
    stage: Stage
    key: str = ""


def first_round(
    findings: Iterable[Finding],
    begun: Mapping[Milestone, Begun],
    *,
    has_promises: bool,
) -> tuple[Reached, ...]:
    """Every milestone; what the municipality has put off with a reason is left out."""
    stands = {found.section: found.standing for found in findings}
    put_off = {
        one for one, of in SECTIONS.items() if stands.get(of) is Standing.NOT_STARTED
    }
    done = {one for one, of in SECTIONS.items() if stands.get(of) in _DONE}
    if has_promises:
        done.add(Milestone.PROMISES)
    return tuple(
        Reached(one, _stage(one, done, begun), begun[one].key if one in begun else "")
        for one in Milestone
        if one not in put_off
    )


def next_of(reached: Iterable[Reached]) -> Reached | None:
    """What to do now: the first that is neither done nor waiting for others."""
    rows = list(reached)
    ahead = (one for one in rows if one.stage in {Stage.BEGUN, Stage.AHEAD})
    waiting = (one for one in rows if one.stage is Stage.WAITING)
    return next(ahead, None) or next(waiting, None)


def _stage(
    one: Milestone, done: Collection[Milestone], begun: Mapping[Milestone, Begun]
) -> Stage:
    if one in done:
        return Stage.DONE
    if one not in begun:
        return Stage.AHEAD
    return Stage.WAITING if begun[one].is_asked else Stage.BEGUN
