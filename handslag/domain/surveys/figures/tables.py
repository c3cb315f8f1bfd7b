"""One question in every group: shares or means, with intervals where there is a sample."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handslag.domain.surveys.figures.grouping import Division
from handslag.domain.surveys.figures.weighing import Weighed
from handslag.statistics.comparisons import against_whole
from handslag.statistics.surveys import svy_mean
from handslag.statistics.tables import Tabulator
from handslag.statistics.weighting import Codes, Numbers

Flat = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Groups by answers, the whole last. `p` has no row for the whole; without a sample
    there are no errors."""

    n: Codes
    values: Numbers
    counts: Codes
    lower: Numbers | None = None
    upper: Numbers | None = None
    se: Numbers | None = None
    p: Numbers | None = None
    df: Numbers | None = None
    effective_n: Numbers | None = None


class Counter:
    """Counts questions over one division into groups."""

    def __init__(self, weighed: Weighed, division: Division) -> None:
        self.weighed, self.division = weighed, division
        sample = weighed.sample
        self._tables = (
            Tabulator(sample, division.codes, division.many) if sample is not None else None
        )

    def shares(self, codes: Codes, options: int) -> Cells:
        """The share of each option 1..options among those who answered."""
        if self._tables is None:
            return self._unweighted(codes, options)
        made = self._tables.table(codes, options)
        return Cells(
            made.n,
            made.shares,
            made.counts,
            made.lower,
            made.upper,
            made.se,
            made.difference_p,
            made.df,
            made.effective_n,
        )

    def chosen(self, columns: Sequence[Codes]) -> Cells:
        """Of several that may all be chosen: the share of respondents who chose each.

        Each column: 0 did not answer, 1 not chosen, 2 chosen."""
        made = [self.shares(one, 2) for one in columns]
        first = made[0]
        return Cells(
            first.n,
            np.stack([one.values[:, 1] for one in made], axis=1),
            np.stack([one.counts[:, 1] for one in made], axis=1),
            _second([one.lower for one in made]),
            _second([one.upper for one in made]),
            _second([one.se for one in made]),
            _second([one.p for one in made]),
            first.df,
            first.effective_n,
        )

    def means(self, numbers: Flat) -> Cells:
        """The mean in each group; not a number: did not answer."""
        is_there = ~np.isnan(numbers)
        marks = [self.division.codes == at + 1 for at in range(self.division.many)]
        wheres = [*(one & is_there for one in marks), is_there]
        n = np.array([one.sum() for one in wheres])
        if self.weighed.sample is None:
            means = [numbers[one].mean() if one.any() else np.nan for one in wheres]
            return Cells(n, np.array(means)[:, None], n[:, None])
        return self._weighted_means(np.nan_to_num(numbers), wheres, n)

    def _weighted_means(
        self, numbers: Flat, wheres: Sequence[NDArray[np.bool_]], n: Codes
    ) -> Cells:
        sample = self.weighed.sample
        assert sample is not None  # noqa: S101 - the caller has looked
        found = np.full((len(wheres), 6), np.nan)
        p = np.full((len(wheres) - 1, 1), np.nan)
        for at, where in enumerate(wheres):
            if not where.any():
                continue
            one = svy_mean(numbers, sample, domain=where)
            found[at] = (
                one.estimate,
                one.lower,
                one.upper,
                one.se,
                one.df,
                one.effective_n,
            )
            if at < len(p):
                p[at, 0] = against_whole(numbers, sample, where, base=wheres[-1]).p
        mean, lower, upper, se = (found[:, at : at + 1] for at in range(4))
        return Cells(n, mean, n[:, None], lower, upper, se, p, found[:, 4], found[:, 5])

    def _unweighted(self, codes: Codes, options: int) -> Cells:
        many = self.division.many
        at = self.division.codes * (options + 1) + codes
        sums = np.bincount(at, minlength=(many + 1) * (options + 1))
        table = sums.reshape(many + 1, options + 1)[:, 1:]
        counts = np.concatenate([table[1:], table.sum(axis=0, keepdims=True)])
        n = counts.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            return Cells(n, counts / n[:, None], counts)


def _second(parts: Sequence[Numbers | None]) -> Numbers | None:
    """The column of "chosen" of each; nothing where there is no sample."""
    there = [one[:, 1] for one in parts if one is not None]
    return np.stack(there, axis=1) if there else None
