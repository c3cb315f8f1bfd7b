"""Whose task an incident is: the narrowest rule that fits. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Way:
    """One rule: incidents of this category and place are this organisation's task."""

    owner: int
    days: int
    position: int = 0
    category: str = ""
    top: str = ""
    places: frozenset[int] = frozenset()

    def fits(self, *, category: str, top: str, places: frozenset[int]) -> bool:
        return (
            (not self.category or self.category == category)
            and (not self.top or self.top == top)
            and (not self.places or bool(self.places & places))
        )

    @property
    def narrowness(self) -> tuple[bool, bool, bool]:
        return bool(self.places), bool(self.category), bool(self.top)


def chosen(
    ways: Iterable[Way], *, category: str, top: str, places: frozenset[int]
) -> Way | None:
    """Place and category before place, before category, before the rest; then the order
    of the list. So a broad rule never hides a narrow one that stands after it."""
    fitting = [one for one in ways if one.fits(category=category, top=top, places=places)]
    fitting.sort(key=lambda one: (*(not yes for yes in one.narrowness), one.position))
    return fitting[0] if fitting else None


def due_on(received: date, days: int) -> date:
    return received + timedelta(days=days)
