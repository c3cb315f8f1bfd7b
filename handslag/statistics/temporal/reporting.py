"""More crimes, or only more who report them? Reports against a survey."""

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Literal

from scipy.special import ndtri

from handslag.statistics.intervals import Estimate

FEW = 5  # reports in either period
_LOG = "difference of logarithms"
Key = Literal["up", "down", "report", "dark", "none"]
Rate = Estimate | tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingSplit(Estimate):
    """`estimate`: the crimes of the later period against those of the earlier one;
    `reports` and `reporting` the same of what was reported and of the share who report.
    `verdict`: up, down, report, dark or none."""

    reports: Estimate
    reporting: Estimate
    verdict: Key = "none"


def reporting_split(
    reports0: float,
    reports1: float,
    rate0: Rate,
    rate1: Rate,
    *,
    phi: float = 1.0,
    level: float = 0.95,
) -> ReportingSplit:
    """What became of the crimes when reports went from `reports0` to `reports1`, and
    the share who say in a survey that they reported from `rate0` to `rate1`.

    A rate is an Estimate or a pair: the share, 0 to 1, and its standard error. Reports
    are crimes times the share reported, so that their logarithms are subtracted, by the
    delta method; `phi`, how much more counts vary than chance alone makes them.
    Verdicts: `up`, `down`, surely; `report`, surely more reports but not surely more
    crimes; `dark`, surely fewer reports but more crimes; else `none`. Flag `few`: fewer
    than five reports in a period. Raises ValueError: E_NEGATIVE, E_EMPTY for a share of
    nought or without a standard error, E_SHAPE. Oehlert (1992), Am. Statistician 46, 27.
    """
    (more, seen), (oftener, told) = _counted(reports0, reports1, phi), _asked(rate0, rate1)
    flags = ("few",) if min(reports0, reports1) < FEW else ()
    n = round(reports0 + reports1)
    reports = Estimate(*_ratio(more, seen, level), level, n, _LOG, sqrt(seen))
    crimes = _ratio(more - oftener, seen + told, level)
    return ReportingSplit(
        *crimes,
        level,
        n,
        "delta method",
        sqrt(seen + told),
        flags=flags,
        reports=reports,
        reporting=Estimate(*_ratio(oftener, told, level), level, n, _LOG, sqrt(told)),
        verdict="none" if flags else _verdict(crimes, reports),
    )


def _counted(before: float, after: float, phi: float) -> tuple[float, float]:
    """The logarithm of the ratio, and its variance; half a report where there is none,
    since the logarithm of nought says nothing."""
    if min(before, after) < 0:
        raise ValueError("E_NEGATIVE")
    half = 0.5 if min(before, after) == 0 else 0.0
    before, after = before + half, after + half
    return log(after / before), max(phi, 1.0) * (1 / before + 1 / after)


def _asked(rate0: Rate, rate1: Rate) -> tuple[float, float]:
    one, other = _told(rate0), _told(rate1)
    variance = (one[1] / one[0]) ** 2 + (other[1] / other[0]) ** 2
    return log(other[0] / one[0]), variance


def _told(rate: Rate) -> tuple[float, float]:
    share, se = (rate.estimate, rate.se) if isinstance(rate, Estimate) else rate
    if se is None or not share > 0:
        raise ValueError("E_EMPTY")
    if share > 1 or se < 0:
        raise ValueError("E_SHAPE")
    return share, se


def _ratio(log_ratio: float, variance: float, level: float) -> tuple[float, float, float]:
    half = float(ndtri(0.5 + level / 2)) * sqrt(variance)
    return exp(log_ratio), exp(log_ratio - half), exp(log_ratio + half)


def _verdict(crimes: tuple[float, float, float], reports: Estimate) -> Key:
    _, lower, upper = crimes
    if lower > 1:
        return "dark" if reports.upper < 1 else "up"
    if reports.lower > 1:
        return "report"
    return "down" if upper < 1 else "none"
