"""One count of two, given their sum: how unlikely, and within which limits. For arrays.

Everything is of the binomial distribution of `hits` among `total`, which need not be
whole numbers: counts that vary more than by chance are divided by how much more.
"""

import numpy as np
from scipy.special import betainc, betaincinv, expit, gammaln, ndtri

from handslag.statistics.intervals import Numbers

_MOST = 200  # steps; three are usual
_LONGEST = 4.0
CLOSE = 1e-3
_FAR = 600.0
_AT_ONCE = 4096  # what stays in the processor's own memory
_TIE = 1e-7  # of a probability: as unlikely, but for rounding


def mid_p(hits: Numbers, total: Numbers, p: Numbers) -> Numbers:
    """How often as many hits or more come at probability `p`, half of the case itself."""
    return _mid_p(hits, total, p, _constant(hits, total))[0]


def exact_p(hits: Numbers, total: Numbers, p: Numbers) -> Numbers:
    """How often what is as unlikely as these hits comes, or unlikelier; whole numbers.

    As R's binom.test: both tails, each case that is no likelier than the one that came.
    """
    is_high = hits > total * p
    h, p = np.where(is_high, total - hits, hits), np.where(is_high, 1 - p, p)
    constant = gammaln(total + 1)
    least = _case(h, total, p, constant) * (1 + _TIE)
    below, above = np.ceil(total * p) - 1, total + 1  # as unlikely from `above` on
    while (above - below > 1).any():
        middle = np.floor((below + above) / 2)
        is_rare = _case(np.minimum(middle, total), total, p, constant) <= least
        below = np.asarray(np.where(is_rare, below, middle))
        above = np.asarray(np.where(is_rare, middle, above))
    low = betainc(total - h, h + 1, 1 - p)
    high = np.where(
        above <= total, betainc(above, np.maximum(total - above + 1, 1), p), 0.0
    )
    found: Numbers = np.where(h == total * p, 1.0, np.minimum(low + high, 1.0))
    return found


def _case(hits: Numbers, total: Numbers, p: Numbers, constant: Numbers) -> Numbers:
    found: Numbers = np.exp(
        constant
        - gammaln(hits + 1)
        - gammaln(total - hits + 1)
        + hits * np.log(p)
        + (total - hits) * np.log1p(-p)
    )
    return found


def exact_limits(hits: Numbers, total: Numbers, tail: float) -> tuple[Numbers, Numbers]:
    """The interval of Clopper & Pearson (1934), Biometrika 26, 404-413."""
    rest = total - hits
    lower = betaincinv(np.maximum(hits, _TIE), rest + 1, tail)
    upper = betaincinv(hits + 1, np.maximum(rest, _TIE), 1 - tail)
    return np.where(hits > 0, lower, 0.0), np.where(rest > 0, upper, 1.0)


def _constant(hits: Numbers, total: Numbers) -> Numbers:
    found: Numbers = gammaln(total + 1) - gammaln(hits + 1) - gammaln(total - hits + 1)
    return found


def _mid_p(
    hits: Numbers, total: Numbers, p: Numbers, constant: Numbers
) -> tuple[Numbers, Numbers]:
    """The tail with half of the case itself, and that case."""
    with np.errstate(divide="ignore", invalid="ignore"):
        case = np.exp(
            constant
            + np.where(hits > 0, hits * np.log(p), 0.0)
            + np.where(total > hits, (total - hits) * np.log1p(-p), 0.0)
        )
    reached = np.where(
        hits > 0, betainc(np.where(hits > 0, hits, 1.0), total - hits + 1, p), 1.0
    )
    return reached - case / 2, case


def mid_p_limits(
    hits: Numbers, total: Numbers, tail: float | Numbers, *, close: float = CLOSE
) -> tuple[Numbers, Numbers]:
    """Between which probabilities neither tail is rarer than `tail`, by mid-p.

    The search ends with a step below `close` of a standard error; the next would be
    about the cube of that.
    """
    h, n = hits.ravel(), total.ravel()
    tails = np.broadcast_to(np.asarray(tail, dtype=float), hits.shape).ravel()
    lower, misses = np.empty(h.shape), np.empty(h.shape)
    for start in range(0, len(h), _AT_ONCE):
        at = slice(start, start + _AT_ONCE)
        lower[at] = _limit(h[at], n[at], tails[at], close)
        misses[at] = _limit(n[at] - h[at], n[at], tails[at], close)
    return lower.reshape(hits.shape), 1 - misses.reshape(hits.shape)


def _limit(hits: Numbers, total: Numbers, tail: Numbers, close: float) -> Numbers:
    """The probability at which as many hits or more are as rare as `tail`.

    Halley's method on the logarithm of the tail along the logarithm of the odds.
    """
    found = np.zeros(hits.shape)
    is_all = (hits > 0) & (hits >= total)
    found[is_all] = (2 * tail[is_all]) ** (1 / total[is_all])
    rest = np.flatnonzero((hits > 0) & ~is_all & (tail > 0))
    h, n, t = hits[rest], total[rest], np.log(tail[rest])
    constant = _constant(h, n)
    odds = _start(h, n, tail[rest], constant)
    for _ in range(_MOST):
        step = _step(h, n, odds, constant, t)
        odds = odds + np.clip(step, -_LONGEST, _LONGEST)
        found[rest] = expit(odds)
        going = np.abs(step) * np.sqrt(h * (n - h) / n) > close
        if not going.any():
            break
        rest = rest[going]
        h, n, t, constant, odds = (one[going] for one in (h, n, t, constant, odds))
    return found


def _step(
    h: Numbers, n: Numbers, odds: Numbers, constant: Numbers, aim: Numbers
) -> Numbers:
    """How much farther to go along the logarithm of the odds."""
    p = expit(odds)
    reached, case = _mid_p(h, n, p, constant)
    width = h * (1 - p) + (n - h) * p
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        slope = case * width / 2 / reached
        bend = slope * (h - n * p + (n - 2 * h) * p * (1 - p) / width - slope)
        off = np.log(reached) - aim
        step = -off / (slope - off * bend / slope / 2)
        found: Numbers = np.where(reached > 0, np.nan_to_num(step, nan=1.0), 1.0)
    return found


def _start(hits: Numbers, total: Numbers, tail: Numbers, constant: Numbers) -> Numbers:
    """Nearly the limit, as the logarithm of the odds: the quantile of a beta
    distribution by Abramowitz & Stegun (1964), 26.5.22; below one hit its first term."""
    one, other = 2 * hits, np.maximum(2 * (total - hits), 0.5)
    y, mean = -ndtri(tail), 2 / (1 / one + 1 / other)
    bend = (y * y - 3) / 6
    root = np.sqrt(np.maximum(mean + bend, 0.0))
    w = y * root / mean - (1 / other - 1 / one) * (bend + 5 / 6 - 2 / (3 * mean))
    found: Numbers = np.log((one + 1) / (other + 1)) - 2 * w
    if (is_few := hits < 1).any():
        few = (np.log(2 * tail) - constant) / hits
        found = np.where(is_few, np.minimum(few, found), found)
    return np.clip(found, -_FAR, _FAR)
