"""Which problems come first, and how sure one can be of the order."""

from dataclasses import dataclass

import numpy as np

from handslag.statistics.weighting import Codes, Numbers

_PROBLEMS_BY_SCALES = 2


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """For each problem `estimate` (the weighted score), the `rank` of that (1 is first),
    the interval `lower`-`upper` that its rank keeps inside when scores are as unsure as
    they are, and `top`: how often it is among the first `k`. `without[j]` are the ranks
    when scale j is left out."""

    estimate: Numbers
    se: Numbers
    rank: Codes
    lower: Codes
    upper: Codes
    top: Numbers
    k: int
    without: Codes
    level: float
    n: int
    method: str
    flags: tuple[str, ...] = ()


def rank_problems(
    scores: Numbers,
    se: Numbers,
    weights: Numbers,
    nsim: int = 2000,
    *,
    k: int = 3,
    level: float = 0.95,
    rng: np.random.Generator,
) -> Ranking:
    """Scores (problems by scales) with standard errors of the same shape, put together by
    weights (of scales) and drawn `nsim` times. High comes first; equal scores share the
    better rank. Flag close: no problem is among the first `k` in 95 of 100 draws.

    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY, E_NAN.
    Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159.
    """
    _checked(scores, se, weights, nsim)
    share = weights / weights.sum()
    score, error = scores @ share, np.sqrt(se**2 @ share**2)
    ranks = _ranks(score, error, nsim, rng)
    ends = [(1 - level) / 2, (1 + level) / 2]
    low, high = np.quantile(ranks, ends, axis=0, method="inverted_cdf").astype(np.int64)
    top = (ranks <= k).mean(axis=0)
    return Ranking(
        estimate=score,
        se=error,
        rank=_placed(score),
        lower=low,
        upper=high,
        top=top,
        k=k,
        without=_without(scores, weights),
        level=level,
        n=nsim,
        method="simulated ranks",
        flags=("close",) if not (top >= level).any() and len(score) > k else (),
    )


def _checked(scores: Numbers, se: Numbers, weights: Numbers, nsim: int) -> None:
    if scores.ndim != _PROBLEMS_BY_SCALES or scores.shape != se.shape:
        raise ValueError("E_SHAPE")
    if weights.shape != scores.shape[1:]:
        raise ValueError("E_SHAPE")
    if not (np.isfinite(scores).all() and np.isfinite(se).all()):
        raise ValueError("E_NAN")
    if (se < 0).any() or (weights < 0).any():
        raise ValueError("E_NEGATIVE")
    if not scores.size or weights.sum() == 0 or nsim < 1:
        raise ValueError("E_EMPTY")


def _ranks(score: Numbers, error: Numbers, nsim: int, rng: np.random.Generator) -> Codes:
    drawn = score + error * rng.standard_normal((nsim, len(score)))
    # A breath of chance parts those that are equal and sure.
    drawn += 1e-12 * (np.abs(score).max() + 1) * rng.random(drawn.shape)
    order = np.argsort(-drawn, axis=1)
    ranks = np.empty(drawn.shape, np.int32)
    np.put_along_axis(ranks, order, np.arange(1, drawn.shape[1] + 1, dtype=np.int32), 1)
    return ranks


def _placed(score: Numbers) -> Codes:
    """1 for the highest; equal scores share the better rank."""
    return 1 + np.searchsorted(np.sort(-score), -score)


def _without(scores: Numbers, weights: Numbers) -> Codes:
    rest = weights * (1 - np.eye(len(weights)))
    return np.array([_placed(scores @ one) for one in rest], np.int64)
