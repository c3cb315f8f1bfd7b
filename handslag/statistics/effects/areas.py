"""Several areas over several spans, some of which something was done in."""

from dataclasses import dataclass
from itertools import combinations
from math import comb, inf, nan, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.effects.found import FEW, Effect, Numbers, effect
from handslag.statistics.weighting import Codes

Marks = NDArray[np.bool_]

_AREAS_BY_SPANS = 2
_MOST_PASSES = 5_000
_CLOSE = 1e-11
_LEAST = 20  # ways to choose the areas, below which chance alone gives p above 0.05


@dataclass(frozen=True, slots=True)
class Comparison(Effect):
    """`p` is by randomisation: among the `assignments` of the same number of areas, the
    share with as large an effect. `model_se` is Poisson's, `cluster_se` from the
    areas; `se` the larger of the two after overdispersion, for an interval by t on areas
    less two. Where few areas were treated trust `p`."""

    assignments: int = 0
    model_se: float = nan
    cluster_se: float = nan


@dataclass(frozen=True, slots=True, eq=False)
class _Panel:
    counts: Numbers
    exposure: Numbers | None
    after: Marks


def did_poisson(
    counts: Numbers | Codes,
    treated: Marks,
    after: Marks,
    *,
    exposure: Numbers | None = None,
    most: int = 9_999,
    level: float = 0.95,
    rng: np.random.Generator | None = None,
) -> Comparison:
    """How many times as many there were where something was done, against the areas
    where it was not, when each area and each span has its own level.

    `counts` has a row for each area and a column for each span; `treated` marks rows,
    `after` columns; `exposure` as counts. Poisson with fixed effects; p from every other
    choice of as many areas, or from `most` drawn ones with `rng`. Flags: zero, few,
    few_assignments (under twenty ways to choose: p cannot be small).
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY, E_NO_CONVERGE; E_RNG when there are
    more choices than `most` and no `rng`.
    Bertrand, Duflo & Mullainathan (2004), Quarterly Journal of Economics 119, 249-275;
    MacKinnon & Webb (2020), Journal of Econometrics 218, 435-450.
    """
    panel = _panel(counts, treated, after, exposure)
    log_ratio, has_zero = _log_ratios(panel, treated[None, :])
    drawn = _assignments(treated, most, rng)
    far = np.abs(_log_ratios(panel, drawn)[0]) >= abs(log_ratio[0]) - 1e-9
    flags = {
        "few_assignments": comb(len(treated), int(treated.sum())) < _LEAST,
        "zero": bool(has_zero[0]),
        "few": panel.counts[treated].sum() < FEW,
    }
    return _compared(
        panel,
        treated,
        float(log_ratio[0]),
        level,
        p=float(far.mean()),
        assignments=len(drawn),
        flags=tuple(flag for flag, is_so in flags.items() if is_so),
    )


def _compared(
    panel: _Panel, treated: Marks, log_ratio: float, level: float, **rest: Any
) -> Comparison:
    own = _errors(panel, treated, log_ratio)
    assignments = rest.pop("assignments")
    found = effect(
        log_ratio,
        max(own.model * sqrt(own.phi), own.cluster),
        df=float(max(len(treated) - 2, 1)),
        level=level,
        n=round(panel.counts.sum()),
        method="two-way Poisson, randomisation",
        phi=own.phi,
        observed=float(panel.counts[np.ix_(treated, panel.after)].sum()),
        expected=own.expected,
        **rest,
    )
    return Comparison(
        **{name: getattr(found, name) for name in Effect.__dataclass_fields__},
        assignments=assignments,
        model_se=own.model,
        cluster_se=own.cluster,
    )


def _panel(
    counts: Numbers | Codes, treated: Marks, after: Marks, exposure: Numbers | None
) -> _Panel:
    y = np.asarray(counts, np.float64)
    if (
        y.ndim != _AREAS_BY_SPANS
        or treated.shape != y.shape[:1]
        or after.shape != y.shape[1:]
    ):
        raise ValueError("E_SHAPE")
    if treated.dtype != np.bool_ or after.dtype != np.bool_:
        raise ValueError("E_SHAPE")
    if exposure is not None and exposure.shape != y.shape:
        raise ValueError("E_SHAPE")
    if not np.isfinite(y).all() or (y < 0).any():
        raise ValueError("E_NEGATIVE")
    if any(marks.all() or not marks.any() for marks in (treated, after)) or not y.any():
        raise ValueError("E_EMPTY")
    if exposure is not None and (exposure <= 0).any():
        raise ValueError("E_EMPTY")
    return _Panel(y, exposure, after)


def _assignments(treated: Marks, most: int, rng: np.random.Generator | None) -> Marks:
    """Every way to choose as many areas, the true one first, or as many as are drawn."""
    areas, chosen = len(treated), int(treated.sum())
    if comb(areas, chosen) <= most:
        ways = np.array(list(combinations(range(areas), chosen)))
        found = np.zeros((len(ways), areas), np.bool_)
        np.put_along_axis(found, ways, values=True, axis=1)
        return found
    if rng is None:
        raise ValueError("E_RNG")
    order = rng.random((most, areas)).argsort(axis=1)
    drawn: Marks = order < chosen
    return np.concatenate([treated[None, :], drawn])


def _log_ratios(panel: _Panel, ways: Marks) -> tuple[Numbers, Marks]:
    """The effect for each way to choose, and where a half had to be added."""
    if panel.exposure is not None:
        return _fitted_ratios(panel, panel.exposure, ways)
    # With fixed effects of areas and spans the likelihood depends on these four alone.
    late = panel.counts[:, panel.after].sum(axis=1)
    early = panel.counts[:, ~panel.after].sum(axis=1)
    four = np.stack([ways @ late, ways @ early, ~ways @ early, ~ways @ late])
    has_zero = (four == 0).any(axis=0)
    a, b, c, d = four + 0.5 * has_zero
    return np.log(a) - np.log(b) + np.log(c) - np.log(d), has_zero


def _fitted_ratios(panel: _Panel, exposure: Numbers, ways: Marks) -> tuple[Numbers, Marks]:
    found = np.empty(len(ways))
    has_zero = np.zeros(len(ways), np.bool_)
    for at, treated in enumerate(ways):
        block = np.ix_(treated, panel.after)
        has_zero[at] = panel.counts[block].sum() == 0
        found[at] = -inf if has_zero[at] else _scaled(panel.counts, exposure, block)
    return np.where(has_zero, np.log(0.5) - np.log(panel.counts.sum()), found), has_zero


def _scaled(counts: Numbers, exposure: Numbers, block: tuple[Codes, ...]) -> float:
    """Iterative scaling of what was exposed to the sums of areas, spans and block.

    Deming & Stephan (1940); Bishop, Fienberg & Holland (1975), Discrete Multivariate
    Analysis, 3.5.
    """
    mu, total = exposure.copy(), 0.0
    rows, columns = counts.sum(axis=1), counts.sum(axis=0)
    wanted = counts[block].sum()
    for _ in range(_MOST_PASSES):
        mu *= _by(rows, mu.sum(axis=1))[:, None]
        mu *= _by(columns, mu.sum(axis=0))
        step = wanted / mu[block].sum()
        mu[block] *= step
        total += float(np.log(step))
        if abs(step - 1) < _CLOSE:
            return total
    raise ValueError("E_NO_CONVERGE")


def _by(wanted: Numbers, there: Numbers) -> Numbers:
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Numbers = np.where(there > 0, wanted / there, 0.0)
    return found


@dataclass(frozen=True, slots=True)
class _Errors:
    model: float
    cluster: float
    phi: float
    expected: float


def _errors(panel: _Panel, treated: Marks, log_ratio: float) -> _Errors:
    """Standard errors of the effect: Poisson's, and from what the areas leave."""
    mark = np.outer(treated, panel.after).astype(np.float64)
    base = np.ones_like(mark) if panel.exposure is None else panel.exposure
    mu = base * np.exp(log_ratio * mark)
    for _ in range(_MOST_PASSES):
        mu *= _by(panel.counts.sum(axis=1), mu.sum(axis=1))[:, None]
        factor = _by(panel.counts.sum(axis=0), mu.sum(axis=0))
        mu *= factor
        if np.abs(factor[panel.counts.sum(axis=0) > 0] - 1).max() < _CLOSE:
            break
    rest = _without_levels(mark, mu)
    information = float((mu * rest * rest).sum())
    scores = (rest * (panel.counts - mu)).sum(axis=1)
    areas, spans = mu.shape
    df = max((areas - 1) * (spans - 1) - 1, 1)
    pearson = float((_by((panel.counts - mu) ** 2, mu)).sum())
    cluster = float(np.sqrt((scores @ scores) * areas / (areas - 1))) / information
    expected = float((mu * mark).sum() / np.exp(log_ratio))
    return _Errors(information**-0.5, cluster, max(1.0, pearson / df), expected)


def _without_levels(mark: Numbers, mu: Numbers) -> Numbers:
    """What of the mark neither areas nor spans explain, weighted by what is expected."""
    rest = mark.copy()
    for _ in range(_MOST_PASSES):
        by_area = _by((mu * rest).sum(axis=1), mu.sum(axis=1))
        rest -= by_area[:, None]
        by_span = _by((mu * rest).sum(axis=0), mu.sum(axis=0))
        rest -= by_span
        if max(np.abs(by_area).max(), np.abs(by_span).max()) < _CLOSE:
            break
    return rest
