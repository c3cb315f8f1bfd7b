"""What must be in place before a board can decide a plan, and when it is told of again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handslag.core.deadlines import months_after
from handslag.core.refusals import NotAllowedError
from handslag.domain.plans.rules.chain import Defect
from handslag.domain.plans.rules.words import State, Status

FOLLOW_UP_MONTHS = 24  # 2023:196, at least every second year


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan as it is when somebody wants to have it decided."""

    is_on_frozen_picture: bool
    goals: int
    measures: int
    unmeasurable: Sequence[str] = ()  # goals that cannot be followed up
    outside: Sequence[str] = ()  # problems that the frozen picture does not give priority
    ownerless: Sequence[str] = ()
    broken: Sequence[Defect] = ()  # missing links without a reason


def stops(plan: Ready) -> list[NotAllowedError]:
    """Everything that stops the decision, so that it can be mended in one go."""
    found: list[NotAllowedError] = []
    if not plan.is_on_frozen_picture:
        found.append(NotAllowedError("plan.picture_not_frozen"))
    if not plan.goals:
        found.append(NotAllowedError("plan.no_goals"))
    if not plan.measures:
        found.append(NotAllowedError("plan.no_measures"))
    if plan.unmeasurable:
        found.append(NotAllowedError("plan.goal_not_bounded", goals=plan.unmeasurable))
    if plan.outside:
        found.append(NotAllowedError("plan.problem_not_in_picture", problems=plan.outside))
    if plan.ownerless:
        found.append(NotAllowedError("plan.measure_without_owner", measures=plan.ownerless))
    if plan.broken:
        found.append(NotAllowedError("plan.chain_broken", count=len(plan.broken)))
    return found


def editable(state: State) -> None:
    """Refuse to write in a plan that is decided: it is changed by one that comes after."""
    if state is not State.DRAFT:
        raise NotAllowedError("plan.decided")


def status_has_reason(status: Status, why: str) -> None:
    """Whoever stops a measure says why."""
    if status is Status.STOPPED and not why.strip():
        raise NotAllowedError("plan.stopped_needs_why")


def decided_in_order(decided_on: date, *, frozen_on: date, today: date) -> None:
    """A decision is made after the picture it rests on, and not tomorrow."""
    if decided_on > today:
        raise NotAllowedError("plan.decided_in_future")
    if decided_on < frozen_on:
        raise NotAllowedError("plan.decided_before_picture")


def next_follow_up(decided_on: date, followed_up: Sequence[date]) -> date:
    """The last day for the next follow-up: two years after the latest, or the decision."""
    return months_after(max([decided_on, *followed_up]), FOLLOW_UP_MONTHS)
