"""Counts explained by a few columns, for thousands of series at once.

Poisson regression with the logarithm as link, by iteratively reweighted least
squares: McCullagh & Nelder (1989), Generalized Linear Models, 2.5. All series have the
same columns, so that every step is one product of matrices.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import xlogy

from handslag.statistics.intervals import Numbers

_MOST = 50
_CLOSE = 1e-11  # of the deviance
_FLOOR, _TOP = -25.0, 40.0  # of the logarithm of what is expected


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """`beta` (series, columns), `mean` (series, times), `inverse` (series, columns,
    columns): the covariance of beta for a dispersion of one; `phi` Pearson's dispersion
    on `df` degrees of freedom (series,)."""

    beta: Numbers
    mean: Numbers
    inverse: Numbers
    phi: Numbers
    df: Numbers


def fit(
    y: Numbers,
    x: Numbers,
    *,
    offset: Numbers | None = None,
    weights: Numbers | None = None,
    start: Numbers | None = None,
) -> Fit:
    """`y` (series, times), `x` (times, columns), `offset` the logarithm of what the
    counts are of. A weight of nought leaves a time out. `start`: means that are near."""
    weights = np.ones(y.shape) if weights is None else weights
    shift = np.zeros(y.shape) if offset is None else np.broadcast_to(offset, y.shape)
    pairs = _pairs(x)
    eta = np.log(y + 0.1) if start is None else np.log(start)
    beta = np.zeros((len(y), x.shape[1]))
    going, before = np.arange(len(y)), np.full(len(y), np.inf)
    for _ in range(_MOST):
        part = (y[going], weights[going], shift[going])
        beta[going] = _step(*part, eta[going], x, pairs)
        eta[going] = np.clip(beta[going] @ x.T + shift[going], _FLOOR, _TOP)
        now = _deviance(part[0], np.exp(eta[going]), part[1])
        is_moving = np.abs(now - before[going]) > _CLOSE * (np.abs(now) + 0.1)
        before[going] = now
        going = going[is_moving]
        if not len(going):
            break
    return _fitted(y, weights, np.exp(eta), beta, pairs)


def _step(
    y: Numbers,
    weights: Numbers,
    shift: Numbers,
    eta: Numbers,
    x: Numbers,
    pairs: Numbers,
) -> Numbers:
    mean = np.exp(eta)
    working = weights * mean
    of = working * (eta - shift + (y - mean) / mean)
    solved = np.linalg.solve(_gram(working, pairs), (of @ x)[:, :, None])
    return np.asarray(solved[:, :, 0], dtype=float)


def _pairs(x: Numbers) -> Numbers:
    """Each column times each other one, once."""
    one, other = np.triu_indices(x.shape[1])
    found: Numbers = x[:, one] * x[:, other]
    return found


def _gram(working: Numbers, pairs: Numbers) -> Numbers:
    columns = round(((8 * pairs.shape[1] + 1) ** 0.5 - 1) / 2)
    one, other = np.triu_indices(columns)
    gram = np.empty((len(working), columns, columns))
    gram[:, one, other] = gram[:, other, one] = working @ pairs
    return gram


def _deviance(y: Numbers, mean: Numbers, weights: Numbers) -> Numbers:
    found: Numbers = 2 * (weights * (xlogy(y, y / mean) - y + mean)).sum(axis=1)
    return found


def _fitted(
    y: Numbers,
    weights: Numbers,
    mean: Numbers,
    beta: Numbers,
    pairs: Numbers,
) -> Fit:
    df = (weights > 0).sum(axis=1) - float(beta.shape[1])
    pearson = (weights * (y - mean) ** 2 / mean).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        phi = np.where(df > 0, pearson / df, np.nan)
    gram = _gram(weights * mean, pairs)
    inverse = np.asarray(np.linalg.inv(gram), dtype=float)
    return Fit(beta, mean, inverse, phi, df)


def leverage(found: Fit, x: Numbers, weights: Numbers) -> Numbers:
    """How far each count decides its own fitted value (series, times)."""
    one, other = np.triu_indices(x.shape[1])
    flat = found.inverse[:, one, other] * np.where(one == other, 1.0, 2.0)
    leverages: Numbers = weights * found.mean * (flat @ _pairs(x).T)
    return leverages
