"""What several groups said of a stop, and whether it has become better since. Pure."""

from collections.abc import Iterable
from enum import StrEnum

from handslag.domain.walks.rules.words import ORDER, Level


class Change(StrEnum):
    """From one walk to the next."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"  # it was not judged both times


def together(levels: Iterable[Level]) -> Level | None:
    """What the groups said as one: the middle one, and of two in the middle the worse.

    None: nobody looked. Those who could not judge count only when nobody could.
    """
    given = list(levels)
    judged = sorted((one for one in given if one in ORDER), key=ORDER.index)
    if judged:
        return judged[len(judged) // 2]
    return Level.UNKNOWN if given else None


def are_split(levels: Iterable[Level]) -> bool:
    """Whether the groups saw it in different ways."""
    return len({one for one in levels if one in ORDER}) > 1


def change(before: Level | None, after: Level | None) -> Change:
    """Whether it became better."""
    if before not in ORDER or after not in ORDER:
        return Change.UNKNOWN
    step = ORDER.index(after) - ORDER.index(before)
    if step == 0:
        return Change.SAME
    return Change.BETTER if step < 0 else Change.WORSE
