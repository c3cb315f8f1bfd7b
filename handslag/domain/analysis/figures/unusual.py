"""Whether the last week had more than is usual, of all kinds at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from handslag.domain.analysis.queries.sums import Weekly, registered, weekly
from handslag.domain.analysis.rules import Question
from handslag.domain.incidents.rules import Top
from handslag.statistics.temporal.alarms import Settings, farrington
from handslag.statistics.unusual import (
    LEAST_EVENTS,
    LEAST_WINDOWS,
    MOST_WEEKS,
    unusual,
)

SHOWN = 13  # weeks
SURE = 0.05  # that any kind at all is called unexpected in a week like all others
YEARS = (3, 5)  # that the same season is compared with
_YEAR, _BESIDE = 52, 3  # weeks, and how many to each side belong to the same season
# Where weeks vary more than chance makes them, the limit is passed up to twice as often
# as it says: what it takes to be known is estimated.
_HELD = 0.5
_RECENT = 4  # weeks in which there are at least five, else nothing is said

Table = NDArray[np.float64]


class Past(StrEnum):
    """What a week is held against."""

    YEARS = "years"  # the same weeks of earlier years
    WEEKS = "weeks"  # the half year before it
    SHORT = "short"  # too little is known


@dataclass(frozen=True, slots=True)
class Kind:
    """The last week: `limit` is the most that is not unexpected; none when nothing can be
    said, since there are too few."""

    top: Top
    count: int
    limit: float | None

    @property
    def is_unexpected(self) -> bool:
        return self.limit is not None and self.count > self.limit


@dataclass(frozen=True, slots=True, eq=False)
class Unexpected:
    """The last whole week, that began on `monday`, and those before it (`counts`, weeks by
    kinds; `limits` the most that is not unexpected, NaN where too little is known).

    `known` is how many whole weeks there are before it, `years` how many of them are
    compared with, `registered` the share that usually has come by now.
    """

    past: Past
    monday: date
    kinds: Sequence[Kind]
    mondays: Sequence[date]
    counts: NDArray[np.int64]
    limits: Table
    known: int
    years: int
    registered: float | None

    @property
    def alarms(self) -> list[Kind]:
        """Those beyond their limit, the furthest first."""
        found = [one for one in self.kinds if one.is_unexpected]
        return sorted(found, key=_far, reverse=True)

    @property
    def judged(self) -> list[Kind]:
        """Those of which something can be said, the furthest first."""
        found = [one for one in self.kinds if one.limit is not None]
        return sorted(found, key=_far, reverse=True)


def unexpected(question: Question, *, today: date) -> Unexpected | None:
    """No query. None: no whole week is known."""
    rows = weekly(question, today=today)
    if not len(rows.counts):
        return None
    return judged(rows, question.tops, registered(question, today=today))


def judged(
    rows: Weekly, tops: Sequence[Top], registered_: float | None = None
) -> Unexpected:
    """The last of the weeks against those before it. The kinds share the risk of a false
    alarm (Bonferroni): the more are looked at, the further each must stand out."""
    known = len(rows.counts) - 1
    years = min((known - _BESIDE) // _YEAR, YEARS[1])
    past = _past(known, years)
    many = min(SHOWN, len(rows.counts))
    limits = _limits(rows.counts, past, years, many, SURE / len(tops))
    shown, few = rows.counts[-many:], rows.counts[-_RECENT:].sum(axis=0) < LEAST_EVENTS
    return Unexpected(
        past=past,
        monday=rows.mondays[-1],
        kinds=[
            Kind(top, int(n), None if np.isnan(limit) or few else float(limit))
            for top, n, limit, few in zip(tops, shown[-1], limits[-1], few, strict=True)
        ],
        mondays=rows.mondays[-many:],
        counts=shown,
        limits=limits,
        known=known,
        years=years if past is Past.YEARS else 0,
        registered=registered_,
    )


def _far(one: Kind) -> float:
    return one.count / max(one.limit or 0.0, 1.0)


def _past(known: int, years: int) -> Past:
    if years >= YEARS[0]:
        return Past.YEARS
    return Past.WEEKS if known >= LEAST_WINDOWS else Past.SHORT


def _limits(
    counts: NDArray[np.int64], past: Past, years: int, many: int, alpha: float
) -> Table:
    """The most that is not unexpected, of the last weeks; NaN where nothing can be said."""
    last = np.arange(len(counts) - many, len(counts))
    found = np.full((many, counts.shape[1]), np.nan)
    if past is Past.YEARS:
        is_known = last >= years * _YEAR + _BESIDE
        chosen = Settings(b=years)
        result = farrington(counts, last[is_known], alpha=alpha * _HELD, settings=chosen)
        found[is_known] = result.upper
    elif past is Past.WEEKS:
        for nr, week in enumerate(last):
            for kind in range(counts.shape[1]):
                found[nr, kind] = _limit(counts[: week + 1, kind], alpha)
    return found


def _limit(counts: NDArray[np.int64], alpha: float) -> float:
    """Against the half year before. What has come as often there is not unexpected."""
    usual = counts[-1 - MOST_WEEKS : -1][::-1].tolist()
    result = unusual(LEAST_EVENTS, usual, level=1 - alpha)
    return max(result.upper, *usual) if result.can_be_judged else np.nan
