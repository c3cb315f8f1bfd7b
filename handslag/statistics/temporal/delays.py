"""How many will it be when all have been registered?"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, nan, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from handslag.statistics.intervals import Estimate, Estimates, Numbers, flagged

FEW = 5  # periods; fewer say little of how late registrations come
_SQUARE = 2  # dimensions


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Nowcast(Estimates):
    """For each period, the oldest first: `estimate`, the total that is to be expected,
    `reported` so far and as a `share` of it. `total` is of all periods together."""

    se: Numbers
    reported: Numbers
    share: Numbers
    factors: Numbers
    total: Estimate


def nowcast(
    triangle: Sequence[Sequence[float]] | NDArray[Any],
    *,
    cumulative: bool = False,
    level: float = 0.95,
) -> Nowcast:
    """The chain ladder with the standard error of Mack.

    `triangle` (periods, delays): what happened in a period and was registered so many
    periods later, NaN where that has not come yet; the oldest period is complete. With
    `cumulative` registered until then. Flag `few`: fewer than five periods, or a period
    without registrations. Raises ValueError: E_SHAPE for what is no such triangle,
    E_NEGATIVE. Mack (1993), ASTIN Bulletin 23, 213-225.
    """
    given = np.asarray(triangle, dtype=float)
    known = _known(given)
    so_far = given if cumulative else np.cumsum(given, axis=1)
    factors, sigma = _factors(so_far)
    reported = so_far[np.arange(len(known)), known - 1]
    total = reported * np.array([float(np.prod(factors[at - 1 :])) for at in known])
    errors = _errors(so_far, known, total, factors, sigma)
    own = np.sqrt(np.array([one for one, _ in errors]))
    lower, upper = _limits(reported, total, own, level)
    is_few = ((len(known) < FEW) | (reported == 0)) & (known < so_far.shape[1])
    share = np.divide(reported, total, out=np.full(total.shape, nan), where=total > 0)
    return Nowcast(
        estimate=total,
        lower=lower,
        upper=upper,
        level=level,
        n=np.rint(reported).astype(np.int64),
        method="chain ladder, Mack",
        se=own,
        flags=flagged(total.shape, few=is_few),
        reported=reported,
        share=share,
        factors=factors,
        total=_total(reported, total, errors, level),
    )


def _known(given: Numbers) -> NDArray[np.int64]:
    """How many delays of each period are known: all of the oldest, never more of a
    later one, at least the first, and without a hole."""
    if given.ndim != _SQUARE or not given.size:
        raise ValueError("E_SHAPE")
    there = ~np.isnan(given)
    known = there.sum(axis=1)
    has_holes = (there != (np.arange(given.shape[1]) < known[:, None])).any()
    if (
        has_holes
        or known[0] < given.shape[1]
        or known[-1] < 1
        or (np.diff(known) > 0).any()
    ):
        raise ValueError("E_SHAPE")
    if (given < 0).any():
        raise ValueError("E_NEGATIVE")
    return np.asarray(known)


def _factors(so_far: Numbers) -> tuple[Numbers, Numbers]:
    """How much each delay adds, and the variance of that for each case before it."""
    columns = so_far.shape[1]
    factors, sigma = np.ones(columns - 1), np.full(columns - 1, nan)
    for at in range(columns - 1):
        both = ~np.isnan(so_far[:, at + 1])
        before, after = so_far[both, at], so_far[both, at + 1]
        if before.sum() > 0:
            factors[at] = after.sum() / before.sum()
        some = before > 0
        if (spare := some.sum() - 1) > 0:
            off = after[some] / before[some] - factors[at]
            sigma[at] = (before[some] * off**2).sum() / spare
    return factors, _last(sigma)


def _last(sigma: Numbers) -> Numbers:
    """Where a single period is known there is no variance: Mack's guess from the two
    before it."""
    for at in range(len(sigma)):
        if np.isnan(sigma[at]):
            one, other = (sigma[at - back] if at >= back else 0.0 for back in (1, 2))
            ratio = one * one / other if other > 0 else one
            sigma[at] = min(ratio, one, other) if at >= 2 else one  # noqa: PLR2004
    return sigma


def _errors(
    so_far: Numbers,
    known: NDArray[np.int64],
    total: Numbers,
    factors: Numbers,
    sigma: Numbers,
) -> list[tuple[float, float]]:
    """For each period the squared error, and what it has in common with later ones."""
    rates = sigma / factors**2
    # Of each delay, all that is known both of it and of the next one.
    behind = np.array(
        [so_far[~np.isnan(so_far[:, at + 1]), at].sum() for at in range(len(factors))]
    )
    shared = np.divide(rates, behind, out=np.zeros(len(rates)), where=behind > 0)
    found = []
    for row, (at, ends) in enumerate(zip(known, total, strict=True)):
        own, level = 0.0, so_far[row, at - 1]
        for delay in range(at - 1, len(factors)):
            own += rates[delay] / level if level > 0 else 0.0
            level *= factors[delay]
        common = float(shared[at - 1 :].sum())
        later = float(total[row + 1 :].sum())
        found.append((ends**2 * (own + common), ends * later * 2 * common))
    return found


def _limits(
    reported: Numbers, total: Numbers, se: Numbers, level: float
) -> tuple[Numbers, Numbers]:
    """What is still to come is taken as lognormal, so that it is never less than nought."""
    rest = total - reported
    with np.errstate(divide="ignore", invalid="ignore"):
        sigma = np.sqrt(np.log1p((se / rest) ** 2))
        middle = np.log(rest) - sigma**2 / 2
    z = float(ndtri(0.5 + level / 2))
    found = [
        reported + np.where(rest > 0, np.exp(middle + sign * z * sigma), 0.0)
        for sign in (-1, 1)
    ]
    return found[0], found[1]


def _total(
    reported: Numbers, total: Numbers, errors: list[tuple[float, float]], level: float
) -> Estimate:
    se = sqrt(sum(own + common for own, common in errors))
    rest = float((total - reported).sum())
    lower = upper = float(total.sum())
    if rest > 0:
        sigma = sqrt(log(1 + (se / rest) ** 2))
        lower, upper = (
            float(reported.sum()) + exp(log(rest) - sigma**2 / 2 + z * sigma)
            for z in (-float(ndtri(0.5 + level / 2)), float(ndtri(0.5 + level / 2)))
        )
    return Estimate(
        estimate=float(total.sum()),
        lower=lower,
        upper=upper,
        level=level,
        n=round(float(reported.sum())),
        method="chain ladder, Mack",
        se=se,
    )
