"""Answers weighted so that those who answered stand for those who live there.

Deville & Särndal (1992), Calibration estimators in survey sampling, Journal of the
American Statistical Association 87, 376-382.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Codes = NDArray[np.integer[Any]]

_CLOSE = 1e-10  # how far a sum may be from its total, as a share of it
_SAME_SUM = 1e-6  # how far the totals of two margins may be from each other
_MOST_PASSES = 500
_MOST_CAPPINGS = 200
_MOST_CELLS = 2**62


@dataclass(frozen=True, slots=True)
class Margin:
    """One thing that is known of everybody: `codes` (from 0) of those who answered,
    `totals` of the population, one for each code."""

    codes: Codes
    totals: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Weights after calibration, and what the uncertainty of a figure needs of it.

    `g` is each weight as a multiple of the first one. `deff` says how many times larger
    the variance became by unequal weights (Kish), `effective_n` how many equally
    weighted answers would be as sure. Row `rows[cells[i]]` is what was known of `i`.
    """

    weights: Numbers
    initial: Numbers
    g: Numbers
    deff: float
    n: int
    effective_n: float
    iterations: int
    method: str
    cells: Codes
    rows: Numbers
    flags: tuple[str, ...] = ()


def kish(weights: Numbers) -> tuple[float, float]:
    """The effect of unequal weights on the variance, and the effective number.

    Kish (1965), Survey Sampling, 11.2.
    """
    squares = float(weights @ weights)
    effective = float(weights.sum()) ** 2 / squares if squares else 0.0
    return (len(weights) / effective if effective else 1.0), effective


def summed(cells: Codes, values: Numbers, many: int) -> Numbers:
    """The sum of the values of each cell."""
    found: Numbers = np.bincount(cells, values, many).astype(np.float64, copy=False)
    return found


def rake(
    margins: Sequence[Margin], initial: Numbers | None = None, *, cap: float | None = None
) -> Weights:
    """Weights that give each margin its totals, each changed as little as can be.

    The multiplicative method (raking ratio), fitted margin by margin. With `cap` no
    weight grows to more than `cap` times what weights grow to on average.
    Raises ValueError: E_EMPTY, E_SHAPE, E_NEGATIVE, E_MARGIN_EMPTY for people whom
    nobody who answered stands for, E_MARGIN_ZERO for answers from people who do not
    exist, E_MARGIN_SUM for margins of different populations, E_CAP for a cap of at most
    1, E_NO_CONVERGE.
    """
    first = _initial(margins, initial)
    if cap is not None and cap <= 1:
        raise ValueError("E_CAP")
    totals = _totals(margins, first)
    codes, cells = _crossed(margins)
    before = summed(cells, first, len(codes[0]))
    after, passes = _fitted(before, codes, totals)
    flags: tuple[str, ...] = ()
    if cap is not None:
        highest = cap * totals[0].sum() / before.sum()
        after, more = _capped(before, after, codes, totals, highest)
        passes += more
        flags = ("capped",) if more else ()
    with np.errstate(invalid="ignore"):
        growth = np.where(before > 0, after / before, 0.0)
    return _weights(
        first, growth[cells], cells, _dummies(codes, totals), passes, "raking", flags
    )


def poststratify(codes: Codes, totals: Numbers, initial: Numbers | None = None) -> Weights:
    """Weights that give each cell of the population its size. Raises as `rake` does."""
    made = rake([Margin(codes, totals)], initial)
    return _weights(made.initial, made.g, made.cells, made.rows, 1, "poststratification")


def greg(known: Numbers, totals: Numbers, initial: Numbers | None = None) -> Weights:
    """Weights by generalised regression (the linear method), for numbers as well.

    `known` has a row for each answer and a column for each thing known; include a
    column of ones to hold the size of the population. A weight may become negative:
    that is a flag. Raises ValueError: E_EMPTY, E_SHAPE, E_NEGATIVE, E_NO_CONVERGE when
    no weights give the totals.
    """
    if known.ndim != 2 or known.shape[1] != len(totals):  # noqa: PLR2004 - a matrix
        raise ValueError("E_SHAPE")
    first = _positive(len(known), initial)
    moments = known.T @ (first[:, None] * known)
    missing = totals - first @ known
    multipliers = np.linalg.lstsq(moments, missing, rcond=None)[0]
    g = 1 + known @ multipliers
    off = np.abs((first * g) @ known - totals)
    if (off > 1e-8 * np.maximum(np.abs(totals), 1)).any():
        raise ValueError("E_NO_CONVERGE")
    flags = ("negative_weights",) if (g < 0).any() else ()
    return _weights(first, g, np.arange(len(known)), known, 1, "greg", flags)


def _positive(n: int, initial: Numbers | None) -> Numbers:
    if n == 0:
        raise ValueError("E_EMPTY")
    first = np.ones(n) if initial is None else np.asarray(initial, np.float64)
    if first.shape != (n,):
        raise ValueError("E_SHAPE")
    if not (np.isfinite(first).all() and (first >= 0).all()):
        raise ValueError("E_NEGATIVE")
    return first


def _initial(margins: Sequence[Margin], initial: Numbers | None) -> Numbers:
    if not margins:
        raise ValueError("E_EMPTY")
    first = _positive(len(margins[0].codes), initial)
    for margin in margins:
        if margin.codes.shape != first.shape or margin.totals.ndim != 1:
            raise ValueError("E_SHAPE")
        if margin.codes.min() < 0 or margin.codes.max() >= len(margin.totals):
            raise ValueError("E_SHAPE")
    return first


def _totals(margins: Sequence[Margin], first: Numbers) -> list[Numbers]:
    """The totals of each margin, of one population, when answers can stand for it."""
    found = [np.asarray(margin.totals, np.float64) for margin in margins]
    for margin, totals in zip(margins, found, strict=True):
        if not (np.isfinite(totals).all() and (totals >= 0).all()):
            raise ValueError("E_NEGATIVE")
        sums = summed(margin.codes, first, len(totals))
        if ((sums == 0) & (totals > 0)).any():
            raise ValueError("E_MARGIN_EMPTY")
        if ((sums > 0) & (totals == 0)).any():
            raise ValueError("E_MARGIN_ZERO")
    people = float(found[0].sum())
    if people <= 0:
        raise ValueError("E_EMPTY")
    if any(abs(totals.sum() - people) > _SAME_SUM * people for totals in found):
        raise ValueError("E_MARGIN_SUM")
    return [totals * (people / totals.sum()) for totals in found]


def _crossed(margins: Sequence[Margin]) -> tuple[list[Codes], Codes]:
    """Each combination of codes that there is, and which one each answer has."""
    sizes = [len(margin.totals) for margin in margins]
    if prod(sizes) > _MOST_CELLS:
        raise ValueError("E_SHAPE")
    at = np.ravel_multi_index([margin.codes for margin in margins], sizes)
    there, cells = np.unique(at, return_inverse=True)
    return list(np.unravel_index(there, sizes)), cells


def _fitted(
    start: Numbers, codes: Sequence[Codes], totals: Sequence[Numbers]
) -> tuple[Numbers, int]:
    after = start.copy()
    for done in range(1, _MOST_PASSES + 1):
        furthest = 0.0
        for own, wanted in zip(codes, totals, strict=True):
            sums = summed(own, after, len(wanted))
            with np.errstate(invalid="ignore", divide="ignore"):
                factor = np.where(sums > 0, wanted / sums, 1.0)
            furthest = max(furthest, float(np.abs(factor - 1).max()))
            after *= factor[own]
        if furthest < _CLOSE:
            return after, done
    raise ValueError("E_NO_CONVERGE")


def _capped(
    before: Numbers,
    after: Numbers,
    codes: Sequence[Codes],
    totals: Sequence[Numbers],
    highest: float,
) -> tuple[Numbers, int]:
    """Cut what grew too much and fit again, until nothing does.

    Izrael, Battaglia & Frankel (2009), Extreme survey weight adjustment as a component
    of sample balancing, SAS Global Forum, 247.
    """
    passes, limit = 0, before * highest
    for _ in range(_MOST_CAPPINGS):
        if (after <= limit * (1 + _SAME_SUM)).all():
            return after, passes
        after, more = _fitted(np.minimum(after, limit), codes, totals)
        passes += more
    raise ValueError("E_NO_CONVERGE")


def _dummies(codes: Sequence[Codes], totals: Sequence[Numbers]) -> Numbers:
    """A column of noughts and ones for each code, without those that others give."""
    columns = [
        (own[:, None] == np.arange(min(1, place), len(wanted))).astype(np.float64)
        for place, (own, wanted) in enumerate(zip(codes, totals, strict=True))
    ]
    return np.concatenate(columns, axis=1)


def _weights(
    first: Numbers,
    g: Numbers,
    cells: Codes,
    rows: Numbers,
    iterations: int,
    method: str,
    flags: tuple[str, ...] = (),
) -> Weights:
    weights = first * g
    deff, effective = kish(weights)
    return Weights(
        weights=weights,
        initial=first,
        g=g,
        deff=deff,
        n=len(weights),
        effective_n=effective,
        iterations=iterations,
        method=method,
        cells=cells,
        rows=rows,
        flags=flags,
    )
