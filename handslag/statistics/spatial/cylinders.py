"""Where and since when does more happen than the place and the days alone explain?"""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from handslag.statistics.spatial.likelihood import (
    EXACT_SINGLE,
    Chance,
    raise_best,
    ratio,
    screen,
)
from handslag.statistics.spatial.scans import Found, Scan, generator, told
from handslag.statistics.spatial.windows import Array
from handslag.statistics.weighting import Numbers

_METHOD = "Kulldorff scan, space-time permutation"
_BLOCK = 50_000  # figures at a time: places by neighbours by days


def scan_spacetime_permutation(
    xy: Numbers,
    counts: Array,
    k: int,
    days: int,
    nsim: int = 99,
    *,
    gumbel: bool = True,
    rng: np.random.Generator | None = None,
) -> Scan:
    """Clusters that are alive on the last day: the `k` nearest places at most, the last
    `days` days at most, and no more than half of all cases.

    `xy` (places, 2) are middles in metres, `counts` (places, all days) the cases. What is
    expected is what the place and the days have together; the runs keep the places and
    the days of the cases and exchange the days between them, so that no population is
    needed. Kulldorff, Heffernan, Hartman, Assuncao & Mostashari (2005), PLoS Medicine
    2:e59. Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY (no cases).
    """
    if counts.ndim != 2 or xy.shape != (len(counts), 2):  # noqa: PLR2004 places and days
        raise ValueError("E_SHAPE")
    if (counts < 0).any() or k < 1 or days < 1:
        raise ValueError("E_NEGATIVE")
    total = int(counts.sum())
    if total == 0:
        raise ValueError("E_EMPTY")
    days = min(days, counts.shape[1])
    near = np.asarray(cKDTree(xy).query(xy, k=range(1, min(k, len(xy)) + 1))[1])
    places = np.cumsum(counts.sum(axis=1)[near], axis=1).astype(float)
    lasting = np.cumsum(counts.sum(axis=0)[::-1])[:days].astype(float)
    expected = places[:, :, None] * (lasting / total)
    expected[expected > total / 2] = 0.0
    last = np.cumsum(counts[:, ::-1][:, :days], axis=1).astype(float)
    found = _cylinders(near, last, expected, total)
    chance = Chance(_runs(near, counts, expected, nsim, generator(rng)))
    return told(found, chance, total, _METHOD, gumbel=gumbel)


def _runs(
    near: NDArray[np.intp],
    counts: Array,
    expected: Numbers,
    nsim: int,
    rng: np.random.Generator,
) -> Numbers:
    """The largest ratio of each run with the days exchanged between the cases."""
    many, total, reach = len(counts), int(counts.sum()), expected.shape[2]
    kind = np.float32 if total < EXACT_SINGLE else np.float64
    place, day = (np.repeat(at, counts[counts > 0]) for at in np.nonzero(counts))
    ago = counts.shape[1] - 1 - day
    awaited = expected.reshape(-1, 1).astype(kind)
    by = screen(awaited, total)
    step = max(1, _BLOCK // (near.shape[1] * reach))
    best = np.zeros(nsim)
    for run in range(nsim):
        drawn = rng.permutation(ago)
        is_late = drawn < reach
        table = np.bincount(place[is_late] * reach + drawn[is_late], minlength=many * reach)
        last = np.cumsum(table.reshape(many, reach), axis=1).astype(kind)
        for at in range(0, many, step):
            c = np.cumsum(last[near[at : at + step]], axis=1).reshape(-1, 1)
            own = slice(at * near.shape[1] * reach, at * near.shape[1] * reach + len(c))
            raise_best(best[run : run + 1], c, awaited[own], by[own], total)
    return best


def _cylinders(
    near: NDArray[np.intp], last: Numbers, expected: Numbers, total: float, most: int = 10
) -> list[Found]:
    """The best cylinder, then the best of those that share no place with it, and so on."""
    c = np.cumsum(last[near], axis=1)
    ratios = ratio(c, expected, total)
    found: list[Found] = []
    while len(found) < most:
        centre, end, ago = np.unravel_index(int(np.argmax(ratios)), ratios.shape)
        llr = float(ratios[centre, end, ago])
        if llr <= 0:
            break
        members = near[centre, : end + 1]
        at = (centre, end, ago)
        found.append(
            Found(members, int(centre), c[at], float(expected[at]), llr, int(ago) + 1)
        )
        is_taken = np.zeros(len(near), bool)
        is_taken[members] = True
        ratios[np.logical_or.accumulate(is_taken[near], axis=1)] = 0.0
    return found
