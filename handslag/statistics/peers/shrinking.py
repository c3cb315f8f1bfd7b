"""Rates of small areas, drawn towards the mean by as much as they are unsure."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import gammainccinv, gammaincinv, gammaln, psi, zeta

from handslag.statistics.weighting import Codes, Numbers

Method = Literal["gamma", "moments"]

_AREAS = 3
_MOST_STEPS = 200
_CLOSE = 1e-12
_ALIKE = 1e7  # shape of the gamma from which areas do not differ


@dataclass(frozen=True, slots=True, eq=False)
class Shrunk:
    """For each area `estimate` (drawn in), with the interval that holds its true rate in
    95 cases of 100 when the rates of areas follow a gamma distribution, `raw` (cases by
    population) and `weight` (how much of the estimate is the area's own).
    `mean`: the rate that they are drawn to; `shape`: how alike areas are (large)."""

    estimate: Numbers
    lower: Numbers
    upper: Numbers
    raw: Numbers
    weight: Numbers
    mean: float
    shape: float
    level: float
    n: int
    method: str
    flags: tuple[str, ...] = ()


def eb_shrink(
    cases: Numbers | Codes,
    pop: Numbers,
    *,
    method: Method = "gamma",
    level: float = 0.95,
) -> Shrunk:
    """Cases by population (or by expected cases) of each area, by empirical Bayes.

    "gamma": the rates follow a gamma distribution, fitted by maximum likelihood (Clayton
    & Kaldor 1987, Biometrics 43, 671-681). "moments": the global estimator of Marshall
    (1991), Applied Statistics 40, 283-294. Flag alike: areas differ by no more than
    chance, and all get the mean. Raises ValueError: E_SHAPE for other than two equal
    rows of at least three areas, E_NEGATIVE, E_EMPTY.
    """
    y, people = _areas(cases, pop)
    if method == "gamma":
        mean, shape = _most_likely(y, people)
    else:
        mean, shape = _moments(y, people)
    own = people * mean / (people * mean + shape)
    raw = y / people
    estimate = mean + own * (raw - mean)
    tail = (1 - level) / 2
    scale = 1 / (people + shape / mean)
    return Shrunk(
        estimate=estimate,
        lower=gammaincinv(y + shape, tail) * scale,
        upper=gammainccinv(y + shape, tail) * scale,
        raw=raw,
        weight=own,
        mean=mean,
        shape=shape,
        level=level,
        n=round(y.sum()),
        method=f"empirical Bayes, {method}",
        flags=("alike",) if shape >= _ALIKE else (),
    )


def _areas(cases: Numbers | Codes, pop: Numbers) -> tuple[Numbers, Numbers]:
    y, people = np.asarray(cases, np.float64), np.asarray(pop, np.float64)
    if y.ndim != 1 or y.shape != people.shape or len(y) < _AREAS:
        raise ValueError("E_SHAPE")
    if not np.isfinite(y).all() or (y < 0).any():
        raise ValueError("E_NEGATIVE")
    if not (people > 0).all() or y.sum() == 0:
        raise ValueError("E_EMPTY")
    return y, people


def _moments(y: Numbers, people: Numbers) -> tuple[float, float]:
    mean = float(y.sum() / people.sum())
    spread = float((people * (y / people - mean) ** 2).sum() / people.sum())
    variance = spread - mean / float(people.mean())
    return mean, min(mean * mean / variance, _ALIKE) if variance > 0 else _ALIKE


def _most_likely(y: Numbers, people: Numbers) -> tuple[float, float]:
    """Mean and shape of the gamma, by Newton's steps of the negative binomial likelihood
    in the logarithms of both."""
    mean, shape = _moments(y, people)
    at = np.log([mean, min(max(shape, 1e-3), 1e3)])
    best = _likelihood(at, y, people)
    for _ in range(_MOST_STEPS):
        slope, curve = _derivatives(at, y, people)
        low, turned = np.linalg.eigh(-curve)
        step = turned @ ((turned.T @ slope) / np.maximum(np.abs(low), 1e-9))
        step *= min(1.0, 2 / max(float(np.abs(step).max()), 1e-300))
        size = 1.0
        while (
            reached := _likelihood(at + size * step, y, people)
        ) < best and size > _CLOSE:
            size /= 2
        at = at + size * step
        if at[1] > np.log(_ALIKE):
            return float(y.sum() / people.sum()), _ALIKE
        if np.abs(size * step).max() < _CLOSE or size <= _CLOSE:
            break
        best = reached
    return float(np.exp(at[0])), float(np.exp(at[1]))


def _likelihood(at: Numbers, y: Numbers, people: Numbers) -> float:
    mean, shape = np.exp(at)
    mu = people * mean
    each = gammaln(y + shape) - gammaln(shape) - shape * np.log1p(mu / shape)
    return float((each + y * (np.log(mu) - np.log(mu + shape))).sum())


def _derivatives(at: Numbers, y: Numbers, people: Numbers) -> tuple[Numbers, Numbers]:
    mean, shape = np.exp(at)
    mu = people * mean
    both = mu + shape
    by_mean = shape * (y - mu) / both
    by_shape = psi(y + shape) - psi(shape) - np.log1p(mu / shape) + (mu - y) / both
    curve_mean = -shape * mu * (y + shape) / both**2
    crossed = shape * mu * (y - mu) / both**2
    curve_shape = zeta(2, y + shape) - zeta(2, shape) + mu / (shape * both)
    curve_shape = curve_shape - (mu - y) / both**2
    first = shape * by_shape
    slope = np.array([by_mean.sum(), first.sum()])
    last = (shape * shape * curve_shape + first).sum()
    curve = np.array([[curve_mean.sum(), crossed.sum()], [crossed.sum(), last]])
    return slope, curve
