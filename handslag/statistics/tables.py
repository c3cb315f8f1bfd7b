"""All shares of one question in all groups, with intervals, in one pass over the answers.

The same figures as `svy_prop` gives one by one: what it sums over answers is summed here
once for each combination of stratum, calibration cell, group and option.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from handslag.statistics.comparisons import Cells, p_of
from handslag.statistics.design import Design, multipliers
from handslag.statistics.surveys import Interval, SurveyEstimate, flags_of, interval
from handslag.statistics.weighting import Codes, Numbers, summed

_MOST_SUMS = 30_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Shares by group (row) and option (column); the last row is the whole, with those
    in no group as well. A share that nobody answers for is not a number.

    `difference` is what each group differs from the whole by, its own part of the whole
    taken into account, with its standard error and the p of no difference.
    """

    shares: Numbers
    se: Numbers
    lower: Numbers
    upper: Numbers
    counts: Codes
    n: Codes
    effective_n: Numbers
    df: Numbers
    difference: Numbers
    difference_se: Numbers
    difference_p: Numbers
    level: float
    method: str

    def cells(self) -> Cells:
        """All cells, to be compared with those of another sample."""
        return Cells(
            self.shares, self.se, self.lower, self.upper, self.df[:, None], self.level
        )

    def at(self, group: int, option: int) -> SurveyEstimate:
        """One cell; group 0 is the first, -1 the whole."""
        share, n = float(self.shares[group, option]), int(self.n[group])
        lower, upper = float(self.lower[group, option]), float(self.upper[group, option])
        return SurveyEstimate(
            estimate=share,
            lower=lower,
            upper=upper,
            level=self.level,
            n=n,
            method=self.method,
            se=float(self.se[group, option]),
            df=float(self.df[group]),
            flags=flags_of(share, lower, upper, n),
            effective_n=float(self.effective_n[group]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Sums:
    """Sums over the answers in the base, by row (stratum and calibration cell), group
    and option: of weights, their squares, the weights before calibration."""

    weights: Numbers
    squares: Numbers
    initial: Numbers
    counts: Codes


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """The combinations of stratum and calibration cell that there are."""

    of: Codes
    begins: Codes  # where each stratum's rows begin
    cells: Codes
    weights: Numbers
    squares: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class _Linear:
    """Sums of weighted residual, its square, and the weight times it, by row; and what
    calibration explains of it in each row."""

    first: Numbers
    second: Numbers
    crossed: Numbers
    explained: Numbers


class Tabulator:
    """Tables of many questions over one sample and one division into groups.

    Codes and groups count from 1; 0 is not asked, and in no group. Raises ValueError:
    E_SHAPE, E_CLUSTERS for a sample of clusters, E_TOO_LARGE for numbers that were
    calibrated on so many things that nothing can be summed together.
    """

    def __init__(self, sample: Design, groups: Codes, many: int) -> None:
        if groups.shape != sample.weights.shape or _is_outside(groups, many):
            raise ValueError("E_SHAPE")
        if sample.is_clustered:
            raise ValueError("E_CLUSTERS")
        self.sample, self.many = sample, many
        self.rows = _rows(sample)
        self.at = self.rows.of * (many + 1) + groups

    def table(
        self, codes: Codes, options: int, *, ci: Interval = "logit", level: float = 0.95
    ) -> Table:
        """The shares of options 1..options among those who answered with one of them."""
        if codes.shape != self.at.shape or _is_outside(codes, options):
            raise ValueError("E_SHAPE")
        sums = self._sums(codes, options)
        weights = _with_whole(sums.weights.sum(axis=0))
        squares = _with_whole(sums.squares.sum(axis=0)).sum(axis=1)
        counts = _with_whole(sums.counts)
        mass, n = weights.sum(axis=1), counts.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            shares = weights / mass[:, None]
            effective = mass * mass / squares
        df = np.maximum(n - self._strata(sums), 1.0)
        se, apart = self._errors(sums, shares, mass)
        lower, upper = interval(
            ci, shares, se, n[:, None], effective[:, None], df[:, None], level
        )
        difference = shares[:-1] - shares[-1]
        return Table(
            shares=shares,
            se=se,
            lower=lower,
            upper=upper,
            counts=counts,
            n=n,
            effective_n=effective,
            df=df,
            difference=difference,
            difference_se=apart,
            difference_p=p_of(difference, apart, df[:-1, None]),
            level=level,
            method=f"linearisation, {ci}",
        )

    def _sums(self, codes: Codes, options: int) -> _Sums:
        shape = (len(self.rows.cells), self.many + 1, options + 1)
        size = shape[0] * shape[1] * shape[2]
        if size > _MOST_SUMS:
            raise ValueError("E_TOO_LARGE")
        at, own = self.at * (options + 1) + codes, self.sample
        made = own.calibrated
        weights = summed(at, own.weights, size).reshape(shape)[:, :, 1:]
        return _Sums(
            weights=weights,
            squares=summed(at, own.weights * own.weights, size).reshape(shape)[:, :, 1:],
            initial=summed(at, made.initial, size).reshape(shape)[:, :, 1:]
            if made
            else weights,
            counts=np.bincount(at, minlength=size).reshape(shape)[:, :, 1:].sum(axis=0),
        )

    def _strata(self, sums: _Sums) -> Numbers:
        """How many strata each group's answers come from."""
        is_there = np.add.reduceat(sums.squares.sum(axis=2), self.rows.begins) > 0
        whole = is_there.any(axis=1).sum()
        return np.append(is_there.sum(axis=0)[1:], whole).astype(np.float64)

    def _errors(
        self, sums: _Sums, shares: Numbers, mass: Numbers
    ) -> tuple[Numbers, Numbers]:
        """Standard errors of the shares, and of their differences from the whole."""
        whole = _Sums(
            sums.weights.sum(axis=1, keepdims=True),
            sums.squares.sum(axis=1, keepdims=True),
            sums.initial.sum(axis=1, keepdims=True),
            sums.counts,
        )
        part = _Sums(
            sums.weights[:, 1:], sums.squares[:, 1:], sums.initial[:, 1:], sums.counts
        )
        with np.errstate(invalid="ignore", divide="ignore"):
            all_ = self._linear(whole, shares[-1:], mass[-1:])
            own = self._linear(part, shares[:-1], mass[:-1])
            both = _products(part.squares, shares[:-1], shares[-1:])
            both /= (mass[:-1] * mass[-1])[:, None]
        between = _Linear(
            own.first - all_.first,
            own.second + all_.second - 2 * both,
            own.crossed - all_.crossed,
            own.explained - all_.explained,
        )
        se = np.concatenate([self._error(own), self._error(all_)])
        return se, self._error(between)

    def _linear(self, sums: _Sums, shares: Numbers, mass: Numbers) -> _Linear:
        size = mass[:, None]
        first = (sums.weights - shares * _answered(sums.weights)) / size
        crossed = (sums.squares - shares * _answered(sums.squares)) / size
        return _Linear(
            first=first,
            second=_products(sums.squares, shares, shares) / (size * size),
            crossed=crossed,
            explained=self._explained(
                (sums.initial - shares * _answered(sums.initial)) / size
            ),
        )

    def _explained(self, rest: Numbers) -> Numbers:
        made = self.sample.calibrated
        if made is None:
            return np.zeros_like(rest)
        columns = np.nan_to_num(rest.reshape(len(rest), -1))
        by_cell = np.zeros((len(made.rows), columns.shape[1]))
        np.add.at(by_cell, self.rows.cells, columns)
        fitted = made.rows @ multipliers(made, by_cell)
        found: Numbers = fitted[self.rows.cells].reshape(rest.shape)
        return found

    def _error(self, linear: _Linear) -> Numbers:
        weights = self.rows.weights[:, None, None]
        squares = self.rows.squares[:, None, None]
        fitted = linear.explained
        first = linear.first - weights * fitted
        second = linear.second - 2 * fitted * linear.crossed + fitted * fitted * squares
        found: Numbers = np.sqrt(
            self.sample.between(
                np.add.reduceat(first, self.rows.begins),
                np.add.reduceat(second, self.rows.begins),
            )
        )
        return found


def svy_table(
    codes: Codes,
    groups: Codes,
    sample: Design,
    *,
    options: int,
    many: int,
    ci: Interval = "logit",
    level: float = 0.95,
) -> Table:
    """One table: `options` of a question in `many` groups. See `Tabulator`."""
    return Tabulator(sample, groups, many).table(codes, options, ci=ci, level=level)


def _is_outside(codes: Codes, most: int) -> bool:
    return bool(codes.size and (codes.min() < 0 or codes.max() > most))


def _rows(sample: Design) -> _Rows:
    made = sample.calibrated
    cells = np.zeros_like(sample.strata) if made is None else made.cells
    many = 1 if made is None else len(made.rows)
    there, of = np.unique(sample.strata * many + cells, return_inverse=True)
    strata = there // many
    return _Rows(
        of=of,
        begins=np.flatnonzero(np.diff(strata, prepend=-1)),
        cells=there % many,
        weights=summed(of, sample.weights, len(there)),
        squares=summed(of, sample.weights * sample.weights, len(there)),
    )


def _with_whole(sums: Any) -> Any:
    """Groups without "no group", and the whole with it last."""
    return np.concatenate([sums[1:], sums.sum(axis=0, keepdims=True)])


def _answered(sums: Numbers) -> Numbers:
    found: Numbers = sums.sum(axis=2, keepdims=True)
    return found


def _products(squares: Numbers, one: Numbers, other: Numbers) -> Numbers:
    """Sums of squared weights times (chose it - one)(chose it - other)."""
    return squares * (1 - one - other) + one * other * _answered(squares)
