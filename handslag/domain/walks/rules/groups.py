"""How many walk together, and what may be said of them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from handslag.domain.walks.rules.words import PartRole

MOST_TOGETHER = 20  # beyond that few are heard (F7.1)
LARGEST_GROUP = 10
LEAST_SHOWN = 5


def is_crowded(people: int) -> bool:
    """More than can be heard on one walk."""
    return people > MOST_TOGETHER


def groups_for(people: int) -> int:
    """Into how many groups of eight to ten they are divided."""
    return max(1, -(-people // LARGEST_GROUP))


@dataclass(frozen=True, slots=True)
class Shown:
    """Roles that are told with one number: one role, or several together."""

    roles: tuple[PartRole, ...]
    people: int | None  # none: fewer than five in all, so that no number is told


def shown_roles(took_part: Mapping[PartRole, int]) -> list[Shown]:
    """Roles with fewer than five are told together with others, until the number is five.

    So the total can stand beside, and no small number can be worked out from it.
    """
    there = sorted(
        ((role, count) for role, count in took_part.items() if count),
        key=lambda one: (one[1], list(PartRole).index(one[0])),
    )
    together: list[PartRole] = []
    people = 0
    alone = []
    for role, count in there:
        is_small = count < LEAST_SHOWN
        is_joined = is_small or (together and people < LEAST_SHOWN)
        if is_joined:
            together.append(role)
            people += count
        else:
            alone.append(Shown((role,), count))
    if not together:
        return alone
    ordered = tuple(role for role in PartRole if role in together)
    return [*alone, Shown(ordered, people if people >= LEAST_SHOWN else None)]
