"""How much more counts vary from period to period than chance alone makes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import ndtri, stdtrit

_UNKNOWN = 2.0  # when nothing tells
Sides = tuple[Sequence[int], Sequence[int]]  # the periods before, and those after


@dataclass(frozen=True, slots=True)
class Spread:
    """Pearson's sum of squares, and its degrees of freedom."""

    pearson: float
    df: int

    @property
    def phi(self) -> float:
        """How many times as large the variance is, at least 1; widened for being unsure
        itself: Student's t for the normal distribution."""
        return self.phi_by(self.df)

    def phi_by(self, df: int) -> float:
        """The same, when it will be known by so many degrees of freedom."""
        if self.df < 1 or df < 1:
            return _UNKNOWN
        wider = float(stdtrit(df, 0.975) / ndtri(0.975)) ** 2
        return max(1.0, self.pearson / self.df) * wider


def spread_of(own: Sides, other: Sides | None = None) -> Spread:
    """Of counts around the mean of their side; summer and winter are variation too. With
    `other`, of one's share of both together, so that what they have in common does not
    count."""
    found = [
        _of_counts(counts) if other is None else _of_shares(counts, other[at])
        for at, counts in enumerate(own)
    ]
    return Spread(sum(one.pearson for one in found), sum(one.df for one in found))


def _of_counts(own: Sequence[int]) -> Spread:
    mean = sum(own) / len(own) if own else 0.0
    if not mean:
        return Spread(0.0, 0)
    return Spread(sum((n - mean) ** 2 for n in own) / mean, len(own) - 1)


def _of_shares(own: Sequence[int], other: Sequence[int]) -> Spread:
    all_ = [n + more for n, more in zip(own, other, strict=True)]
    share = sum(own) / sum(all_) if sum(all_) else 0.0
    if not 0 < share < 1:
        return Spread(0.0, 0)
    pearson = sum(
        (n - m * share) ** 2 / (m * share * (1 - share))
        for n, m in zip(own, all_, strict=True)
        if m
    )
    return Spread(pearson, sum(m > 0 for m in all_) - 1)
