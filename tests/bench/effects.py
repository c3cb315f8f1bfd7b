"""What weights, figures of a sample, evaluations and ranks cost, beside other libraries,
and whether they agree with them."""

import numpy as np

from handslag.statistics.design import design
from handslag.statistics.effects.areas import did_poisson
from handslag.statistics.ranking import rank_problems
from handslag.statistics.surveys import svy_mean
from handslag.statistics.weighting import Margin, rake
from tests.bench._bounds import at_most
from tests.bench._peer import Given
from tests.bench._peers import against, ask, cpu

_ANSWERS, _GROUPS, _QUESTIONS = 10_000, 20, 6
_PEOPLE = 1_000_000.0


def measure_raking() -> dict[str, str | float]:
    """10,000 answers to four margins; the furthest that a weight is from ipfn's."""
    rng = np.random.default_rng(1)
    margins = [
        Margin(
            rng.integers(0, size, _ANSWERS), _PEOPLE * rng.dirichlet(np.full(size, 30.0))
        )
        for size in (20, 2, 6, 5)
    ]
    given: Given = {f"codes{at}": one.codes for at, one in enumerate(margins)}
    given = {**given, **{f"totals{at}": one.totals for at, one in enumerate(margins)}}
    peer = ask("effects.rake", given)
    figures = against(
        "rake_10000_by_4", cpu(lambda: rake(margins)), peer, at_most_one_in=100
    )
    if peer is not None:
        off = np.abs(rake(margins).weights / peer.found["weights"] - 1).max()
        figures["rake_10000_by_4_off"] = at_most(1e-6, float(off))
    return figures


def measure_estimates() -> dict[str, str | float]:
    """Means with standard errors of six questions in twenty groups of 10,000 answers."""
    rng = np.random.default_rng(2)
    strata, group = rng.integers(0, 20, _ANSWERS), rng.integers(0, _GROUPS, _ANSWERS)
    weights, there = rng.uniform(1, 3, _ANSWERS), np.full(_ANSWERS, _PEOPLE / 20)
    y = rng.normal(3, 1, (_QUESTIONS, _ANSWERS))

    def once() -> list[list[tuple[float, float]]]:
        sample = design(weights, strata=strata, fpc=there)
        marks = [group == one for one in range(_GROUPS)]
        return [
            [
                (m.estimate, m.se)
                for where in marks
                for m in [svy_mean(row, sample, domain=where)]
            ]
            for row in y
        ]

    given = {"y": y, "w": weights, "strata": strata, "fpc": there, "group": group}
    peer = ask("effects.means", given, times=3)
    figures = against("survey_120_means", cpu(once, 3), peer, at_most_one_in=5)
    if peer is not None:
        off = np.abs(np.array(once()) / peer.found["found"] - 1).max()
        figures["survey_120_means_off"] = at_most(1e-8, float(off))
    return figures


def measure_placebos() -> dict[str, str | float]:
    """Eight areas over twenty spans with people: every other choice of two of them."""
    rng = np.random.default_rng(3)
    people = np.outer(rng.uniform(500, 3000, 8), rng.uniform(0.9, 1.1, 20))
    counts, after = rng.poisson(people / 40), np.arange(20) >= 10
    treated = np.arange(8) < 2

    def once() -> float:
        return did_poisson(counts, treated, after, exposure=people).estimate

    given = {"counts": counts, "after": after, "exposure": people, "many": np.array(2)}
    peer = ask("effects.did", given)
    figures: dict[str, str | float] = {"placebo_28_s": at_most(0.2, cpu(once))}
    if peer is not None:
        first = float(np.exp(peer.found["log_ratios"][0]))
        figures["placebo_28_peer_s"] = peer.cpu
        figures["placebo_28_off"] = at_most(1e-8, abs(once() / first - 1))
    return figures


def measure_ranking() -> dict[str, str | float]:
    """Forty problems on six scales, 2,000 draws; how far the chances to be among the
    first three are from those of ranks counted one by one in 20,000 draws."""
    rng = np.random.default_rng(4)
    scores, se = rng.uniform(20, 80, (40, 6)), rng.uniform(2, 9, (40, 6))
    seconds = cpu(lambda: rank_problems(scores, se, np.ones(6), 2000, rng=rng))
    found = rank_problems(scores, se, np.ones(6), 2000, rng=rng)
    first = np.zeros(40)
    for _ in range(20_000):
        drawn = rng.normal(scores, se).mean(axis=1)
        first[np.argpartition(drawn, -3)[-3:]] += 1
    return {
        "rank_40_by_2000_ms": at_most(50, 1000 * seconds),
        "rank_40_by_2000_off": at_most(
            0.05, float(np.abs(found.top - first / 20_000).max())
        ),
    }
