"""Whose deadlines are whose to see."""

from collections.abc import Collection, Iterable

from handslag.core.deadlines import Deadline


def seen_by(own: Collection[int], deadlines: Iterable[Deadline]) -> list[Deadline]:
    """Those of one's own organisations, and those one is told of; the earliest first."""
    found = [one for one in deadlines if {one.home, *one.others}.intersection(own)]
    return sorted(found, key=lambda one: (one.due_on, one.kind, one.name, one.path))
