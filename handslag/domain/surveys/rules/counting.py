"""When answers are counted, and which groups are shown. Pure."""

from collections.abc import Sequence

STEP = 10  # two counts differ by so many answers, or by none
FEWEST_FOR_STAFF = 10
FEWEST_IN_PUBLIC = 30
LEAST_WIDTH = 5  # so many different numbers a hidden count can be, unless more are wanted
MOST_WIDTH = 30


def is_due(answered: int, counted: int) -> bool:
    """Whether enough answers have come since the last count: never one person's."""
    return answered - counted >= STEP


def too_few(sizes: Sequence[int], outside: int, fewest: int) -> frozenset[int]:
    """Which groups are not shown: small ones, and the next smallest until what is not
    shown is as many taken together. `outside`: those in no group, who are not shown
    either, and whom the rest of the groups would give back.
    """
    hidden = {at for at, size in enumerate(sizes) if size < fewest}
    left = sorted((size, at) for at, size in enumerate(sizes) if at not in hidden)
    pool = outside + sum(sizes[at] for at in hidden)
    while 0 < pool < fewest and left:
        size, at = left.pop(0)
        hidden.add(at)
        pool += size
    return frozenset(hidden)
