"""What a drawn sample says of the population: means, totals, ratios and shares.

Only for samples that were drawn by chance. Answers of those who chose to answer stand
for nobody but themselves: they get `unweighted_shares`, which has no interval.
"""

from dataclasses import dataclass
from math import nan
from typing import Literal

import numpy as np
from scipy.special import betaincinv, stdtrit

from handslag.statistics.design import Design, Marks
from handslag.statistics.intervals import Estimate
from handslag.statistics.weighting import Codes, Numbers, kish

Interval = Literal["mean", "logit", "beta"]

FEW = 30
WEAK = 100
_WIDE = 0.10  # half the width of an interval of a share, from where it is uncertain


@dataclass(frozen=True, slots=True)
class SurveyEstimate(Estimate):
    """A figure for a population. `effective_n`: how many equally weighted answers would
    have told as much (Kish). Flags: few, weak, at_end (nobody, or everybody)."""

    se: float = nan
    df: float = nan
    effective_n: float = nan


def svy_mean(
    y: Numbers,
    sample: Design,
    *,
    domain: Marks | None = None,
    level: float = 0.95,
) -> SurveyEstimate:
    """The mean of a population, or of the part of it that `domain` marks.

    What lies outside the domain stays in the sample as nought, so that the number of
    the part is as uncertain as it is. Raises ValueError: E_EMPTY when nobody is in the
    domain, E_SHAPE, E_NAN for an answer that is missing inside it.
    """
    where = _where(sample, domain)
    return _ratio(_inside(y, where), where.astype(np.float64), sample, where, level)


def svy_ratio(
    y: Numbers,
    x: Numbers,
    sample: Design,
    *,
    domain: Marks | None = None,
    level: float = 0.95,
) -> SurveyEstimate:
    """How much `y` there is for each `x`. Raises as `svy_mean` does; E_EMPTY also when
    there is no `x`."""
    where = _where(sample, domain)
    return _ratio(_inside(y, where), _inside(x, where), sample, where, level)


def _ratio(
    above: Numbers, below: Numbers, sample: Design, where: Marks, level: float
) -> SurveyEstimate:
    size = float(sample.weights @ below)
    if size == 0:
        raise ValueError("E_EMPTY")
    estimate = float(sample.weights @ above) / size
    spread = sample.variance((above - estimate * below) / size)
    return _symmetric(estimate, spread, sample, where, level)


def svy_total(
    y: Numbers,
    sample: Design,
    *,
    domain: Marks | None = None,
    level: float = 0.95,
) -> SurveyEstimate:
    """The sum over the population. Raises as `svy_mean` does."""
    where = _where(sample, domain)
    own = _inside(y, where)
    return _symmetric(
        float(sample.weights @ own), sample.variance(own), sample, where, level
    )


def svy_prop(
    y: Marks,
    sample: Design,
    *,
    domain: Marks | None = None,
    ci: Interval = "logit",
    level: float = 0.95,
    capped: bool = True,
) -> SurveyEstimate:
    """The share of whom `y` is true. `ci`: "logit", "beta" (Korn & Graubard, for fewer
    than a hundred answers or shares near the ends) or "mean" (symmetric). "beta" stands
    on never more cases than answered, unless `capped` is off, as in R's `svyciprop`.

    At nought and at everybody the interval is that of "beta" whatever is asked for.
    """
    if y.dtype != np.bool_:
        raise ValueError("E_SHAPE")
    found = svy_mean(y.astype(np.float64), sample, domain=domain, level=level)
    lower, upper = interval(
        ci,
        np.float64(found.estimate),
        np.float64(found.se),
        found.n,
        np.float64(found.effective_n),
        np.float64(found.df),
        level,
        capped=capped,
    )
    return SurveyEstimate(
        estimate=found.estimate,
        lower=float(lower),
        upper=float(upper),
        level=level,
        n=found.n,
        method=f"linearisation, {ci}",
        se=found.se,
        df=found.df,
        flags=flags_of(found.estimate, float(lower), float(upper), found.n),
        effective_n=found.effective_n,
    )


def flags_of(share: float, lower: float, upper: float, n: int) -> tuple[str, ...]:
    """What has to be said beside a share."""
    is_weak = n < WEAK or max(upper - share, share - lower) > _WIDE
    flags = {"few": n < FEW, "weak": is_weak, "at_end": share in (0, 1)}
    return tuple(flag for flag, is_so in flags.items() if is_so)


@dataclass(frozen=True, slots=True)
class Shares:
    """Answers of those who chose to answer: how many, and what share of them. There is
    no interval, since there is nothing but these people that they are a sample of."""

    n: int
    counts: tuple[int, ...]
    shares: tuple[float, ...]
    flags: tuple[str, ...] = ("not_a_sample",)


def unweighted_shares(codes: Codes, options: int) -> Shares:
    """The share of each option 1..options among those who answered; 0 is not asked.

    Raises ValueError: E_SHAPE for a code above the options, E_NEGATIVE.
    """
    if codes.size and codes.min() < 0:
        raise ValueError("E_NEGATIVE")
    counts = np.bincount(codes, minlength=options + 1)
    if len(counts) > options + 1:
        raise ValueError("E_SHAPE")
    n = int(counts[1:].sum())
    shares = tuple(float(count / n) if n else nan for count in counts[1:])
    return Shares(n, tuple(int(count) for count in counts[1:]), shares)


def interval(
    ci: Interval,
    p: Numbers | np.float64,
    se: Numbers | np.float64,
    n: Codes | int,
    effective: Numbers | np.float64,
    df: Numbers | np.float64,
    level: float,
    *,
    capped: bool = True,
) -> tuple[Numbers, Numbers]:
    """The interval of a share, of one or of a table of them."""
    t = stdtrit(df, 0.5 + level / 2)
    is_end = (p <= 0) | (p >= 1)
    exact = _korn_graubard(p, se, n, effective, df, level, capped=capped)
    with np.errstate(divide="ignore", invalid="ignore"):
        if ci == "logit":
            odds, half = np.log(p / (1 - p)), t * se / (p * (1 - p))
            found = 1 / (1 + np.exp(half - odds)), 1 / (1 + np.exp(-half - odds))
        elif ci == "mean":
            found = np.maximum(p - t * se, 0.0), np.minimum(p + t * se, 1.0)
        else:
            found = exact
    return (
        np.where(is_end, exact[0], np.minimum(found[0], p)),
        np.where(is_end, exact[1], np.maximum(found[1], p)),
    )


def _korn_graubard(
    p: Numbers | np.float64,
    se: Numbers | np.float64,
    n: Codes | int,
    effective: Numbers | np.float64,
    df: Numbers | np.float64,
    level: float,
    *,
    capped: bool,
) -> tuple[Numbers, Numbers]:
    """The exact interval of as many cases as tell as much, `capped` at those there are.

    Korn & Graubard (1998), Survey Methodology 24, 193-201.
    """
    tail = (1 - level) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        cases = np.where(se > 0, p * (1 - p) / (se * se), np.inf)
        cases = np.where((p <= 0) | (p >= 1), effective, cases)
        freedom = (
            stdtrit(np.maximum(np.float64(n) - 1, 1), 1 - tail) / stdtrit(df, 1 - tail)
        ) ** 2
        cases = cases * freedom
        is_end = (p <= 0) | (p >= 1)
        cases = np.where(capped | is_end, np.minimum(cases, np.float64(n)), cases)
        hits, misses = cases * p, cases * (1 - p)
        lower = np.where(p <= 0, 0.0, betaincinv(hits, misses + 1, tail))
        upper = np.where(p >= 1, 1.0, betaincinv(hits + 1, misses, 1 - tail))
    return lower, upper


def _where(sample: Design, domain: Marks | None) -> Marks:
    where = np.ones(len(sample.weights), np.bool_) if domain is None else domain
    if where.shape != sample.weights.shape or where.dtype != np.bool_:
        raise ValueError("E_SHAPE")
    if not where.any():
        raise ValueError("E_EMPTY")
    return where


def _inside(y: Numbers, where: Marks) -> Numbers:
    if y.shape != where.shape:
        raise ValueError("E_SHAPE")
    own = np.where(where, y, 0.0)
    if not np.isfinite(own).all():
        raise ValueError("E_NAN")
    return own


def _symmetric(
    estimate: float, variance: float, sample: Design, where: Marks, level: float
) -> SurveyEstimate:
    df, se, n = sample.freedom(where), float(np.sqrt(variance)), int(where.sum())
    half = float(stdtrit(df, 0.5 + level / 2)) * se
    return SurveyEstimate(
        estimate=estimate,
        lower=estimate - half,
        upper=estimate + half,
        level=level,
        n=n,
        method="linearisation",
        se=se,
        df=df,
        flags=("few", "weak") if n < FEW else ("weak",) if n < WEAK else (),
        effective_n=kish(sample.weights[where])[1],
    )
