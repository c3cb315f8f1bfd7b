"""What has become of published promises: counts, claims, verdicts, as far as shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from handslag.core.periods import stockholm_day
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published.contacts import side
from handslag.domain.promises.published.reported import (
    Entry,
    Report,
    Said,
    entries,
    said_of,
)
from handslag.domain.promises.published.targets import TargetStanding, target_standing
from handslag.domain.promises.published.wording import PublishedPromise, PublishedWording
from handslag.domain.promises.rules.release import may_show, may_show_rows
from handslag.domain.promises.rules.verdicts import (
    Claim,
    Due,
    is_due,
    next_due,
    phase,
    standing,
    timeliness,
)
from handslag.domain.promises.rules.words import Origin, Phase, Timeliness, Verdict


@dataclass(frozen=True, slots=True)
class PublishedOutcome:
    """What one follow-up said. `party` empty: the parties together."""

    verdict: Verdict
    result: str
    amount: Decimal | None
    reservation: str
    party: str
    side: str  # whose claim it is: municipality, police, others, or together
    period: str
    forum: str
    summary: str
    stated_status: str
    url: str
    published_on: date | None
    wording: str  # how the follow-up words the promise, when it differs


@dataclass(frozen=True, slots=True)
class PublishedProgress:
    """One thing done. There are none of a promise that can concern a few persons."""

    day: date
    until: date | None
    amount: Decimal
    note: str
    party: str
    occasion: str
    is_correction: bool


@dataclass(frozen=True, slots=True)
class PromiseStanding:
    """A promise with what became of it."""

    promise: PublishedPromise
    verdict: Verdict
    claims: tuple[PublishedOutcome, ...]
    outcomes: tuple[PublishedOutcome, ...]
    targets: tuple[TargetStanding, ...]
    progress: tuple[PublishedProgress, ...]
    late_since: date | None = None  # the day it should have been reported, and was not
    due_on: date | None = None  # the first planned day without a word about it


@dataclass(frozen=True, slots=True)
class PublishedFollowUp:
    """One published follow-up. `party` empty: the parties together."""

    party: str
    period: str
    forum: str
    summary: str
    published_on: date | None  # None for somebody's page: see `url`
    url: str
    answers: date | None  # the day it was promised for


@dataclass(frozen=True, slots=True)
class LastChange:
    """When something on the page last changed, and who changed it (empty: all parties)."""

    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class SetStanding:
    """A set with what became of it."""

    promises: tuple[PromiseStanding, ...]
    phase: Phase
    timeliness: Timeliness
    next_due: date | None
    late_since: date | None
    follow_ups: tuple[PublishedFollowUp, ...] = ()
    last_change: LastChange | None = None


def standing_of(set_: PromiseSet, wording: PublishedWording, *, today: date) -> SetStanding:
    """The standing of every promise in a set."""
    return standings({set_.pk: wording}, today=today)[set_.pk]


def standings(
    wordings: Mapping[int, PublishedWording], *, today: date
) -> dict[int, SetStanding]:
    """The standing of sets, by their number. Two queries, however many promises."""
    outcomes, progress = said_of(wordings), entries(wordings)
    return {
        key: _standing(wording, outcomes[key], progress[key], today=today)
        for key, wording in wordings.items()
    }


def _standing(
    wording: PublishedWording,
    outcomes: list[Said],
    progress: list[Entry],
    *,
    today: date,
) -> SetStanding:
    said, done = _by_promise(outcomes), _by_promise(progress)
    follow_ups = list({one.report.pk: one.report for one in outcomes}.values())
    plan = _plan(wording, follow_ups)
    origin = Origin(wording.origin)
    late = [one.on for one in plan if one.on < today and one.answered is None]
    decided = origin is Origin.DECIDED
    closed = _is_closed(wording, plan, today)
    now = phase(wording.period.starts, wording.period.ends, today=today)
    planned = [one.on for one in plan] if decided else []
    time = _Time(now, is_due(plan, phase=now, today=today), planned)
    return SetStanding(
        promises=tuple(
            _promise(
                promise,
                wording,
                said[promise.id],
                done[promise.id],
                time=time,
                today=today,
                closed=closed,
            )
            for promise in wording.promises
        ),
        phase=now,
        timeliness=timeliness(plan, origin=origin, today=today),
        next_due=next_due(plan) if decided else None,
        late_since=min(late, default=None) if decided else None,
        follow_ups=tuple(_follow_up(one) for one in follow_ups),
        last_change=_last_change(wording, follow_ups, progress),
    )


@dataclass(frozen=True, slots=True)
class _Time:
    """Where a set is in time: what is the same for all its promises."""

    phase: Phase
    is_due: bool
    planned: list[date]  # the days of reporting, for what is decided here


def _plan(wording: PublishedWording, follow_ups: list[Report]) -> list[Due]:
    """The days that were promised, in the approved text, and when each was answered."""
    answered = {
        one.due_on: stockholm_day(one.published_at) for one in follow_ups if one.due_on
    }
    return [Due(one.due_on, answered.get(one.due_on)) for one in wording.plan]


def _is_closed(wording: PublishedWording, plan: Iterable[Due], today: date) -> bool:
    """Nothing more is to come: the time is out, and so is the time to tell of it."""
    ends = wording.period.ends
    if ends is None or today <= ends:
        return False
    last = max(plan, key=lambda due: due.on, default=None)
    return last is None or last.answered is not None or last.on < today


_About = TypeVar("_About", Said, Entry)


def _by_promise(rows: Iterable[_About]) -> defaultdict[str, list[_About]]:
    found: defaultdict[str, list[_About]] = defaultdict(list)
    for row in rows:
        found[row.promise].append(row)
    return found


def _follow_up(row: Report) -> PublishedFollowUp:
    return PublishedFollowUp(
        party=row.party,
        period=row.period,
        forum=row.forum,
        summary=row.summary,
        published_on=row.published_on,
        url=row.url,
        answers=row.due_on,
    )


def _last_change(
    wording: PublishedWording, follow_ups: Iterable[Report], progress: Iterable[Entry]
) -> LastChange | None:
    """The latest of what is reported. Rows about words not yet approved do not count."""
    shown = {promise.id for promise in wording.promises}
    reported = [
        LastChange(row.entered_at, row.party) for row in progress if row.promise in shown
    ]
    followed = [
        LastChange(one.published_at, one.party)
        for one in follow_ups
        if not one.from_document
    ]
    return max([*reported, *followed], key=lambda change: change.at, default=None)


def _promise(
    promise: PublishedPromise,
    wording: PublishedWording,
    outcomes: list[Said],
    progress: list[Entry],
    *,
    time: _Time,
    today: date,
    closed: bool,
) -> PromiseStanding:
    latest = outcomes[0].report if outcomes else None
    speaking = [one for one in outcomes if latest and _same_time(one.report, latest)]
    claims = [
        Claim(one.report.party, Verdict(one.verdict), one.amount)
        for one in speaking
        if one.verdict
    ]
    due_on = _waited_for(time.planned, outcomes)
    return PromiseStanding(
        promise=promise,
        verdict=standing(
            claims, origin=Origin(wording.origin), due=time.is_due, phase=time.phase
        ),
        claims=tuple(_outcome(one, promise) for one in speaking),
        outcomes=tuple(_outcome(one, promise) for one in outcomes),
        targets=tuple(
            target_standing(target, promise, wording, progress, today=today, closed=closed)
            for target in promise.targets
        ),
        progress=tuple(map(_line, progress))
        if may_show_rows(sensitive=promise.is_sensitive)
        else (),
        due_on=due_on,
        late_since=due_on if due_on and due_on < today else None,
    )


def _waited_for(planned: list[date], outcomes: list[Said]) -> date | None:
    """The first planned day, passed or to come, without a word about this promise."""
    reports = [one.report for one in outcomes]
    # A follow-up beyond the plan tells of every day up to the one it was published on.
    told = [one.due_on or one.published_on or date.min for one in reports]
    latest = max(told, default=date.min)
    return min((day for day in planned if day > latest), default=None)


def _same_time(one: Report, latest: Report) -> bool:
    """Two parties' follow-ups of the same period are read together."""
    if one.pk == latest.pk:
        return True
    same_plan = one.planned is not None and one.planned == latest.planned
    same_period = bool(one.period) and one.period == latest.period
    return (same_plan or same_period) and one.party_pk != latest.party_pk


def _outcome(row: Said, promise: PublishedPromise) -> PublishedOutcome:
    report = row.report
    shown = may_show(row.amount, sensitive=promise.is_sensitive)
    return PublishedOutcome(
        verdict=Verdict(row.verdict or Verdict.UNKNOWN),
        result=row.result if shown else "",
        amount=row.amount if shown else None,
        reservation=row.reservation if shown else "",
        party=report.party,
        side=side(report.party_kind) if report.party_pk else "together",
        period=report.period,
        forum=report.forum,
        summary=report.summary,
        stated_status=row.stated_status,
        url=report.url,
        published_on=report.published_on,
        wording="" if row.other_words == promise.text else row.other_words,
    )


def _line(row: Entry) -> PublishedProgress:
    return PublishedProgress(
        day=row.day,
        until=row.until,
        amount=row.amount,
        note=row.note,
        party=row.party,
        occasion=row.occasion,
        is_correction=row.is_correction,
    )
