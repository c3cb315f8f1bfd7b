"""Does it happen again nearby soon after? Knox's test for near repeats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.special import betainc, gammaincc, gammaincinv, pdtrc

from handslag.statistics.spatial.scans import generator
from handslag.statistics.weighting import Numbers

Counts = NDArray[np.int64]
Ints = NDArray[np.integer[Any]]

LEAST_EXPECTED = 5.0
_BLOCK = 2_000_000  # pairs at a time
_LEAST = 4  # events: with fewer no two pairs are apart


@dataclass(frozen=True, slots=True, eq=False)
class Knox:
    """Pairs of events by distance (rows) and days between them (columns).

    `expected` and `sd` are those of exchanging the days between the events; `ratio` is
    observed against expected, with an interval; `extra` the pairs beyond what is
    expected. `p`: how often chance alone gives as many or more. `same_place` are the
    observed pairs at distance 0, by days between, which `observed` holds too.
    """

    observed: Counts
    expected: Numbers
    sd: Numbers
    ratio: Numbers
    lower: Numbers
    upper: Numbers
    z: Numbers
    p: Numbers
    level: float
    n: int
    method: str
    same_place: Counts
    flags: NDArray[np.str_]

    @property
    def estimate(self) -> Numbers:
        """The same as `ratio`."""
        return self.ratio

    @property
    def extra(self) -> Numbers:
        """Pairs beyond what was expected."""
        found: Numbers = self.observed - self.expected
        return found


def knox(
    xy: NDArray[Any],
    day: Ints,
    s_edges: Sequence[float],
    t_edges: Sequence[int],
    nsim: int = 0,
    *,
    level: float = 0.95,
    rng: np.random.Generator | None = None,
) -> Knox:
    """Pairs of events that are near in both space and time, against chance.

    `xy` (events, 2) in metres, `day` whole days. The bands are half open: edges 0, 100,
    200 are [0, 100) and [100, 200) metres; 0, 7, 14 are [0, 7) and [7, 14) days. The mean
    and the variance under exchange are exact (Barton & David 1966, from the neighbours
    that each event has in each band); p is the tail of Poisson's distribution, of the
    negative binomial where the variance is larger, of the gamma where it is smaller;
    with `nsim` the rank among so many exchanges. The interval is Garwood's, widened by
    the variance. A cell with fewer than 5 expected pairs is flagged "few". Use three
    years at most: where places change, the test finds that too. Knox (1964), Applied
    Statistics 13, 25-30. Raises ValueError: E_SHAPE, E_EMPTY (fewer than four events).
    """
    bands, spells = np.asarray(s_edges, float), np.asarray(t_edges, np.int64)
    _checked(xy, day, bands, spells)
    days = day.astype(np.int64)
    found = _count(xy, days, bands, spells, is_kept=nsim > 0)
    expected, sd = _moments(found.degrees, _days_near(days, spells), len(days))
    if nsim:
        p = _p_runs(found, days, spells, nsim, generator(rng))
    else:
        p = _tail(found.table, expected, sd)
    return _told(found, expected, sd, p, len(days), level, nsim)


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Pairs by band and spell, of those the ones at one place; how many each event has in
    each band; and the pairs themselves with their band, a part at a time."""

    table: Counts
    same: Counts
    degrees: Counts
    parts: list[tuple[Ints, Ints, Ints]]


def _count(
    xy: Numbers, days: Counts, bands: Numbers, spells: Counts, *, is_kept: bool
) -> _Pairs:
    shape = (len(bands) - 1, len(spells) - 1)
    table, same = np.zeros(shape, np.int64), np.zeros((1, shape[1]), np.int64)
    degrees = np.zeros((shape[0], len(days)), np.int64)
    parts = []
    for one, other, band, is_same in _pairs(xy, bands):
        for at in range(len(table)):
            there = band == at
            for end in (one, other):
                degrees[at] += np.bincount(end[there], minlength=len(days))
        spell = _spells(days[one] - days[other], spells)
        table += _crossed(band, spell, table.shape)
        at_once = spell[is_same]
        same += _crossed(np.zeros_like(at_once), at_once, same.shape)
        if is_kept:
            parts.append((one, other, band))
    return _Pairs(table, same[0], degrees, parts)


def _checked(xy: Numbers, day: Ints, bands: Numbers, spells: Counts) -> None:
    if xy.shape != (len(day), 2) or min(len(bands), len(spells)) < 2:  # noqa: PLR2004
        raise ValueError("E_SHAPE")
    rising = (np.diff(bands) > 0).all() and (np.diff(spells) > 0).all()
    if not rising or bands[0] < 0 or spells[0] < 0 or (day != day.astype(np.int64)).any():
        raise ValueError("E_SHAPE")
    if len(day) < _LEAST:
        raise ValueError("E_EMPTY")


def _pairs(
    xy: Numbers, bands: Numbers
) -> Iterator[tuple[Ints, Ints, Ints, NDArray[np.bool_]]]:
    """All pairs within the bands, each once: the two, their band, and whether they are at
    one place."""
    for one, other in _near(xy, float(bands[-1])):
        apart = np.sqrt(((xy[one] - xy[other]) ** 2).sum(axis=1))
        band = np.searchsorted(bands, apart, "right") - 1
        fits = (band >= 0) & (band < len(bands) - 1)
        yield one[fits], other[fits], band[fits], apart[fits] == 0


def _near(xy: Numbers, most: float) -> Iterator[tuple[Ints, Ints]]:
    """The pairs no farther apart; where they are many, some events at a time."""
    tree = cKDTree(xy)
    if tree.count_neighbors(tree, most) <= _BLOCK:
        found = tree.query_pairs(most, output_type="ndarray")
        yield found[:, 0], found[:, 1]
        return
    many = np.cumsum(tree.query_ball_point(xy, most, return_length=True))
    starts = [0]
    while starts[-1] < len(xy):
        before = many[starts[-1] - 1] if starts[-1] else 0
        end = int(np.searchsorted(many, before + _BLOCK, "right"))
        starts.append(max(end, starts[-1] + 1))
    for first, last in pairwise(starts):
        part = cKDTree(xy[first:last])
        met = part.sparse_distance_matrix(tree, most, output_type="ndarray")
        one, other = met["i"] + first, met["j"]
        is_first = one < other
        yield one[is_first], other[is_first]


def _spells(between: Counts, spells: Counts) -> Counts:
    """The band of so many days between; the number of bands where it is none of them."""
    longest = int(spells[-1])
    table = np.searchsorted(spells, np.arange(longest + 1), "right") - 1
    table[(table < 0) | (table >= len(spells) - 1)] = len(spells) - 1
    found: Counts = table[np.minimum(np.abs(between), longest)]
    return found


def _crossed(band: Ints, spell: Ints, shape: tuple[int, ...]) -> Counts:
    wide = shape[1] + 1
    counts = np.bincount(band * wide + spell, minlength=shape[0] * wide)
    return counts.reshape(shape[0], wide)[:, :-1]


def _days_near(days: Counts, spells: Counts) -> Counts:
    """How many others each event has in each band of days, the events by day."""
    rising = np.sort(days)

    def within(reach: int) -> Counts:
        """Others less than so many days away."""
        after = np.searchsorted(rising, rising + reach, "left")
        before = np.searchsorted(rising, rising - reach, "right")
        others: Counts = np.maximum(after - before - 1, 0)
        return others

    reached = [within(int(edge)) for edge in spells]
    return np.array([far - near for near, far in pairwise(reached)])


def _moments(places: Counts, days: Counts, n: int) -> tuple[Numbers, Numbers]:
    """Mean and standard deviation of each cell when the days are exchanged."""

    def sums(degrees: Counts) -> tuple[Numbers, Numbers, Numbers]:
        own = degrees.astype(float)
        pairs = own.sum(axis=1) / 2
        meeting = (own * (own - 1)).sum(axis=1)
        return pairs, meeting, pairs * (pairs - 1) - meeting

    (ns, a_s, bs), (nt, at, bt) = sums(places), sums(days)
    expected = np.outer(ns, nt) * 2 / (n * (n - 1))
    squares = expected + np.outer(a_s, at) / (n * (n - 1) * (n - 2))
    squares += 4 * np.outer(bs, bt) / (n * (n - 1) * (n - 2) * (n - 3))
    return expected, np.sqrt(np.maximum(squares - expected**2, 0.0))


def _tail(observed: Counts, expected: Numbers, sd: Numbers) -> Numbers:
    """How often as many or more."""
    variance = sd**2
    with np.errstate(divide="ignore", invalid="ignore"):
        size = expected**2 / (variance - expected)
        wide = betainc(np.maximum(observed, 1), size, 1 - expected / variance)
        shape = expected**2 / variance
        less = gammaincc(shape, np.maximum(observed - 0.5, 0) * expected / variance)
    poisson = pdtrc(np.maximum(observed, 1) - 1, expected)
    narrow = (variance < 0.9 * expected) & (expected >= LEAST_EXPECTED)
    found = np.where(variance > 1.001 * expected, wide, np.where(narrow, less, poisson))
    return np.where((observed == 0) | (expected == 0), 1.0, found)


def _p_runs(
    pairs: _Pairs,
    days: Counts,
    spells: Counts,
    nsim: int,
    rng: np.random.Generator,
) -> Numbers:
    table = pairs.table
    as_many = np.zeros(table.shape, np.int64)
    for _ in range(nsim):
        drawn = rng.permutation(days)
        found = np.zeros(table.shape, np.int64)
        for one, other, band in pairs.parts:
            spell = _spells(drawn[one] - drawn[other], spells)
            found += _crossed(band, spell, table.shape)
        as_many += found >= table
    p: Numbers = (1 + as_many) / (1 + nsim)
    return p


def _told(
    pairs: _Pairs,
    expected: Numbers,
    sd: Numbers,
    p: Numbers,
    n: int,
    level: float,
    nsim: int,
) -> Knox:
    table = pairs.table
    with np.errstate(divide="ignore", invalid="ignore"):
        phi = np.maximum(sd**2 / expected, 1.0)
        low = gammaincinv(table / phi, (1 - level) / 2) * phi
        high = gammaincinv(table / phi + 1, (1 + level) / 2) * phi
        return Knox(
            observed=table,
            expected=expected,
            sd=sd,
            ratio=table / expected,
            lower=np.where(table > 0, low, 0.0) / expected,
            upper=high / expected,
            z=(table - expected) / sd,
            p=p,
            level=level,
            n=n,
            method=f"Knox, {nsim} exchanges" if nsim else "Knox, exact moments",
            same_place=pairs.same,
            flags=np.where(expected < LEAST_EXPECTED, "few", ""),
        )
