"""Whether there are more or fewer than a year ago, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from math import inf

import numpy as np
from scipy.special import ndtr, stdtrit

from handslag.domain.analysis.queries.sums import Counts, Monthly, monthly
from handslag.domain.analysis.rules import Question
from handslag.statistics.counts import dispersion, rate_ratio
from handslag.statistics.effects.found import Detectable, mde
from handslag.statistics.temporal.trends import trend
from handslag.statistics.verdicts import Measured

YEAR = 12
LEVEL = 0.95
LEAST = 3  # months that can be held against the same months the year before


@dataclass(frozen=True, slots=True, eq=False)
class Development:
    """The months that are known. The last of them, at most twelve, against the same months
    the year before, so that summer is compared with summer.

    `measured` is the ratio, with the smallest fall that could have been found; none when
    fewer than three months can be compared. `compared` is how many are; `least` the
    smallest changes that would be found in four cases of five.
    """

    monthly: Monthly
    compared: int
    before: int
    after: int
    measured: Measured | None
    least: Detectable | None = None

    @property
    def rolling(self) -> list[int | None]:
        """The sum of twelve months, from the twelfth on."""
        sums = np.cumsum([0, *self.monthly.counts])
        return [
            int(sums[i + 1] - sums[i + 1 - YEAR]) if i + 1 >= YEAR else None
            for i in range(len(self.monthly.counts))
        ]


def development(question: Question, *, first: date, today: date) -> Development:
    """Of the months from `first`, the first that is wholly known. No query."""
    return compared(monthly(question, first=first, today=today))


def compared(rows: Monthly) -> Development:
    """The last months against the same ones the year before."""
    counts = rows.counts
    many = max(0, min(YEAR, len(counts) - YEAR))
    now = int(counts[len(counts) - many :].sum()) if many else 0
    then = int(counts[len(counts) - many - YEAR :][:many].sum())
    if many < LEAST or not now + then:
        return Development(rows, many, then, now, None)
    phi, df = variation(counts)
    # How much months vary is itself an estimate: Student's t for the normal distribution.
    level = float(2 * ndtr(stdtrit(df, 0.5 + LEVEL / 2)) - 1)
    ratio = rate_ratio(now, 1.0, then, 1.0, phi=phi, level=level)
    least = mde(then, phi=phi, level=level)
    measured = Measured(
        estimate=ratio.estimate,
        lower=ratio.lower,
        upper=ratio.upper,
        level=LEVEL,
        n=ratio.n,
        method=ratio.method,
        mde=least.fall if then else inf,
    )
    return Development(rows, many, then, now, measured, least)


def variation(counts: Counts) -> tuple[float, float]:
    """How much more months vary than chance makes them, and on how many degrees of freedom.
    With two years the season is taken out; with less it stays in, and the interval is
    rather too wide than too narrow."""
    if len(counts) >= 2 * YEAR:
        found = trend(counts.astype(float))
        return max(1.0, float(found.phi)), float(found.df or len(counts))
    mean = float(counts.mean())
    phi, df = dispersion(counts.tolist(), [mean] * len(counts))
    return max(1.0, float(phi)), float(df)
