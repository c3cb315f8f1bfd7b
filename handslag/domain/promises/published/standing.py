"""What has become of published promises: counts, claims, verdicts, as far as shown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.core.periods import stockholm_day
from handslag.domain.promises.models import FollowUp, Outcome, ProgressEntry, PromiseSet
from handslag.domain.promises.published.wording import (
    PublishedPromise,
    PublishedTarget,
    PublishedWording,
)
from handslag.domain.promises.rules.release import may_show, may_show_share
from handslag.domain.promises.rules.targets import (
    Count,
    Judgement,
    Log,
    Target,
    judged,
    needed,
)
from handslag.domain.promises.rules.verdicts import (
    Claim,
    Due,
    next_due,
    standing,
    timeliness,
)
from handslag.domain.promises.rules.words import Op, Origin, Timeliness, Verdict
from handslag.statistics.intervals import Estimate, share


@dataclass(frozen=True, slots=True)
class PublishedOutcome:
    """What one follow-up said. `party` empty: the parties together."""

    verdict: Verdict
    result: str
    amount: Decimal | None
    reservation: str
    party: str
    period: str
    forum: str
    summary: str
    stated_status: str
    url: str
    published_on: date | None
    wording: str  # how the follow-up words the promise, when it differs


@dataclass(frozen=True, slots=True)
class PublishedProgress:
    """One thing done. `amount` and `note` are None and empty when they may not be shown."""

    day: date
    until: date | None
    amount: Decimal | None
    note: str
    party: str
    occasion: str
    is_correction: bool


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


@dataclass(frozen=True, slots=True)
class PromiseStanding:
    """A promise with what became of it."""

    promise: PublishedPromise
    verdict: Verdict
    claims: tuple[PublishedOutcome, ...]
    outcomes: tuple[PublishedOutcome, ...]
    targets: tuple[TargetStanding, ...]
    progress: tuple[PublishedProgress, ...]


@dataclass(frozen=True, slots=True)
class SetStanding:
    """A set with what became of it."""

    promises: tuple[PromiseStanding, ...]
    timeliness: Timeliness
    next_due: date | None
    late_since: date | None


def standing_of(set_: PromiseSet, wording: PublishedWording, *, today: date) -> SetStanding:
    """The standing of every promise in a set. Three queries, however many promises."""
    follow_ups = list(
        FollowUp.objects.filter(set=set_, published_at__isnull=False).select_related(
            "party", "planned", "document"
        )
    )
    said = _outcomes(set_)
    progress = _progress(set_)
    plan = _plan(wording, follow_ups)
    due = any(one.on <= today and one.answered is None for one in plan)
    origin = Origin(wording.origin)
    late = [one.on for one in plan if one.on < today and one.answered is None]
    return SetStanding(
        promises=tuple(
            _promise(
                promise,
                wording,
                said[promise.id],
                progress[promise.id],
                due=due,
                today=today,
            )
            for promise in wording.promises
        ),
        timeliness=timeliness(plan, origin=origin, today=today),
        next_due=next_due(plan) if origin is Origin.DECIDED else None,
        late_since=min(late, default=None) if origin is Origin.DECIDED else None,
    )


def _plan(wording: PublishedWording, follow_ups: list[FollowUp]) -> list[Due]:
    """The days that were promised, in the approved text, and when each was answered."""
    answered = {
        one.planned.due_on: stockholm_day(one.published_at)
        for one in follow_ups
        if one.planned and one.published_at
    }
    return [Due(one.due_on, answered.get(one.due_on)) for one in wording.plan]


def _outcomes(set_: PromiseSet) -> defaultdict[str, list[Outcome]]:
    """Published outcomes by the promise they speak of, latest follow-up first."""
    rows = (
        Outcome.objects.filter(follow_up__set=set_, follow_up__published_at__isnull=False)
        .select_related("promise__same_as", "follow_up__party", "follow_up__document")
        .order_by("-follow_up__position", "-follow_up__pk")
    )
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    for row in rows:
        found[str((row.promise.same_as or row.promise).public_id)].append(row)
    return found


def _progress(set_: PromiseSet) -> defaultdict[str, list[ProgressEntry]]:
    rows = ProgressEntry.objects.filter(promise__set=set_).select_related(
        "promise", "organisation", "target"
    )
    found: defaultdict[str, list[ProgressEntry]] = defaultdict(list)
    for row in rows:
        found[str(row.promise.public_id)].append(row)
    return found


def _promise(
    promise: PublishedPromise,
    wording: PublishedWording,
    outcomes: list[Outcome],
    progress: list[ProgressEntry],
    *,
    due: bool,
    today: date,
) -> PromiseStanding:
    latest = outcomes[0].follow_up if outcomes else None
    speaking = [one for one in outcomes if latest and _same_time(one.follow_up, latest)]
    claims = [
        Claim(_teller(one), Verdict(one.verdict), one.amount)
        for one in speaking
        if one.verdict
    ]
    shown = {one.pk: _outcome(one, promise) for one in outcomes}
    return PromiseStanding(
        promise=promise,
        verdict=standing(claims, origin=Origin(wording.origin), due=due),
        claims=tuple(shown[one.pk] for one in speaking),
        outcomes=tuple(shown.values()),
        targets=tuple(
            _target(target, promise, wording, progress, today=today)
            for target in promise.targets
        ),
        progress=tuple(_line(row, promise) for row in progress),
    )


def _same_time(one: FollowUp, latest: FollowUp) -> bool:
    """Two parties' follow-ups of the same period are read together."""
    if one.pk == latest.pk:
        return True
    same_plan = one.planned_id is not None and one.planned_id == latest.planned_id
    same_period = bool(one.period_stated) and one.period_stated == latest.period_stated
    return (same_plan or same_period) and one.party_id != latest.party_id


def _teller(outcome: Outcome) -> str:
    party = outcome.follow_up.party
    return party.name if party else ""


def _outcome(row: Outcome, promise: PublishedPromise) -> PublishedOutcome:
    follow_up = row.follow_up
    shown = may_show(row.amount, sensitive=promise.is_sensitive)
    document = follow_up.document
    return PublishedOutcome(
        verdict=Verdict(row.verdict or Verdict.UNKNOWN),
        result=(row.result or "") if shown else "",
        amount=row.amount if shown else None,
        reservation=row.reservation if shown else "",
        party=_teller(row),
        period=follow_up.period_stated,
        forum=follow_up.forum,
        summary=follow_up.summary,
        stated_status=row.stated_status or "",
        url=(document.url or "") if document else "",
        published_on=(
            stockholm_day(follow_up.published_at)
            if follow_up.published_at and document is None
            else None
        ),
        wording=row.promise.text if row.promise.text != promise.text else "",
    )


def _line(row: ProgressEntry, promise: PublishedPromise) -> PublishedProgress:
    """A single row of a sensitive promise says when, and no more."""
    shown = not promise.is_sensitive
    return PublishedProgress(
        day=row.day,
        until=row.until,
        amount=row.amount if shown else None,
        note=row.note if shown else "",
        party=row.organisation.name,
        occasion=row.occasion if shown else "",
        is_correction=row.corrects_id is not None,
    )


def _target(
    target: PublishedTarget,
    promise: PublishedPromise,
    wording: PublishedWording,
    progress: Iterable[ProgressEntry],
    *,
    today: date,
) -> TargetStanding:
    rows = [row for row in progress if _counts(row, target, promise)]
    ends = wording.period.ends
    log = Log(
        tuple(
            Count(row.day, row.amount, row.within, row.occasion, row.in_part)
            for row in rows
        ),
        closed=ends is not None and today > ends,
    )
    goal = as_rule(target, wording)
    cases = log.in_part if target.op is Op.SUBSET else log.total
    shown = may_show(cases, sensitive=promise.is_sensitive)
    asked = needed(goal)
    return TargetStanding(
        target=target,
        done=cases if shown and rows else None,
        needed=asked,
        judgement=judged(goal, log) if shown else Judgement.CANNOT_SAY,
        behind=_behind(goal, cases, asked, today) if shown and rows else None,
        inside=_inside(log, promise) if target.op is Op.WITHIN else None,
        hidden=not shown,
    )


def _counts(row: ProgressEntry, target: PublishedTarget, promise: PublishedPromise) -> bool:
    """Does the row count towards this target? A sub-quota reads the rows of the whole."""
    if row.target is None:
        return len(promise.targets) == 1
    return str(row.target.public_id) in {target.id, target.part_of}


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
