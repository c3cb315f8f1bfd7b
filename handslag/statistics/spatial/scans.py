"""Where does most gather, and could chance alone have done it? One answer for a map."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf, nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.counts import poisson_ci
from handslag.statistics.intervals import Estimate
from handslag.statistics.spatial.likelihood import (
    EXACT_SINGLE,
    Chance,
    raise_best,
    ratio,
    screen,
)
from handslag.statistics.spatial.windows import Array, spans, window_sums
from handslag.statistics.weighting import Numbers

LEAST_CASES = 5
_RUNS = 32  # at a time: what is worked on stays near the processor
_SURE = 0.05  # from here on the runs are too few to tell, and Gumbel's tail tells
_MOST = 10  # clusters that are told of
_SEED = 20_000_101  # the same map gives the same answer


@dataclass(frozen=True, slots=True, eq=False)
class Cluster(Estimate):
    """A place where more gathered than elsewhere. `estimate` is the relative risk inside
    against outside; the interval is Garwood's of the cases against what was expected,
    as if the place had been chosen beforehand, which it was not: `p` allows for that.

    `members` are the numbers of its areas or squares, `centre` that of the middle one,
    `days` how many days back it reaches (in space and time). `p_rank` is by the runs alone.
    """

    members: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    centre: int = 0
    cases: int = 0
    expected: float = 0.0
    llr: float = 0.0
    p: float = nan
    p_rank: float = nan
    days: int = 0

    @property
    def rr(self) -> float:
        """The relative risk: the same as `estimate`."""
        return self.estimate

    RR = rr


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """Clusters that do not overlap, the most likely first, and the runs behind p."""

    clusters: tuple[Cluster, ...]
    chance: Chance
    n: int
    method: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A window as it was found, before it is told."""

    members: NDArray[np.intp]
    centre: int
    cases: float
    expected: float
    llr: float
    days: int = 0


def generator(rng: np.random.Generator | None) -> np.random.Generator:
    """The one given, or one that gives the same runs each time."""
    return rng or np.random.default_rng(_SEED)


def told(
    found: Sequence[Found], chance: Chance, total: float, method: str, *, gumbel: bool
) -> Scan:
    """What was found, with how sure it is."""
    return Scan(
        tuple(_told(one, chance, total, method, gumbel=gumbel) for one in found),
        chance,
        round(total),
        method,
        ("few",) if total < LEAST_CASES else (),
    )


def _told(
    one: Found, chance: Chance, total: float, method: str, *, gumbel: bool
) -> Cluster:
    has_runs = len(chance.largest) > 1
    rank = chance.p_rank(one.llr) if has_runs else nan
    outside = total - one.cases
    around = poisson_ci(round(one.cases), one.expected)
    rest = outside / (total - one.expected) if total > one.expected else nan
    return Cluster(
        estimate=one.cases / one.expected / rest if outside else inf,
        lower=around.lower,
        upper=around.upper,
        level=around.level,
        n=round(total),
        method=method,
        flags=("few",) if one.cases < LEAST_CASES else (),
        members=one.members,
        centre=one.centre,
        cases=round(one.cases),
        expected=one.expected,
        llr=one.llr,
        p=chance.p_gumbel(one.llr) if gumbel and rank <= _SURE else rank,
        p_rank=rank,
        days=one.days,
    )


def scaled(cases: Array, expected: Array, maxfrac: float) -> tuple[Numbers, Numbers, float]:
    """Cases, and what is expected of them so that both add up to the same."""
    if cases.shape != expected.shape or not 0 < maxfrac <= 1:
        raise ValueError("E_SHAPE")
    if (cases < 0).any() or not (expected >= 0).all():
        raise ValueError("E_NEGATIVE")
    total, awaited = float(cases.sum()), float(expected.sum())
    if total == 0 or awaited == 0:
        raise ValueError("E_EMPTY")
    return cases.astype(float), expected * (total / awaited), total


def scan_areal(
    xy: Numbers,
    cases: Array,
    expected: Array,
    maxfrac: float = 0.5,
    nsim: int = 999,
    gumbel: bool = True,  # noqa: FBT001, FBT002 as in the table of functions
    *,
    rng: np.random.Generator | None = None,
) -> Scan:
    """Kulldorff's scan of areas: the circles around each area's middle that hold
    `maxfrac` of the expected cases at most.

    `xy` (areas, 2) are the middles in metres, `cases` and `expected` one an area;
    `expected` (or population) is scaled to the cases. `nsim` runs share the same number
    of cases out by chance; p is the rank among them and, below 0.05, by the Gumbel
    distribution fitted to them. Kulldorff (1997), Communications in Statistics 26,
    1481-1496; Abrams, Kleinman & Kulldorff (2010), IJHG 9:61. Raises
    ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY (no cases).
    """
    if xy.shape != (len(cases), 2):
        raise ValueError("E_SHAPE")
    own, awaited, total = scaled(cases, expected, maxfrac)
    orders = _orders(xy, awaited, maxfrac * total)
    found = _areal_clusters(orders, own, awaited, total)
    runs = generator(rng).multinomial(round(total), awaited / total, nsim).T
    kind = np.float32 if total < EXACT_SINGLE else np.float64
    best = np.zeros(nsim)
    for at in range(0, nsim, _RUNS):
        block = np.ascontiguousarray(runs[:, at : at + _RUNS], kind)
        for order in orders:
            e = np.cumsum(awaited[order])[:, None].astype(kind)
            c = np.cumsum(block[order], axis=0)
            raise_best(best[at : at + _RUNS], c, e, screen(e, total), total)
    return told(found, Chance(best), total, "Kulldorff scan, Poisson", gumbel=gumbel)


def _orders(xy: Numbers, expected: Numbers, most: float) -> list[NDArray[np.intp]]:
    """For each area the nearest ones, itself first, up to so many expected cases."""
    orders = []
    for middle in xy:
        order = np.argsort(((xy - middle) ** 2).sum(axis=1), kind="stable")
        within = int(
            np.searchsorted(np.cumsum(expected[order]), most * (1 + 1e-12), "right")
        )
        if within:
            orders.append(order[:within])
    return orders


def _areal_clusters(
    orders: list[NDArray[np.intp]], cases: Numbers, expected: Numbers, total: float
) -> list[Found]:
    """The best window, then the best of those that share no area with it, and so on."""
    sums = [(np.cumsum(cases[order]), np.cumsum(expected[order])) for order in orders]
    ratios = [ratio(c, e, total) for c, e in sums]
    found: list[Found] = []
    while len(found) < _MOST and ratios:
        tops = [float(own.max()) if len(own) else 0.0 for own in ratios]
        at = int(np.argmax(tops))
        if tops[at] <= 0:
            break
        end = int(np.argmax(ratios[at]))
        c, e = sums[at]
        members = orders[at][: end + 1]
        found.append(
            Found(members, int(members[0]), float(c[end]), float(e[end]), tops[at])
        )
        is_taken = np.zeros(len(cases), bool)
        is_taken[members] = True
        ratios = [
            own[: _free(is_taken[order[: len(own)]])]
            for own, order in zip(ratios, orders, strict=True)
        ]
    return found


def _free(is_taken: NDArray[np.bool_]) -> int:
    """How many come before the first that is taken."""
    return int(np.argmax(is_taken)) if is_taken.any() else len(is_taken)


def scan_grid(
    counts: Array,
    expected: Array,
    radii: Sequence[float] = (1, 2, 3),
    nsim: int = 99,
    gumbel: bool = True,  # noqa: FBT001, FBT002 as in the table of functions
    *,
    maxfrac: float = 0.5,
    rng: np.random.Generator | None = None,
) -> Scan:
    """Kulldorff's scan of a map: discs of so many squares around each square.

    `counts` and `expected` are maps (rows, columns) of one shape; where nothing is
    expected, nothing lies (the mask). `members` are numbers of squares, row by row.
    Otherwise as `scan_areal`, with its errors; E_EMPTY for no radii.
    """
    if counts.ndim != 2 or not len(radii):  # noqa: PLR2004 a map has rows and columns
        raise ValueError("E_EMPTY" if counts.ndim == 2 else "E_SHAPE")  # noqa: PLR2004
    own, awaited, total = scaled(counts, expected, maxfrac)
    windows = [_window(awaited, radius, maxfrac * total) for radius in radii]
    found = _grid_clusters(own, windows, total)
    flat, draw = (awaited / total).ravel(), generator(rng)
    kind = np.float32 if total < EXACT_SINGLE else np.float64
    best = np.zeros(nsim)
    for run in range(nsim):
        drawn = draw.multinomial(round(total), flat).reshape(counts.shape).astype(kind)
        for radius, e in windows:
            c = window_sums(drawn, radius, "disc").ravel()[:, None]
            usual = e.ravel()[:, None].astype(kind)
            raise_best(best[run : run + 1], c, usual, screen(usual, total), total)
    return told(found, Chance(best), total, "Kulldorff scan of a grid", gumbel=gumbel)


Window = tuple[float, Numbers]


def _window(expected: Numbers, radius: float, most: float) -> Window:
    """What is expected around each square; nought where it is too much to be a place."""
    sums = window_sums(expected, radius, "disc")
    sums[(sums < 1e-9 * expected.sum()) | (sums > most * (1 + 1e-12))] = 0.0
    return radius, sums


def _grid_clusters(cases: Numbers, windows: list[Window], total: float) -> list[Found]:
    sums = [window_sums(cases, radius, "disc") for radius, _ in windows]
    ratios = [ratio(c, e, total) for c, (_, e) in zip(sums, windows, strict=True)]
    found: list[Found] = []
    while len(found) < _MOST:
        size = int(np.argmax([own.max() for own in ratios]))
        at = int(np.argmax(ratios[size]))
        llr = float(ratios[size].flat[at])
        if llr <= 0:
            break
        radius, e = windows[size]
        members = _disc(at, radius, cases.shape)
        found.append(Found(members, at, float(sums[size].flat[at]), float(e.flat[at]), llr))
        is_taken = np.zeros(cases.shape, np.int64)
        is_taken.flat[members] = 1
        for own, (reach, _) in zip(ratios, windows, strict=True):
            own[window_sums(is_taken, reach, "disc") > 0] = 0.0
    return found


def _disc(at: int, radius: float, shape: tuple[int, ...]) -> NDArray[np.intp]:
    row, column = divmod(at, shape[1])
    members: list[Any] = []
    for up, half in spans(radius, "disc").items():
        if 0 <= row + up < shape[0]:
            first, last = max(column - half, 0), min(column + half, shape[1] - 1)
            members.extend((row + up) * shape[1] + np.arange(first, last + 1))
    return np.array(members, np.intp)
