"""How unlikely? The tails of the distributions that counts follow. Pure arithmetic."""

from collections.abc import Callable
from math import exp, inf, lgamma, log, log1p

_TINY = 1e-300
_CLOSE = 1e-15
_MOST = 10_000  # steps of a series that has to end


def beta_below(x: float, a: float, b: float) -> float:
    """The share of a beta distribution that lies below `x`, for any a, b > 0.

    The continued fraction of Lentz's method: Press et al., Numerical Recipes, 6.4.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    if x < (a + 1) / (a + b + 2):
        return exp(front) * _fraction(x, a, b) / a
    return 1 - exp(front) * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, _inverse(1 - (a + b) * x / (a + 1))
    product = d
    for m in range(1, _MOST):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = _inverse(1 + term * d)
            c = 1 + term / c
            c = c if abs(c) > _TINY else _TINY
            product *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return product


def _inverse(value: float) -> float:
    return 1 / (value if abs(value) > _TINY else _TINY)


def gamma_below(x: float, a: float) -> float:
    """The share of a gamma distribution (shape a, scale 1) that lies below `x`."""
    if x <= 0:
        return 0.0
    front = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        return front * _series(x, a)
    return 1 - front * _gamma_fraction(x, a)


def _series(x: float, a: float) -> float:
    term = total = 1 / a
    for n in range(1, _MOST):
        term *= x / (a + n)
        total += term
        if term < total * _CLOSE:
            break
    return total


def _gamma_fraction(x: float, a: float) -> float:
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    product = d
    for n in range(1, _MOST):
        step = -n * (n - a)
        b += 2
        d = _inverse(step * d + b)
        c = b + step / c
        c = c if abs(c) > _TINY else _TINY
        product *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return product


def poisson_above(k: int, mean: float) -> float:
    """How often a Poisson count with this mean is `k` or more."""
    return 1.0 if k <= 0 else gamma_below(mean, k)


def negative_binomial_above(k: int, mean: float, variance: float) -> float:
    """How often a count with this mean and variance is `k` or more.

    No wider than Poisson where the variance is not larger than the mean.
    """
    if k <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    if variance <= mean:
        return poisson_above(k, mean)
    size = mean * mean / (variance - mean)
    return beta_below(1 - mean / variance, k, size)


def root(rising: Callable[[float], float], lower: float, upper: float) -> float:
    """Where a rising function passes nought between two points. By halves; `upper` may
    be infinite."""
    if upper == inf:
        upper = max(2 * lower, 1.0)
        while rising(upper) < 0:
            lower, upper = upper, 2 * upper
    for _ in range(200):
        middle = (lower + upper) / 2
        if middle in (lower, upper):
            break
        if rising(middle) < 0:
            lower = middle
        else:
            upper = middle
    return (lower + upper) / 2


def student_quantile(p: float, df: float) -> float:
    """The value below which a share `p` (from a half) of Student's t lies."""
    if df == inf:
        raise ValueError("E_SHAPE")
    return root(lambda t: 1 - beta_below(df / (df + t * t), df / 2, 0.5) / 2 - p, 0.0, inf)
