"""When sealed answers are opened, and which strata are put together first. Pure.

An answer is hidden among those it is opened with. A batch is full at FULL answers; it is
opened when the next one of its stratum is full too, so that the last one, which may be
thin, always has a full one to be opened with.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

FULL = 20
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Filled(Generic[Key]):
    """A batch that is not opened yet, and how many answers are in it; in order of age."""

    key: Key
    answers: int


def to_open(batches: Sequence[Filled[Key]], *, is_over: bool) -> list[list[Filled[Key]]]:
    """Which batches of one stratum are opened now, and which of them together.

    While the survey goes on each full one that has a full one after it, by itself; when
    it is over all that is left, and the thin last one with the one before it.
    """
    full = [one for one in batches if one.answers >= FULL]
    if not is_over:
        return [[one] for one in full[:-1]]
    thin = [one for one in batches if 0 < one.answers < FULL]
    if not thin:
        return [[one] for one in full]
    return [*([one] for one in full[:-1]), [*full[-1:], *thin]]


def merged(answered: Mapping[str, int]) -> dict[str, str]:
    """Which stratum each thin one is put together with when the survey is over.

    `answered`: how many answered in each. The thinnest goes into the thinnest other,
    again and again, until none is thinner than FULL or only one is left. The chain is
    followed to its end: the answer names the stratum that remains.
    """
    left = dict(answered)
    into: dict[str, str] = {}
    while len(left) > 1:
        thinnest = min(left, key=lambda one: (left[one], one))
        if left[thinnest] >= FULL:
            break
        taken = left.pop(thinnest)
        other = min(left, key=lambda one: (left[one], one))
        left[other] += taken
        into[thinnest] = other
    return {one: _end(one, into) for one in into}


def _end(stratum: str, into: Mapping[str, str]) -> str:
    while stratum in into:
        stratum = into[stratum]
    return stratum
