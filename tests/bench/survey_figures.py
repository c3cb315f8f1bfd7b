"""What the figures of a large survey cost, and whether they are R's where R is beside.

With SURVEY_DATA set to a folder with apistrat.csv of R's package survey (written by
write.csv), the figures are compared with those of its documentation.
"""

import csv
import os
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from handslag.statistics.columns import join, pack, unpack
from handslag.statistics.design import design
from handslag.statistics.protection import attack, protect
from handslag.statistics.releases import crossed
from handslag.statistics.surveys import svy_mean, svy_ratio, svy_total
from handslag.statistics.tables import Tabulator
from handslag.statistics.weighting import Margin, rake
from tests.bench._bounds import at_most

_ANSWERS, _QUESTIONS, _OPTIONS, _GROUPS = 250_000, 40, 10, 20
_PEOPLE = 1_000_000.0


def _spent(once: Callable[[], object], times: int = 3) -> float:
    """Processor seconds, the best of some."""
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        once()
        best = min(best, time.process_time() - begun)
    return best


def _margins(rng: np.random.Generator, n: int, sizes: tuple[int, ...]) -> list[Margin]:
    return [
        Margin(rng.integers(0, size, n), _PEOPLE * rng.dirichlet(np.full(size, 30.0)))
        for size in sizes
    ]


def measure_weighting() -> dict[str, str]:
    """Raking 10,000 answers to four margins, and 250,000 to three."""
    rng = np.random.default_rng(1)
    few = _margins(rng, 10_000, (20, 2, 6, 5))
    many = _margins(rng, _ANSWERS, (20, 2, 6))
    return {
        "rake_10000_by_4_ms": at_most(5, 1000 * _spent(lambda: rake(few), 9)),
        "rake_250000_by_3_ms": at_most(1000, 1000 * _spent(lambda: rake(many))),
    }


def measure_tables() -> dict[str, str | int]:
    """Forty questions of ten options in twenty groups, with intervals, of 250,000."""
    rng = np.random.default_rng(2)
    strata = rng.integers(0, 20, _ANSWERS)
    margins = [
        Margin(strata, np.full(20, _PEOPLE / 20)),
        *_margins(rng, _ANSWERS, (2, 6)),
    ]
    raked = rake(margins, rng.uniform(1, 3, _ANSWERS))
    groups = rng.integers(0, _GROUPS + 1, _ANSWERS)
    questions = [
        rng.integers(0, _OPTIONS + 1, _ANSWERS).astype(np.uint8) for _ in range(_QUESTIONS)
    ]

    def once() -> None:
        sample = design(raked, strata=strata, fpc=np.full(_ANSWERS, _PEOPLE / 20))
        tables = Tabulator(sample, groups, _GROUPS)
        for codes in questions:
            tables.table(codes, _OPTIONS)

    return {"tables_40_by_20_of_250000_s": at_most(3, _spent(once, 2))}


def measure_columns() -> dict[str, str | int]:
    """Forty questions of 250,000 answers packed by the thousand, read and joined."""
    rng = np.random.default_rng(3)
    blocks = [
        pack({f"q{at}": rng.integers(0, 6, 1000).astype(np.uint8) for at in range(40)})
        for _ in range(_ANSWERS // 1000)
    ]
    return {
        "columns_bytes_per_answer": sum(map(len, blocks)) // _ANSWERS,
        "columns_read_250000_ms": at_most(
            500, 1000 * _spent(lambda: join([unpack(block) for block in blocks]))
        ),
    }


def measure_protection() -> dict[str, str | float]:
    """A question of ten options in twenty groups, 1,100 answers, groups under thirty
    hidden: what else to hide, and what a reader can work out."""
    rng = np.random.default_rng(4)
    spread = np.outer(rng.dirichlet(np.full(20, 3.0)), rng.dirichlet(np.full(10, 2.0)))
    counts = rng.multinomial(1100, spread.ravel()).reshape(20, 10)
    release = crossed("question", counts, group_below=30)
    hidden = protect(release, k=5)
    seconds = _spent(lambda: attack(release, hidden), 1)
    return {
        "protect_20_by_10_s": at_most(10, _spent(lambda: protect(release, k=5), 1)),
        "protect_hidden_of_231": len(hidden),
        "attack_ms_per_cell": at_most(30, 1000 * seconds / max(1, len(hidden))),
    }


def measure_agreement() -> dict[str, str]:
    """The figures that the documentation of R's survey gives for its own data."""
    folder = Path(os.environ.get("SURVEY_DATA", "."))
    if not (folder / "apistrat.csv").exists():
        return {"survey_agreement": "no data beside: set SURVEY_DATA"}
    rows = list(csv.DictReader((folder / "apistrat.csv").open()))

    def column(name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.array([float(row[name]) for row in rows])

    strata = np.unique([row["stype"] for row in rows], return_inverse=True)[1]
    sample = design(column("pw"), strata=strata, fpc=column("fpc"))
    mean = svy_mean(column("api00"), sample)
    total = svy_total(column("enroll"), sample)
    ratio = svy_ratio(column("api.stu"), column("enroll"), sample)
    found = {
        "mean": (mean.estimate, 662.287363, 1e-6),
        "mean_se": (mean.se, 9.408941, 1e-6),
        "total": (total.estimate, 3687177.53, 1e-2),
        "total_se": (total.se, 114641.72, 1e-2),
        "ratio": (ratio.estimate, 0.8369569, 1e-7),
        "ratio_se": (ratio.se, 0.007757103, 1e-9),
    }
    return {
        f"survey_agreement_{name}_off": at_most(close, abs(own - theirs))
        for name, (own, theirs, close) in found.items()
    }
