"""Unexpectedly many this week? The flexible algorithm of Farrington, for many series.

Noufaily et al. (2013), Statistics in Medicine 32, 1206-1222; Salmon, Schumacher & Höhle
(2016), Journal of Statistical Software 70(10), whose words for the settings are kept.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, gammainc

from handslag.statistics.intervals import Estimates, Numbers, flagged
from handslag.statistics.temporal.regression import Fit, fit, leverage

_AT_ONCE = 256  # what stays in the processor's own memory
_LEAST_YEARS = 3  # for a trend
_POISSON = 1e-9  # a dispersion as near to one as this is one
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a week is compared with: `b` years back, `w` weeks to each side of it as a
    season of its own and the others in `periods` - 1, without the last `skipped` weeks;
    counts that lie more than `unusual` standard deviations above weigh less; `events`
    in `weeks` weeks at least."""

    b: int = 5
    w: int = 3
    periods: int = 10
    skipped: int = 26
    unusual: float = 2.58
    events: int = 5
    weeks: int = 4
    year: int = 52


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Alarms(Estimates):
    """For each week and series: `estimate` is what was to be expected, `upper` the most
    that is not unusual, `observed` what came, `p` how often chance alone gives as many,
    `score` how far it came beyond the expected, 1 being the limit; `alarm`."""

    observed: Numbers
    p: Numbers
    phi: Numbers
    score: Numbers
    alarm: Marks


def farrington(
    Y: NDArray[Any],  # noqa: N803  the name in the literature
    ks: NDArray[np.int64] | list[int],
    *,
    alpha: float = 0.01,
    trend: bool = True,
    settings: Settings | None = None,
) -> Alarms:
    """Whether the counts of the weeks `ks` are more than the years before them give.

    `Y` (weeks,) or (weeks, series), NaN where nothing is known; `ks` are indices of
    weeks. The result has the shape (ks,) or (ks, series). `few`: too few events in the
    last weeks, and never an alarm. Raises ValueError: E_SHAPE, E_NEGATIVE,
    E_TOO_LITTLE_HISTORY where `b` years and `w` weeks do not precede a week.
    """
    chosen = settings or Settings()
    counts, weeks = np.asarray(Y, dtype=float), np.asarray(ks, dtype=np.int64)
    shape = weeks.shape + counts.shape[1:]
    _require(counts, weeks, chosen)
    table = counts.reshape(len(counts), -1)
    back = _back(chosen)
    past = np.moveaxis(table[weeks[:, None] + back], 1, 2).reshape(-1, len(back))
    recent = table[weeks[:, None] - np.arange(chosen.weeks)].sum(axis=1).ravel()
    means, phis, ns = zip(
        *(
            _expected(past[at : at + _AT_ONCE], back, chosen, is_rising=trend)
            for at in range(0, len(past), _AT_ONCE)
        ),
        strict=True,
    )
    mean, phi, n = np.concatenate(means), np.concatenate(phis), np.concatenate(ns)
    return _judged(table[weeks].ravel(), mean, phi, n, recent < chosen.events, alpha, shape)


def _require(counts: Numbers, weeks: NDArray[np.int64], chosen: Settings) -> None:
    if counts.ndim not in (1, 2) or weeks.ndim != 1 or not len(weeks):
        raise ValueError("E_SHAPE")
    if weeks.max() >= len(counts):
        raise ValueError("E_SHAPE")
    if (counts < 0).any():
        raise ValueError("E_NEGATIVE")
    if weeks.min() < chosen.b * chosen.year + chosen.w:
        raise ValueError("E_TOO_LITTLE_HISTORY")


def _back(chosen: Settings) -> NDArray[np.int64]:
    """The weeks that are compared with, as so many before the week itself."""
    back = np.arange(-chosen.b * chosen.year - chosen.w, -chosen.skipped)
    if chosen.periods > 1:
        return back
    return back[(back + chosen.w) % chosen.year <= 2 * chosen.w]


def _columns(back: NDArray[np.int64], chosen: Settings) -> Numbers:
    """Constant, seasons but the week's own, and time in years before the week itself,
    so that the constant is the logarithm of what is expected of that week. A season
    without a week in so short a past has no column."""
    rest = chosen.year - 2 * chosen.w - 1
    after = (back + chosen.w) % chosen.year - (2 * chosen.w + 1)
    season = np.where(after < 0, 0, 1 + after * (chosen.periods - 1) // rest)
    found = (season == one for one in range(1, chosen.periods))
    seasons = [column for column in found if column.any()]
    return np.column_stack([np.ones(len(back)), *seasons, back / chosen.year])


def _expected(
    past: Numbers, back: NDArray[np.int64], chosen: Settings, *, is_rising: bool
) -> tuple[Numbers, Numbers, NDArray[np.int64]]:
    """The mean and the dispersion of the week itself, and on how many weeks."""
    x, is_known = _columns(back, chosen), ~np.isnan(past)
    y = np.where(is_known, past, 0.0)
    n = is_known.sum(axis=1)
    if not is_rising or chosen.b < _LEAST_YEARS:
        level = _reweighted(y, x[:, :-1], is_known, chosen)
        return np.exp(level.beta[:, 0]), np.maximum(level.phi, 1.0), n
    rising = _reweighted(y, x, is_known, chosen)
    mean, phi = np.exp(rising.beta[:, 0]), rising.phi
    # A trend that goes beyond all that has been seen is not believed.
    if (beyond := mean > y.max(axis=1)).any():
        level = _reweighted(y[beyond], x[:, :-1], is_known[beyond], chosen)
        mean[beyond], phi[beyond] = np.exp(level.beta[:, 0]), level.phi
    return mean, np.maximum(phi, 1.0), n


def _reweighted(y: Numbers, x: Numbers, is_known: Marks, chosen: Settings) -> Fit:
    """Fitted again when weeks that stand out weigh less, by Anscombe's residuals."""
    ones = is_known.astype(float)
    first = fit(y, x, weights=ones)
    free = np.maximum(1 - leverage(first, x, ones), 1e-12)
    scale = np.maximum(first.phi, 1.0)[:, None]
    off = 1.5 * (y ** (2 / 3) * first.mean ** (-1 / 6) - first.mean**0.5)
    residual = off / np.sqrt(scale * free)
    far = np.maximum(residual, chosen.unusual)
    weights = np.where(residual > chosen.unusual, 1 / far**2, 1.0) * ones
    weights *= ones.sum(axis=1, keepdims=True) / weights.sum(axis=1, keepdims=True)
    return fit(y, x, weights=weights, start=first.mean)


def _judged(
    observed: Numbers,
    mean: Numbers,
    phi: Numbers,
    n: NDArray[np.int64],
    is_few: Marks,
    alpha: float,
    shape: tuple[int, ...],
) -> Alarms:
    upper = _quantile(mean, phi, 1 - alpha)
    few = is_few | np.isnan(observed)
    with np.errstate(divide="ignore", invalid="ignore"):
        score = np.where(few, 0.0, (observed - mean) / (upper - mean))
    p = 1 - _below(observed - 1, mean, phi)
    return Alarms(
        estimate=mean.reshape(shape),
        lower=np.zeros(shape),
        upper=upper.reshape(shape),
        level=1 - alpha,
        n=n.reshape(shape),
        method="Farrington, flexible, negative binomial",
        flags=flagged(shape, few=few.reshape(shape)),
        observed=observed.reshape(shape),
        p=np.where(few, 1.0, p).reshape(shape),
        phi=phi.reshape(shape),
        score=score.reshape(shape),
        alarm=(~few & (observed > upper)).reshape(shape),
    )


def _below(k: Numbers, mean: Numbers, phi: Numbers) -> Numbers:
    """How often a count is `k` or less."""
    reach = np.maximum(k, 0.0) + 1
    over = np.maximum(phi, 1 + _POISSON)
    wide = betainc(mean / (over - 1), reach, 1 / over)
    found: Numbers = np.where(phi > 1 + _POISSON, wide, 1 - gammainc(reach, mean))
    return np.where(k < 0, 0.0, found)


def _quantile(mean: Numbers, phi: Numbers, share: float) -> Numbers:
    """The smallest count that at least `share` do not go beyond."""
    low, high = np.full(mean.shape, -1.0), np.floor(mean) + 1
    while (is_low := _below(high, mean, phi) < share).any():
        low, high = np.where(is_low, high, low), np.where(is_low, 2 * high, high)
    while (high - low > 1).any():
        middle = np.floor((low + high) / 2)
        enough = _below(middle, mean, phi) >= share
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high
