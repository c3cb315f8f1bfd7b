"""What changed from one frozen picture to another, problem by problem. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from handslag.domain.picture.rules.words import Aspect, Part, State

Content = Mapping[str, Any]


class Turn(StrEnum):
    """What became of a problem since the earlier version."""

    NEW = "new"
    CLOSED = "closed"
    REOPENED = "reopened"
    LEFT_OUT = "left_out"  # it is not in this version; nobody has said that it is over
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text that reads differently. `what`: the code of a part, an aspect or a field."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class JudgementChange:
    """A judgement of the same side of the same problem, then and now."""

    aspect: Aspect
    before: Mapping[str, str] | None
    after: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class ProblemChange:
    """One problem then and now, found by the id it keeps from version to version."""

    id: str
    title: str
    turn: Turn
    why: str = ""
    priority: tuple[str, str] | None = None
    judgements: tuple[JudgementChange, ...] = ()
    wording: tuple[Rewording, ...] = ()

    @property
    def is_as_before(self) -> bool:
        same = self.priority is None and not self.judgements and not self.wording
        return self.turn is Turn.KEPT and same


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two versions."""

    problems: tuple[ProblemChange, ...]
    parts: tuple[Rewording, ...]

    @property
    def is_empty(self) -> bool:
        return not self.problems and not self.parts

    def of(self, *turns: Turn) -> tuple[ProblemChange, ...]:
        return tuple(change for change in self.problems if change.turn in turns)


_WORDS = ("title", "description", "place", "time_stated", "affected")
_JUDGED = ("text", "direction", "confidence")


def changes(before: Content, after: Content) -> Changes:
    """What is new, what is over, what is weighed or judged otherwise."""
    return Changes(
        tuple(change for change in _problems(before, after) if not change.is_as_before),
        tuple(_parts(before, after)),
    )


def _problems(before: Content, after: Content) -> Iterator[ProblemChange]:
    earlier = {problem["id"]: problem for problem in before["problems"]}
    there = set()
    for problem in after["problems"]:
        there.add(problem["id"])
        old = earlier.get(problem["id"])
        if old is not None or problem["state"] == State.OPEN:
            yield _problem(old, problem)
    for key, old in earlier.items():
        if key not in there and old["state"] == State.OPEN:
            yield ProblemChange(key, old["title"], Turn.LEFT_OUT)


def _problem(old: Content | None, new: Content) -> ProblemChange:
    if old is None:
        return ProblemChange(new["id"], new["title"], Turn.NEW)
    turn = _turn(old["state"], new["state"])
    moved = old["priority"] != new["priority"]
    return ProblemChange(
        new["id"],
        new["title"],
        turn,
        why=new["closed_why"] if turn is Turn.CLOSED else new["priority_reason"],
        priority=(old["priority"], new["priority"]) if moved else None,
        judgements=tuple(_judgements(old, new)),
        wording=tuple(_rewordings(old, new)),
    )


def _turn(old: str, new: str) -> Turn:
    if old == new:
        return Turn.KEPT
    return Turn.CLOSED if new == State.CLOSED else Turn.REOPENED


def _judgements(old: Content, new: Content) -> Iterator[JudgementChange]:
    then, now = ({one["aspect"]: one for one in each["judgements"]} for each in (old, new))
    for aspect in Aspect:
        before, after = _judged(then.get(aspect)), _judged(now.get(aspect))
        if before != after:
            yield JudgementChange(aspect, before, after)


def _judged(judgement: Content | None) -> dict[str, str] | None:
    if judgement is None:
        return None
    return {name: judgement[name] for name in _JUDGED}


def _rewordings(old: Content, new: Content) -> Iterator[Rewording]:
    for name in _WORDS:
        if old[name].split() != new[name].split():
            yield Rewording(name, old[name], new[name])


def _parts(before: Content, after: Content) -> Iterator[Rewording]:
    for part in Part:
        then, now = _text(before, part), _text(after, part)
        if then.split() != now.split():
            yield Rewording(part.value, then, now)


def _text(content: Content, part: Part) -> str:
    return "\n\n".join(passage["text"] for passage in content["parts"][part.value])
