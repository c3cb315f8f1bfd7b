"""A series that something was done to: did its level change, beside trend and season?"""

from math import inf

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.effects.found import FEW, Effect, Numbers, effect
from handslag.statistics.weighting import Codes

Marks = NDArray[np.bool_]

_BEFORE, _AFTER = 24, 12
_MOST_STEPS = 50
_CLOSE = 1e-12
_UNRULY = 0.3  # correlation of neighbours, from where they are not independent


def its_poisson(
    counts: Numbers | Codes,
    start: int,
    *,
    exposure: Numbers | None = None,
    season: int = 12,
    harmonics: int = 2,
    level: float = 0.95,
) -> Effect:
    """The level of a series from place `start` on, against what its trend and season
    before and after say: quasi-Poisson, with t on the degrees of freedom that are left.

    `counts` and `exposure` (people or days): one for each span in order; `harmonics` waves
    of `season` spans (0: none). Flags: short (under 24 spans before or 12 after), few,
    correlated (neighbours are alike, so that the interval is too narrow).
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY, E_TOO_LITTLE_HISTORY, E_NO_CONVERGE.
    Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348-355.
    """
    y = np.asarray(counts, np.float64)
    offset = _offset(y, exposure)
    if not 0 < start < len(y):
        raise ValueError("E_SHAPE")
    is_after = np.arange(len(y)) >= start
    x = _columns(len(y), is_after, season, harmonics)
    if (df := len(y) - x.shape[1]) < 1 or min(y[:start].sum(), y[start:].sum()) == 0:
        raise ValueError("E_TOO_LITTLE_HISTORY")
    beta, mu, covariance = fitted(y, x, offset)
    phi = max(1.0, float((((y - mu) ** 2) / mu).sum()) / df)
    return effect(
        float(beta[1]),
        float(np.sqrt(phi * covariance[1, 1])),
        df=float(df),
        level=level,
        n=round(y.sum()),
        method="interrupted time series, quasi-Poisson",
        phi=phi,
        observed=float(y[start:].sum()),
        expected=float(mu[start:].sum() / np.exp(beta[1])),
        flags=_flags(y, mu, start),
    )


def _offset(y: Numbers, exposure: Numbers | None) -> Numbers:
    there = np.ones_like(y) if exposure is None else np.asarray(exposure, np.float64)
    if y.ndim != 1 or there.shape != y.shape:
        raise ValueError("E_SHAPE")
    if not np.isfinite(y).all() or (y < 0).any():
        raise ValueError("E_NEGATIVE")
    if (there <= 0).any():
        raise ValueError("E_EMPTY")
    found: Numbers = np.log(there)
    return found


def _columns(n: int, is_after: Marks, season: int, harmonics: int) -> Numbers:
    time = np.arange(n) / n
    angle = 2 * np.pi * np.arange(n) / season
    waves = [
        wave(turn * angle) for turn in range(1, harmonics + 1) for wave in (np.sin, np.cos)
    ]
    found: Numbers = np.column_stack([np.ones(n), is_after, time, *waves])
    return found


def fitted(y: Numbers, x: Numbers, offset: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Poisson regression: coefficients, expected counts, and the inverse information.

    Raises ValueError: E_NO_CONVERGE. McCullagh & Nelder (1989), 2.5.
    """
    eta = np.log(np.maximum(y, 0.5))
    last = inf
    for _ in range(_MOST_STEPS):
        mu = np.exp(eta)
        moments = x.T @ (mu[:, None] * x)
        beta = np.linalg.lstsq(moments, x.T @ (mu * (eta - offset) + y - mu), rcond=None)[0]
        eta = np.clip(x @ beta + offset, -_MOST_STEPS, _MOST_STEPS)
        deviance = float((np.exp(eta) - y * eta).sum())
        if abs(last - deviance) <= _CLOSE * (1 + abs(deviance)):
            mu = np.exp(eta)
            inverse: Numbers = np.linalg.pinv(x.T @ (mu[:, None] * x)).astype(np.float64)
            return beta.astype(np.float64), mu, inverse
        last = deviance
    raise ValueError("E_NO_CONVERGE")


def _flags(y: Numbers, mu: Numbers, start: int) -> tuple[str, ...]:
    rest = (y - mu) / np.sqrt(mu)
    alike = float(rest[1:] @ rest[:-1] / (rest @ rest)) if rest.any() else 0.0
    flags = {
        "short": start < _BEFORE or len(y) - start < _AFTER,
        "correlated": alike > max(_UNRULY, 2 / np.sqrt(len(y))),
        "few": y.sum() < FEW,
    }
    return tuple(flag for flag, is_so in flags.items() if is_so)
