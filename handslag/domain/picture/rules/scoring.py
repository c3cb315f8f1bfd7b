"""Two parties weigh the same problem, each by itself, before they agree. Pure."""

from collections.abc import Collection, Mapping

from handslag.core.refusals import NotAllowedError

VALUES = range(1, 6)


def check_score(value: int) -> None:
    """A score is a whole number from 1 to 5."""
    if value not in VALUES:
        raise NotAllowedError("picture.score_out_of_range")


def seen(
    scores: Mapping[int, int], *, own: Collection[int], scorers: Collection[int]
) -> frozenset[int]:
    """Whose scores somebody may see: their own; all, once every own party has scored.

    Who belongs to no party that scores sees them when all have scored.
    """
    mine = frozenset(own) & frozenset(scorers)
    waiting = (mine or frozenset(scorers)) - frozenset(scores)
    return frozenset(scores) & mine if waiting else frozenset(scores)


def check_agreed(scored: Collection[int], scorers: Collection[int]) -> None:
    """Agree when all have scored. One who writes alone has nobody to wait for."""
    if len(scorers) > 1 and set(scorers) - set(scored):
        raise NotAllowedError("picture.not_scored_by_all")
