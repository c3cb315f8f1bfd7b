"""How many reports led to something: what of it may be said to everyone, and when. Pure.

A figure is of all reports of some months that follow each other. Each month is in one
figure at most, and no figure is ever made again, so there is nothing to subtract. Every
number is of at least five reports or of none, and is rounded: so it cannot be set against
the public map, which counts the same reports by place.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from handslag.domain.incidents.rules.fates import LED, NOT_LED, Fate, Told, best_of
from handslag.domain.incidents.rules.release import (
    NOT_DRAWN,
    latest_closed,
    months_before,
    reporter,
)
from handslag.domain.incidents.rules.words import Channel

FEWEST_REPORTS = 20  # no share is said of fewer
FEWEST_REPORTERS = 5
FEWEST_DAYS = 3
SMALL = 5
ROUNDED_TO = 5
# Whole months that a report has had before it is judged what became of it.
WAITS = 2
# Months in one figure at most: what is older may be forgotten before it is counted.
LONGEST = 21
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """One report: who sent it as far as is known, when, and what became of it."""

    reporter: tuple[object, ...]
    received: date
    days: int | None
    fate: Fate


@dataclass(frozen=True, slots=True)
class Part:
    """So many reports became one of these. Several: too few to be told apart."""

    fates: tuple[Fate, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Figure:
    """What may be said: of so many reports, how many in ten led to something.

    `half_within`: half of all had an answer within so many days; None: fewer had one.
    """

    n: int
    tenths: int
    parts: tuple[Part, ...]
    half_within: int | None


def month_due(today: date) -> date:
    """The latest month whose reports may be judged."""
    return months_before(latest_closed(today), WAITS)


def counted(told: Iterable[Told]) -> list[Counted]:
    """The reports behind these incidents that count: those of a trouble, and not those
    that came with a file, of which nobody here knows what became."""
    by_report: dict[int, list[Told]] = {}
    for one in told:
        if one.top not in NOT_DRAWN and one.channel is not Channel.IMPORTED:
            by_report.setdefault(one.report, []).append(one)
    return [_report(those) for those in by_report.values()]


def _report(those: Sequence[Told]) -> Counted:
    days = [one.days for one in those if one.days is not None]
    return Counted(
        reporter=reporter(those[0]),
        received=those[0].received,
        days=min(days) if days else None,
        fate=best_of([one.fate for one in those]),
    )


def figure(reports: Collection[Counted]) -> Figure | None:
    """The figure of these reports; none as long as it would point at a few."""
    n, fates = len(reports), Counter(one.fate for one in reports)
    led = sum(fates[one] for one in LED)
    if not _may_release(reports, led):
        return None
    parts = [*_parts(LED, fates), *_parts(NOT_LED, fates)]
    return Figure(
        n=rounded(n),
        tenths=(2 * TENTHS * led + n) // (2 * n),
        parts=tuple(Part(one.fates, rounded(one.n)) for one in parts),
        half_within=_half_within(reports),
    )


def _may_release(reports: Collection[Counted], led: int) -> bool:
    """Enough of everything; and neither those that led nor the others are a few."""
    return (
        len(reports) >= FEWEST_REPORTS
        and len({one.reporter for one in reports}) >= FEWEST_REPORTERS
        and len({one.received for one in reports}) >= FEWEST_DAYS
        and not any(0 < few < SMALL for few in (led, len(reports) - led))
    )


def _parts(group: Sequence[Fate], fates: Counter[Fate]) -> list[Part]:
    """What becomes of a few is put together with the next fewest until it is not few."""
    parts = [Part((one,), fates[one]) for one in group]
    while few := [one for one in parts if 0 < one.n < SMALL]:
        first = min(few, key=lambda one: one.n)
        others = [one for one in parts if one is not first and one.n]
        other = min(others, key=lambda one: one.n)
        at = min(parts.index(first), parts.index(other))
        fates_ = tuple(one for one in group if one in {*first.fates, *other.fates})
        kept = [one for one in parts if one is not first and one is not other]
        parts = [*kept[:at], Part(fates_, first.n + other.n), *kept[at:]]
    return parts


def _half_within(reports: Collection[Counted]) -> int | None:
    """Those without an answer count as later than all others."""
    days = sorted(one.days for one in reports if one.days is not None)
    half = ceil(len(reports) / 2)
    return days[half - 1] if len(days) >= half else None


def rounded(n: int) -> int:
    return ROUNDED_TO * ((2 * n + ROUNDED_TO) // (2 * ROUNDED_TO))
