"""From counts to what a group may say of them. Pure."""

from collections.abc import Sequence

from handslag.domain.weeks.rules.words import Level
from handslag.statistics.unusual import Flag, Unusual, adjusted

CHANCE = 0.05


def levels(found: Sequence[Unusual]) -> list[Level]:
    """What can be said of each, when all of them are looked at together."""
    judged = [one for one in found if one.can_be_judged]
    together = iter(adjusted([one.p for one in judged]))
    return [
        _level(one, next(together)) if one.can_be_judged else _silent(one) for one in found
    ]


def _level(one: Unusual, together: float) -> Level:
    if together <= CHANCE:
        return Level.UNUSUAL
    return Level.HINT if one.p <= CHANCE else Level.USUAL


def _silent(one: Unusual) -> Level:
    return Level.SHORT if Flag.SHORT in one.flags else Level.FEW
