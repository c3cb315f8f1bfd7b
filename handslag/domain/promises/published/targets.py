"""A published target against what is counted towards it, as far as it may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.domain.promises.published.reported import Entry
from handslag.domain.promises.published.wording import (
    PublishedPromise,
    PublishedTarget,
    PublishedWording,
)
from handslag.domain.promises.rules.release import (
    may_show,
    may_show_part,
    may_show_share,
)
from handslag.domain.promises.rules.targets import (
    Count,
    Judgement,
    Log,
    Target,
    judged,
    needed,
)
from handslag.domain.promises.rules.words import Op
from handslag.statistics.intervals import Estimate, share


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """A target against its count. `done` is None when it may not be shown."""

    target: PublishedTarget
    done: Decimal | None
    needed: Decimal | None
    judgement: Judgement
    behind: Decimal | None  # how many fewer than planned by now
    inside: Estimate | None  # share inside the time limit
    hidden: bool


def target_standing(
    target: PublishedTarget,
    promise: PublishedPromise,
    wording: PublishedWording,
    progress: Iterable[Entry],
    *,
    today: date,
    closed: bool,
) -> TargetStanding:
    """`closed`: nothing more is expected in the log."""
    rows = [row for row in progress if _counts(row, target, promise)]
    log = Log(
        tuple(
            Count(row.day, row.amount, row.within, row.occasion, row.in_part)
            for row in rows
        ),
        closed=closed,
    )
    goal = as_rule(target, wording)
    cases, shown = _shown(target, log, sensitive=promise.is_sensitive)
    asked = needed(goal)
    return TargetStanding(
        target=target,
        done=cases if shown and rows else None,
        needed=asked,
        # An empty log is silence: it does not say that nothing was done.
        judgement=judged(goal, log) if shown and rows else Judgement.CANNOT_SAY,
        behind=_behind(goal, cases, asked, today) if shown and rows else None,
        inside=_inside(log, promise) if target.op is Op.WITHIN else None,
        hidden=not shown,
    )


def _shown(target: PublishedTarget, log: Log, *, sensitive: bool) -> tuple[Decimal, bool]:
    """What is counted towards the target, and whether it may be shown."""
    if target.op is not Op.SUBSET:
        return log.total, may_show(log.total, sensitive=sensitive)
    return log.in_part, may_show_part(log.total, log.in_part, sensitive=sensitive)


def _counts(row: Entry, target: PublishedTarget, promise: PublishedPromise) -> bool:
    """Does the row count towards this target? A sub-quota reads the rows of the whole."""
    if row.target is None:
        return len(promise.targets) == 1
    return row.target in {target.id, target.part_of}


def as_rule(target: PublishedTarget, wording: PublishedWording) -> Target:
    """The target as the pure rule reads it."""
    return Target(
        op=target.op,
        low=target.low,
        high=target.high,
        per=target.per,
        starts=wording.period.starts,
        ends=wording.period.ends,
        out_of=target.out_of,
        least_share=target.least_share,
    )


def _inside(log: Log, promise: PublishedPromise) -> Estimate | None:
    within = log.within
    if within is None or log.total <= 0:
        return None
    if not may_show_share(log.total, within, sensitive=promise.is_sensitive):
        return None
    return share(int(within), int(log.total))


_PACED = frozenset({Op.MIN, Op.EXACT, Op.AVG_MIN})


def _behind(
    target: Target, done: Decimal, asked: Decimal | None, today: date
) -> Decimal | None:
    """How many fewer than an even pace would have given by now. None: not behind."""
    if asked is None or target.op not in _PACED or not target.starts or not target.ends:
        return None
    if not target.starts <= today <= target.ends:
        return None
    length = (target.ends - target.starts).days + 1
    gone = Decimal((today - target.starts).days) / length
    missing = (asked * gone).to_integral_value(rounding="ROUND_FLOOR") - done
    return missing if missing > 0 else None
