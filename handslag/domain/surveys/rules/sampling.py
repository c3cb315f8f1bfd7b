"""Who is drawn: so many of each stratum, by chance. Pure; chance is handed in."""

from collections.abc import Mapping, Sequence
from random import Random

from handslag.core.refusals import NotAllowedError


def drawn(
    frame: Mapping[str, Sequence[int]], wanted: Mapping[str, int], chance: Random
) -> dict[str, list[int]]:
    """Which lines of the frame are drawn in each stratum, in the order of the frame.

    `frame`: the numbers of its lines by stratum. Raises NotAllowedError:
    surveys.more_than_there_are, surveys.nobody_to_draw.
    """
    if not sum(wanted.values()):
        raise NotAllowedError("surveys.nobody_to_draw")
    found: dict[str, list[int]] = {}
    for stratum, n in wanted.items():
        there = frame.get(stratum, ())
        if n > len(there):
            raise NotAllowedError(
                "surveys.more_than_there_are", stratum=stratum, there=len(there), wanted=n
            )
        found[stratum] = sorted(chance.sample(list(there), n))
    return found


def shared_out(total: int, sizes: Mapping[str, int]) -> dict[str, int]:
    """A total over strata by their size, with the largest remainders; sums exactly."""
    whole = sum(sizes.values())
    if not whole:
        return dict.fromkeys(sizes, 0)
    shares = {one: divmod(total * size, whole) for one, size in sizes.items()}
    found = {one: share for one, (share, _) in shares.items()}
    by_rest = sorted(shares, key=lambda one: (-shares[one][1], one))
    for one in by_rest[: total - sum(found.values())]:
        found[one] += 1
    return found
