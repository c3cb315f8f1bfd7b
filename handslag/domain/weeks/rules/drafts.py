"""What somebody writes at a meeting, and what must be said in it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules import Top
from handslag.domain.weeks.rules.words import Result, State


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """When it is held, since when it looks back, who leads it and who was there."""

    held_on: date
    looks_back_to: date
    chair: str = ""
    present: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PriorityDraft:
    """What comes in this order in the coming week, where, and why."""

    what: str
    where: str = ""
    why: str = ""
    top: Top | None = None
    place: int | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """What one organisation does about it, by when."""

    organisation: int
    words: str
    by: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """What became of a target, why if not all of it, and what was seen."""

    result: Result
    why: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What the group decided, in its own words."""

    words: str


def check_meeting(draft: MeetingDraft, *, last: date | None) -> None:
    """A meeting comes after the one before, and looks back over some days."""
    if draft.looks_back_to >= draft.held_on:
        raise NotAllowedError("weeks.looks_back_over_nothing")
    if last is not None and draft.held_on <= last:
        raise NotAllowedError("weeks.before_the_last")


def check_priority(draft: PriorityDraft) -> None:
    """It says what it is about."""
    if not draft.what.strip():
        raise NotAllowedError("weeks.priority_without_what")


def check_target(draft: TargetDraft, *, among: Iterable[int], held_on: date) -> None:
    """Somebody of the group does something, after the meeting."""
    if draft.organisation not in set(among):
        raise NotAllowedError("weeks.target_of_someone_else")
    if not draft.words.strip():
        raise NotAllowedError("weeks.target_without_words")
    if draft.by is not None and draft.by < held_on:
        raise NotAllowedError("weeks.target_in_the_past")


def check_follow_up(draft: FollowUpDraft) -> None:
    """What was not done, or not all of it, says why."""
    if draft.result is not Result.DONE and not draft.why.strip():
        raise NotAllowedError("weeks.say_why_not")


def check_decision(draft: DecisionDraft) -> None:
    """A decision is in words."""
    if not draft.words.strip():
        raise NotAllowedError("weeks.decision_without_words")


def check_planned(state: State) -> None:
    """What was held stands as it was."""
    if state is State.HELD:
        raise NotAllowedError("weeks.held_already")


def check_holding(*, held_on: date, today: date, present: int, targets_open: int) -> None:
    """The day has come, somebody was there, and the last week was followed up."""
    if held_on > today:
        raise NotAllowedError("weeks.not_yet")
    if not present:
        raise NotAllowedError("weeks.nobody_there")
    if targets_open:
        raise NotAllowedError("weeks.follow_up_first", n=targets_open)
