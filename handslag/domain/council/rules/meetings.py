"""On which way a meeting is, and what its agenda is worth. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.council.rules.words import ItemKind, MeetingState

ADJUST_WITHIN = timedelta(days=30)
# What is due this far ahead belongs on the agenda.
LOOK_AHEAD_MONTHS = 3


class Step(StrEnum):
    """What can be done with a meeting."""

    PREPARE = "prepare"
    CALL = "call"
    CANCEL = "cancel"
    BEGIN = "begin"
    WRITE = "write"
    FREEZE = "freeze"
    TAKE_BACK = "take_back"
    CONFIRM = "confirm"
    FINISH = "finish"
    PUBLISH = "publish"


_AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CALLED})
_ADJUSTING = frozenset({MeetingState.ADJUSTING})
FROM: Mapping[Step, frozenset[MeetingState]] = {
    Step.PREPARE: _AHEAD,
    Step.CALL: _AHEAD,
    Step.CANCEL: _AHEAD,
    Step.BEGIN: _AHEAD,
    Step.WRITE: frozenset({MeetingState.HELD}),
    Step.FREEZE: frozenset({MeetingState.HELD}),
    Step.TAKE_BACK: _ADJUSTING,
    Step.CONFIRM: _ADJUSTING,
    Step.FINISH: _ADJUSTING,
    Step.PUBLISH: frozenset({MeetingState.FINAL}),
}


def check_step(state: MeetingState, *steps: Step) -> None:
    """Refuse what does not follow on where the meeting stands; one step must."""
    if not any(state in FROM[step] for step in steps):
        raise NotAllowedError(
            "council.minutes_final" if state is MeetingState.FINAL else "council.not_now"
        )


def check_call(day: date, *, items: int, today: date) -> None:
    """A call has something on its agenda, and is about a day to come."""
    if not items:
        raise NotAllowedError("council.empty_agenda")
    if day < today:
        raise NotAllowedError("council.call_in_past")


def check_begun(day: date, *, today: date) -> None:
    """Nobody writes the minutes of a meeting that is still to come."""
    if day > today:
        raise NotAllowedError("council.meeting_to_come")


class Pattern(StrEnum):
    """The fixed items of an agenda, in their order. `theme` and below come last."""

    APPROVE = "approve"
    TASKS = "tasks"
    MUNICIPALITY = "municipality"
    POLICE = "police"
    EST = "est"
    THEME = "theme"
    OTHER = "other"


# What must be on every agenda says nothing of what the council uses its time for.
FORMAL = frozenset({Pattern.APPROVE, Pattern.OTHER})
KINDS: Mapping[Pattern, ItemKind] = {
    Pattern.APPROVE: ItemKind.DECIDE,
    Pattern.TASKS: ItemKind.DISCUSS,
    Pattern.MUNICIPALITY: ItemKind.INFORM,
    Pattern.POLICE: ItemKind.INFORM,
    Pattern.EST: ItemKind.INFORM,
    Pattern.THEME: ItemKind.DISCUSS,
    Pattern.OTHER: ItemKind.DISCUSS,
}


def pattern_source(pattern: Pattern) -> str:
    """Where an item of the pattern says that it comes from."""
    return f"pattern:{pattern}"


@dataclass(frozen=True, slots=True)
class Shares:
    """How many items are for deciding, for discussing and for information."""

    decide: int
    discuss: int
    inform: int

    @property
    def total(self) -> int:
        return self.decide + self.discuss + self.inform

    @property
    def is_information_meeting(self) -> bool:
        """Councils slide into listening; say it when more than half is listening."""
        return self.total > 0 and self.inform * 2 > self.total


def shares(items: Iterable[tuple[str, ItemKind]]) -> Shares:
    """Of (source, kind), what the meeting is for; the formal items are not counted."""
    formal = {pattern_source(one) for one in FORMAL}
    kinds = [kind for source, kind in items if source not in formal]
    return Shares(
        *(
            kinds.count(kind)
            for kind in (ItemKind.DECIDE, ItemKind.DISCUSS, ItemKind.INFORM)
        )
    )


def adjust_by(held_on: date) -> date:
    """The day by which the minutes should be adjusted."""
    return held_on + ADJUST_WITHIN


def leads_somewhere(link: str) -> bool:
    """Nothing, a page of ours, or an address on the web: never a script or a file."""
    ours = link.startswith("/") and not link.startswith("//")
    return not link or ours or link.startswith(("https://", "http://"))
