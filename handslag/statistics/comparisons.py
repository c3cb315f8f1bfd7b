"""Is one figure of a survey really different from another, when many are compared?"""

from collections.abc import Callable
from dataclasses import dataclass
from math import nan

import numpy as np
from scipy.special import stdtr, stdtrit

from handslag.statistics.design import Design, Marks
from handslag.statistics.intervals import Estimate
from handslag.statistics.weighting import Numbers

_MANY = 1e9  # degrees of freedom of what has none stated: the normal distribution


@dataclass(frozen=True, slots=True)
class Change(Estimate):
    """A difference. `p`: how often chance alone gives as large a one."""

    se: float = nan
    df: float = nan
    p: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """Differences of whole tables, cell by cell."""

    difference: Numbers
    se: Numbers
    lower: Numbers
    upper: Numbers
    df: Numbers
    p: Numbers
    level: float


def svy_change(est0: Estimate, est1: Estimate, *, cov: float = 0.0) -> Change:
    """From the earlier figure to the later one; `cov` when the same people answered.

    Figures at nought or everybody have no standard error of their own: theirs is taken
    from the interval. Raises ValueError: E_SHAPE for a figure without a standard error
    or intervals of different levels.
    """
    if est0.se is None or est1.se is None or est0.level != est1.level:
        raise ValueError("E_SHAPE")
    made = changes(_cells(est0), _cells(est1), cov=cov)
    few = {flag for est in (est0, est1) for flag in est.flags}
    return Change(
        estimate=float(made.difference),
        lower=float(made.lower),
        upper=float(made.upper),
        level=est0.level,
        n=est0.n + est1.n,
        method="difference of estimates, Satterthwaite",
        se=float(made.se),
        df=float(made.df),
        flags=tuple(sorted(few)),
        p=float(made.p),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Figures with what a comparison needs to know of them."""

    shares: Numbers
    se: Numbers
    lower: Numbers
    upper: Numbers
    df: Numbers
    level: float


def _cells(found: Estimate) -> Cells:
    df = _MANY if found.df is None else found.df
    return Cells(
        shares=np.array(found.estimate),
        se=np.array(found.se or 0.0),
        lower=np.array(found.lower),
        upper=np.array(found.upper),
        df=np.array(df),
        level=found.level,
    )


def changes(earlier: Cells, later: Cells, *, cov: float = 0.0) -> Changes:
    """Every cell of two tables of the same question, from the earlier to the later."""
    parts = [_variance(earlier), _variance(later)]
    total = parts[0] + parts[1]
    with np.errstate(invalid="ignore", divide="ignore"):
        # Satterthwaite (1946), Biometrics Bulletin 2, 110-114.
        df = np.where(
            total > 0,
            total**2 / (parts[0] ** 2 / earlier.df + parts[1] ** 2 / later.df),
            _MANY,
        )
    se = np.sqrt(np.maximum(total - 2 * cov, 0.0))
    difference = np.asarray(later.shares - earlier.shares)
    half = stdtrit(df, 0.5 + earlier.level / 2) * se
    return Changes(
        difference=difference,
        se=se,
        lower=difference - half,
        upper=difference + half,
        df=df,
        p=p_of(difference, se, df),
        level=earlier.level,
    )


def _variance(cells: Cells) -> Numbers:
    t = stdtrit(cells.df, 0.5 + cells.level / 2)
    widest = np.maximum(cells.upper - cells.shares, cells.shares - cells.lower) / t
    found: Numbers = np.where(cells.se > 0, cells.se, widest) ** 2
    return found


def against_whole(
    y: Numbers,
    sample: Design,
    part: Marks,
    *,
    base: Marks | None = None,
    level: float = 0.95,
) -> Change:
    """The mean of a part, less that of the whole which it belongs to.

    The part's own answers are in both, so that the two are not independent: the
    difference is linearised as one figure. `base` marks the whole, everybody if it is
    not given. Raises ValueError: E_EMPTY, E_SHAPE for a part that is not inside, E_NAN.
    """
    whole = np.ones_like(part) if base is None else base
    if y.shape != part.shape or part.shape != sample.weights.shape or (part & ~whole).any():
        raise ValueError("E_SHAPE")
    own = np.where(whole, y, 0.0)
    if not np.isfinite(own).all():
        raise ValueError("E_NAN")
    (mean, of_part), (all_, of_whole) = (
        _mean(own, sample, where) for where in (part, whole)
    )
    se = np.sqrt(sample.variance(of_part - of_whole))
    df = sample.freedom(part)
    half = float(stdtrit(df, 0.5 + level / 2) * se)
    difference = mean - all_
    return Change(
        estimate=difference,
        lower=difference - half,
        upper=difference + half,
        level=level,
        n=int(part.sum()),
        method="difference from the whole, linearisation",
        se=float(se),
        df=df,
        p=float(p_of(np.array(difference), np.array(se), np.array(df))),
    )


def _mean(own: Numbers, sample: Design, where: Marks) -> tuple[float, Numbers]:
    size = float(sample.weights @ where)
    if size == 0:
        raise ValueError("E_EMPTY")
    mean = float(sample.weights @ (own * where)) / size
    return mean, where * (own - mean) / size


def p_of(difference: Numbers, se: Numbers, df: Numbers) -> Numbers:
    """How often chance alone gives as large a difference, both ways."""
    with np.errstate(invalid="ignore", divide="ignore"):
        t = np.where(difference == 0, 0.0, np.abs(difference) / se)
        found: Numbers = 2 * stdtr(df, -t)
    return found


def holm(p: Numbers) -> Numbers:
    """p values such that below 0.05 none is by chance, in 95 questionnaires of 100.

    What is not a number is not counted. Holm (1979), Scandinavian Journal of
    Statistics 6, 65-70.
    """
    return _adjusted(p, _holm)


def bh(p: Numbers) -> Numbers:
    """p values such that of those below 0.05 one in twenty is by chance, at most.

    What is not a number is not counted. Benjamini & Hochberg (1995), Journal of the
    Royal Statistical Society B 57, 289-300.
    """
    return _adjusted(p, _benjamini_hochberg)


def _adjusted(p: Numbers, method: Callable[[Numbers], Numbers]) -> Numbers:
    found = np.full(p.shape, np.nan)
    is_there = ~np.isnan(p)
    flat = p[is_there]
    if ((flat < 0) | (flat > 1)).any():
        raise ValueError("E_NEGATIVE")
    order = np.argsort(flat, kind="stable")
    adjusted = np.empty_like(flat)
    adjusted[order] = np.minimum(method(flat[order]), 1.0)
    found[is_there] = adjusted
    return found


def _holm(rising: Numbers) -> Numbers:
    many = len(rising)
    found: Numbers = np.maximum.accumulate(rising * np.arange(many, 0, -1))
    return found


def _benjamini_hochberg(rising: Numbers) -> Numbers:
    many = len(rising)
    scaled = rising * many / np.arange(1, many + 1)
    found: Numbers = np.minimum.accumulate(scaled[::-1])[::-1]
    return found
