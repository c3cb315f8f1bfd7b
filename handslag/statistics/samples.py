"""Figures of a drawn sample straight from its columns, for those who have no design yet.

Each takes the answers `y`, the weights `w` (or calibrated `Weights`, or a whole `Design`,
and then nothing more of how it was drawn), `strata`, the clusters `psu`, the units `fpc`
that each answer's stratum has in the population, `X` (what weights were calibrated to: a
row for each answer; with `initial`, the weights before), and `domain` (marks of a part).

Estimates, standard errors and degrees of freedom agree with R's package survey (Lumley
2004, Journal of Statistical Software 9); of raked weights with those of its
`calibrate(calfun="raking")`, as Deville and Särndal have them, while its `rake` leaves the
first weights out of the regression. What is raised: see `surveys` and `design`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from handslag.statistics import surveys
from handslag.statistics.design import Design, Lonely, Marks, design
from handslag.statistics.surveys import Interval, SurveyEstimate
from handslag.statistics.weighting import Numbers, Weights, kish

Drawn = ArrayLike | Weights | Design


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    sample: Design
    domain: Marks | None


def svy_mean(
    y: ArrayLike,
    w: Drawn,
    strata: ArrayLike | None = None,
    psu: ArrayLike | None = None,
    fpc: ArrayLike | None = None,
    X: ArrayLike | None = None,  # noqa: N803 - the field's letter
    domain: ArrayLike | None = None,
    *,
    level: float = 0.95,
    **more: Any,
) -> SurveyEstimate:
    """The mean of a population, or of the part of it that `domain` marks. `more`:
    `initial` and `lonely`."""
    own = _asked(w, (strata, psu, fpc, X), domain, **more)
    return surveys.svy_mean(_numbers(y), own.sample, domain=own.domain, level=level)


def svy_total(
    y: ArrayLike,
    w: Drawn,
    strata: ArrayLike | None = None,
    psu: ArrayLike | None = None,
    fpc: ArrayLike | None = None,
    X: ArrayLike | None = None,  # noqa: N803 - the field's letter
    domain: ArrayLike | None = None,
    *,
    level: float = 0.95,
    **more: Any,
) -> SurveyEstimate:
    """The sum over a population, or over the part of it that `domain` marks. `more`: as
    for `svy_mean`."""
    own = _asked(w, (strata, psu, fpc, X), domain, **more)
    return surveys.svy_total(_numbers(y), own.sample, domain=own.domain, level=level)


def svy_ratio(
    y: ArrayLike,
    x: ArrayLike,
    w: Drawn,
    strata: ArrayLike | None = None,
    psu: ArrayLike | None = None,
    fpc: ArrayLike | None = None,
    X: ArrayLike | None = None,  # noqa: N803 - the field's letter
    domain: ArrayLike | None = None,
    *,
    level: float = 0.95,
    **more: Any,
) -> SurveyEstimate:
    """How much `y` there is for each `x`. `more`: as for `svy_mean`."""
    own = _asked(w, (strata, psu, fpc, X), domain, **more)
    return surveys.svy_ratio(
        _numbers(y), _numbers(x), own.sample, domain=own.domain, level=level
    )


def svy_prop(
    y: ArrayLike,
    w: Drawn,
    strata: ArrayLike | None = None,
    psu: ArrayLike | None = None,
    fpc: ArrayLike | None = None,
    X: ArrayLike | None = None,  # noqa: N803 - the field's letter
    domain: ArrayLike | None = None,
    ci: Interval = "logit",
    *,
    level: float = 0.95,
    capped: bool = False,
    **more: Any,
) -> SurveyEstimate:
    """The share of whom `y` (true or false, 1 or 0) is true. `ci`: "logit", "beta" (Korn
    & Graubard 1998) or "mean". `capped`: "beta" on no more cases than answered. `more`:
    as for `svy_mean`."""
    own = _asked(w, (strata, psu, fpc, X), domain, **more)
    return surveys.svy_prop(
        _marks(y), own.sample, domain=own.domain, ci=ci, level=level, capped=capped
    )


def _asked(
    w: Drawn,
    columns: tuple[ArrayLike | None, ...],
    domain: ArrayLike | None,
    *,
    initial: ArrayLike | None = None,
    lonely: Lonely = "refuse",
) -> _Asked:
    where = None if domain is None else _marks(domain)
    if isinstance(w, Design):
        return _Asked(w, where)
    strata, psu, fpc, known = columns
    weights = w if isinstance(w, Weights) else _numbers(w)
    if known is not None and not isinstance(weights, Weights):
        weights = _calibrated(weights, _numbers(known), initial)
    sample = design(
        weights,
        strata=_codes(strata),
        psu=_codes(psu),
        fpc=None if fpc is None else _numbers(fpc),
        lonely=lonely,
    )
    return _Asked(sample, where)


def _calibrated(weights: Numbers, known: Numbers, initial: ArrayLike | None) -> Weights:
    rows = known[:, None] if known.ndim == 1 else known
    first = weights if initial is None else _numbers(initial)
    if len(rows) != len(weights) or first.shape != weights.shape:
        raise ValueError("E_SHAPE")
    deff, effective = kish(weights)
    with np.errstate(invalid="ignore", divide="ignore"):
        g = np.where(first > 0, weights / first, 0.0)
    return Weights(
        weights=weights,
        initial=first,
        g=g,
        deff=deff,
        n=len(weights),
        effective_n=effective,
        iterations=0,
        method="given",
        cells=np.arange(len(weights)),
        rows=rows,
    )


def _numbers(values: ArrayLike) -> Numbers:
    return np.asarray(values, np.float64)


def _codes(values: ArrayLike | None) -> Any:
    """Whole numbers of whatever names the strata and clusters have."""
    if values is None:
        return None
    return np.unique(np.asarray(values), return_inverse=True)[1]


def _marks(values: ArrayLike) -> Marks:
    marks = np.asarray(values)
    if marks.dtype == np.bool_:
        return marks
    if not np.isin(marks, (0, 1)).all():
        raise ValueError("E_SHAPE")
    return marks.astype(np.bool_)
