"""The numbers that the sentence of a verdict needs, taken from the result itself."""

from dataclasses import dataclass
from math import isnan
from typing import Any

from handslag.statistics.comparisons import Change
from handslag.statistics.surveys import SurveyEstimate
from handslag.statistics.temporal.trends import Trend


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers of one result, for its sentence. Shares are between 0 and 1.

    `before` and `after`: counts, or shares where `is_share`. `change` with `low` and
    `high`: a ratio (1 is no change), or where `is_share` a difference, or a share itself.
    `mde`: the smallest change that could have been found. `kind` is what is counted, as
    one says it of many; `area` what it was compared with. A change without counts is one
    for each year.
    """

    before: float | None = None
    after: float | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None
    mde: float | None = None
    expected: float | None = None
    limit: float | None = None
    registered: float | None = None
    kind: str = ""
    area: str = ""
    week: int | None = None
    least: int = 30
    is_share: bool = False


# What a result calls it, and what it is called here.
_NAMES = {
    **{"estimate": "change", "lower": "low", "upper": "high", "mde": "mde"},
    **{"observed": "after", "expected": "expected", "count": "after"},
    "share": "registered",
}


def facts_of(result: object, **more: Any) -> Facts:
    """The facts of a result, and `more` that it does not know: counts, area, kind, week.

    An alarm's `upper` is its limit; the ends of other results are their intervals.
    """
    found: dict[str, Any] = {
        ours: getattr(result, theirs)
        for theirs, ours in _NAMES.items()
        if _is_known(getattr(result, theirs, None))
    }
    if not hasattr(result, "estimate") and "high" in found:
        found["limit"] = found.pop("high")
    if isinstance(result, Change):
        found["is_share"] = True
    if isinstance(result, Trend):
        found |= {ours: 1 + found[ours] / 100 for ours in ("change", "low", "high")}
    if isinstance(result, SurveyEstimate):
        found = {ours: found[ours] for ours in ("change", "low", "high")}
    return Facts(**{**found, **more})


def _is_known(value: object) -> bool:
    return isinstance(value, int | float) and not isnan(value)
