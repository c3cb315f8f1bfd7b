"""The funnel: which of many areas differ from what is expected of areas of their size."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri, pdtr, pdtrc

from handslag.statistics.weighting import Codes, Numbers

Places = NDArray[np.int8]

FEW = 5.0  # expected events, below which the limits are wide and uneven
INNER, OUTER = 0.95, 0.998


@dataclass(frozen=True, slots=True, eq=False)
class Funnel:
    """For each area `estimate` (observed by expected) and the limits that it keeps inside
    in 95 cases of 100 (`lower`, `upper`) and in 998 of 1,000 (`outer_lower`,
    `outer_upper`) when it differs by chance alone. `place`: -2, -1, 0, 1, 2 for below the
    outer limit, below the inner, inside, above. `z` and `p` are adjusted for
    overdispersion; `phi` is 1 when there is none."""

    estimate: Numbers
    lower: Numbers
    upper: Numbers
    outer_lower: Numbers
    outer_upper: Numbers
    place: Places
    z: Numbers
    p: Numbers
    phi: float
    level: float
    n: int
    method: str
    flags: tuple[str, ...] = ()


def funnel(
    obs: Numbers | Codes, exp: Numbers, *, winsorised: float = 0.1, adjust: bool = True
) -> Funnel:
    """Observed counts against expected ones (same length), with exact Poisson limits.

    Where areas vary more than chance makes them, the limits are widened by the root of
    the mean square of z, of which `winsorised` in each tail is drawn in, when that mean
    square is beyond what chance gives (1 + 2 sqrt(2 / areas)); `adjust=False` never does.
    Flags: overdispersed, few (some area expects fewer than 5 events).
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY for areas that expect nothing.
    Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202.
    """
    observed, expected = _areas(obs, exp)
    z = (observed - expected) / np.sqrt(expected)
    phi = winsorised_dispersion(z, winsorised) if adjust else 1.0
    is_wider = phi > 1 + 2 * np.sqrt(2 / len(z))
    phi = phi if is_wider else 1.0
    limits = [_limits(expected, level, phi) for level in (INNER, OUTER)]
    ratio = observed / expected
    place = sum(
        (ratio > upper).astype(np.int8) - (ratio < lower).astype(np.int8)
        for lower, upper in limits
    )
    flags = {"overdispersed": is_wider, "few": (expected < FEW).any()}
    return Funnel(
        estimate=ratio,
        lower=limits[0][0],
        upper=limits[0][1],
        outer_lower=limits[1][0],
        outer_upper=limits[1][1],
        place=np.asarray(place, np.int8),
        z=z / np.sqrt(phi),
        p=_p(observed, expected, phi),
        phi=phi,
        level=INNER,
        n=round(observed.sum()),
        method="funnel, exact Poisson" + (", overdispersed" if is_wider else ""),
        flags=tuple(flag for flag, is_so in flags.items() if is_so),
    )


def _areas(obs: Numbers | Codes, exp: Numbers) -> tuple[Numbers, Numbers]:
    observed, expected = np.asarray(obs, np.float64), np.asarray(exp, np.float64)
    if observed.ndim != 1 or observed.shape != expected.shape:
        raise ValueError("E_SHAPE")
    if not len(observed) or not (expected > 0).all():
        raise ValueError("E_EMPTY")
    if not np.isfinite(observed).all() or (observed < 0).any():
        raise ValueError("E_NEGATIVE")
    return observed, expected


def winsorised_dispersion(z: Numbers, share: float = 0.1) -> float:
    """The mean square of z when the outermost `share` in each tail is drawn in to the
    next. Spiegelhalter (2005), 2.5."""
    low, high = np.quantile(z, [share, 1 - share])
    return float((np.clip(z, low, high) ** 2).mean())


def limits_at(expected: Numbers, level: float, phi: float = 1.0) -> tuple[Numbers, Numbers]:
    """The limits of the ratio for any expected counts: what the curves are drawn from.

    Raises ValueError: E_EMPTY."""
    if not (expected > 0).all():
        raise ValueError("E_EMPTY")
    return _limits(expected, level, phi)


def _limits(expected: Numbers, level: float, phi: float) -> tuple[Numbers, Numbers]:
    tail = (1 - level) / 2
    wide = np.sqrt(phi)
    lower, upper = (
        1 + (_quantile(p, expected) / expected - 1) * wide for p in (tail, 1 - tail)
    )
    return np.maximum(lower, 0.0), upper


def _quantile(p: float, mean: Numbers) -> Numbers:
    """The quantile of a Poisson count, between whole numbers by its own steps.

    Spiegelhalter (2005), appendix A.1.
    """
    guess = np.floor(mean + ndtri(p) * np.sqrt(mean))
    k = np.maximum(guess, 0.0)
    for _ in range(60):
        too_low, too_high = pdtr(k, mean) < p, (k > 0) & (pdtr(k - 1, mean) >= p)
        if not (too_low.any() or too_high.any()):
            break
        k += too_low.astype(np.float64) - too_high
    at, below = pdtr(k, mean), np.where(k > 0, pdtr(np.maximum(k - 1, 0), mean), 0.0)
    found: Numbers = np.maximum(k - (at - p) / (at - below), 0.0)
    return found


def _p(observed: Numbers, expected: Numbers, phi: float) -> Numbers:
    """Two sided mid-p by Poisson, or by z when there is overdispersion."""
    if phi > 1:
        z = (observed - expected) / np.sqrt(phi * expected)
        return np.asarray(2 * ndtr(-np.abs(z)))
    more = pdtrc(observed, expected)
    same = pdtr(observed, expected) - np.where(
        observed > 0, pdtr(np.maximum(observed - 1, 0), expected), 0.0
    )
    above = more + same / 2
    return np.asarray(np.minimum(1.0, 2 * np.minimum(above, 1 - above)))
