"""Did it move next door? Counts here, in the ring around, and where nothing was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan, sqrt
from typing import Any

from scipy.special import ndtr, ndtri

from handslag.statistics.intervals import Estimate

Pair = Sequence[float]  # before and after
_PAIR = 2
_FEW = 20


@dataclass(frozen=True, slots=True)
class Difference(Estimate):
    """How many more events there were than expected: below nought when fewer."""

    se: float = nan
    df: float = inf
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Displacement(Difference):
    """The total, and of it what came `here` and what in the `ring`, each with its own
    interval; without a ring there is none."""

    here: Difference | None = None
    ring: Difference | None = None


@dataclass(frozen=True, slots=True)
class Quotient:
    """The weighted displacement quotient. It has no interval that holds: `lower` and
    `upper` are not numbers. Above 0 the ring gained too, below -1 it lost more than was
    gained here. `success` is below nought when it went better here than where nothing
    was done; the quotient says nothing otherwise (flag no_success).
    `gross_effect`: fewer events here; `total_net_effect`: fewer than expected, here and
    in the ring."""

    estimate: float
    success: float
    gross_effect: float
    total_net_effect: float
    n: int
    lower: float = nan
    upper: float = nan
    level: float = nan
    method: str = "weighted displacement quotient"
    flags: tuple[str, ...] = ("no_interval",)


def wdd(
    treated: Pair,
    comparison: Pair,
    ring: Pair | None = None,
    ring_comparison: Pair | None = None,
    phi: float = 1.0,
    *,
    periods: Pair = (1.0, 1.0),
    areas: Sequence[float] = (1.0, 1.0, 1.0, 1.0),
    level: float = 0.95,
) -> Displacement:
    """Events (before, after) where something was done, less those where it was not, and
    the same for the ring around each: the weighted displacement difference.

    `periods`: how long the spans are, `areas` how large the four areas are in the order
    of the arguments; the figure is then per unit of both. Flag few: under twenty events.
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY.
    Wheeler & Ratcliffe (2018), Crime Science 7:11.
    """
    pairs = [treated, comparison]
    if ring is not None and ring_comparison is not None:
        pairs += [ring, ring_comparison]
    elif ring is not None or ring_comparison is not None:
        raise ValueError("E_SHAPE")
    _checked(pairs, periods, areas)
    each = [_change(pair, periods, area) for pair, area in zip(pairs, areas, strict=False)]
    spread = max(phi, 1.0)
    here = _difference(each[:2], pairs[:2], spread, level)
    around = _difference(each[2:], pairs[2:], spread, level) if ring is not None else None
    se = sqrt(spread * sum(variance for _, variance in each))
    return Displacement(
        **_parts(here.estimate + (around.estimate if around else 0.0), se, level),
        n=round(sum(map(sum, pairs))),
        method="weighted displacement difference",
        flags=("few",) if sum(treated) < _FEW else (),
        here=here,
        ring=around,
    )


def _checked(pairs: Sequence[Pair], periods: Pair, areas: Sequence[float]) -> None:
    if any(len(pair) != _PAIR for pair in (*pairs, periods)) or len(areas) < len(pairs):
        raise ValueError("E_SHAPE")
    if min(map(min, pairs)) < 0:
        raise ValueError("E_NEGATIVE")
    if min(periods) <= 0 or min(areas) <= 0 or sum(map(sum, pairs)) == 0:
        raise ValueError("E_EMPTY")


def _change(pair: Pair, periods: Pair, area: float) -> tuple[float, float]:
    """After less before, and its variance."""
    (before, after), (first, last) = pair, periods
    change = (after / last - before / first) / area
    return change, (after / last**2 + before / first**2) / area**2


def _difference(
    changes: Sequence[tuple[float, float]], pairs: Sequence[Pair], phi: float, level: float
) -> Difference:
    (own, own_variance), (other, other_variance) = changes
    return Difference(
        **_parts(own - other, sqrt(phi * (own_variance + other_variance)), level),
        n=round(sum(map(sum, pairs))),
        method="difference of differences",
    )


def _parts(estimate: float, se: float, level: float) -> dict[str, Any]:
    half = float(ndtri(0.5 + level / 2)) * se
    p = 2 * float(ndtr(-abs(estimate) / se)) if se else 1.0
    return {
        "estimate": estimate,
        "lower": estimate - half,
        "upper": estimate + half,
        "level": level,
        "se": se,
        "df": inf,
        "p": p,
    }


def wdq(treated: Pair, ring: Pair, comparison: Pair) -> Quotient:
    """The weighted displacement quotient of counts (before, after), with the measures
    that belong to it. A description: prefer `wdd`, which has an interval.

    Where there are no events to divide by, it is not a number (flag undefined).
    Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY when nothing happened in the
    comparison area. Bowers & Johnson (2003), Journal of Quantitative Criminology 19,
    275-301; Guerette (2009), Analyzing crime displacement and diffusion.
    """
    _checked([treated, ring, comparison], (1.0, 1.0), (1.0, 1.0, 1.0))
    if min(comparison) == 0:
        raise ValueError("E_EMPTY")
    (r0, r1), (d0, d1), (c0, c1) = treated, ring, comparison
    success = r1 / c1 - r0 / c0
    flags = ["no_interval"]
    if success >= 0:
        flags.append("no_success")
    if success == 0:
        flags.append("undefined")
    return Quotient(
        estimate=(d1 / c1 - d0 / c0) / success if success else nan,
        success=success,
        gross_effect=r0 - r1,
        total_net_effect=(r0 * c1 / c0 - r1) + (d0 * c1 / c0 - d1),
        n=round(r0 + r1 + d0 + d1 + c0 + c1),
        flags=tuple(flags),
    )
