"""Which number a decision has, and what of the minutes anyone may read. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from handslag.core.refusals import NotAllowedError
from handslag.domain.council.rules.words import TaskState

Key = TypeVar("Key")
Content = Mapping[str, Any]


def numbered(decisions: Iterable[tuple[Key, str]]) -> dict[Key, int]:
    """§ 1, § 2 … in the order of the agenda, for the items that were decided on."""
    decided = [key for key, words in decisions if words.strip()]
    return {key: number for number, key in enumerate(decided, start=1)}


def public_part(content: Content) -> dict[str, Any]:
    """The minutes without what is internal, and how many items were left out.

    The numbers stay: one sees that there is a § 3, and not what it says.
    """
    kept = [item for item in content["items"] if not item["is_internal"]]
    return {
        **content,
        "items": [
            {**item, "tasks": [task for task in item["tasks"] if not task["is_internal"]]}
            for item in kept
        ],
        "left_out": len(content["items"]) - len(kept),
    }


def check_minutes(*, present: int, adjusters: int) -> None:
    """Minutes say who was there, and somebody adjusts them."""
    if not present:
        raise NotAllowedError("council.nobody_present")
    if not adjusters:
        raise NotAllowedError("council.no_adjusters")


def check_confirmed_on(day: date, *, held_on: date, today: date) -> None:
    """The minutes are confirmed after the meeting and not in the future."""
    if day < held_on or day > today:
        raise NotAllowedError("council.confirmed_when")


def check_report(state: TaskState, result: str) -> None:
    """A task that ends says what became of it."""
    if state is not TaskState.OPEN and not result.strip():
        raise NotAllowedError("council.task_needs_result")
