"""What has become of published promises: counts, claims, verdicts, as far as shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from handslag.core.periods import stockholm_day
from handslag.domain.promises.models import FollowUp, Outcome, ProgressEntry, PromiseSet
from handslag.domain.promises.published.contacts import side
from handslag.domain.promises.published.targets import TargetStanding, target_standing
from handslag.domain.promises.published.wording import PublishedPromise, PublishedWording
from handslag.domain.promises.rules.release import may_show
from handslag.domain.promises.rules.verdicts import (
    Claim,
    Due,
    next_due,
    standing,
    timeliness,
)
from handslag.domain.promises.rules.words import Origin, Timeliness, Verdict


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
    """One thing done. `amount` and `note` are None and empty when they may not be shown."""

    day: date
    until: date | None
    amount: Decimal | None
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
    outcomes, progress = _outcomes(wordings), _progress(wordings)
    return {
        key: _standing(wording, outcomes[key], progress[key], today=today)
        for key, wording in wordings.items()
    }


def _standing(
    wording: PublishedWording,
    outcomes: list[Outcome],
    progress: list[ProgressEntry],
    *,
    today: date,
) -> SetStanding:
    said, done = _by_promise(outcomes), _by_entry(progress)
    follow_ups = list({one.follow_up_id: one.follow_up for one in outcomes}.values())
    plan = _plan(wording, follow_ups)
    passed = [one.on for one in plan if one.on < today]
    origin = Origin(wording.origin)
    late = [one.on for one in plan if one.on < today and one.answered is None]
    decided = origin is Origin.DECIDED
    return SetStanding(
        promises=tuple(
            _promise(
                promise,
                wording,
                said[promise.id],
                done[promise.id],
                passed=passed if decided else [],
                today=today,
            )
            for promise in wording.promises
        ),
        timeliness=timeliness(plan, origin=origin, today=today),
        next_due=next_due(plan) if decided else None,
        late_since=min(late, default=None) if decided else None,
        follow_ups=tuple(_follow_up(one) for one in follow_ups),
        last_change=_last_change(wording, follow_ups, progress),
    )


def _plan(wording: PublishedWording, follow_ups: list[FollowUp]) -> list[Due]:
    """The days that were promised, in the approved text, and when each was answered."""
    answered = {
        one.planned.due_on: stockholm_day(one.published_at)
        for one in follow_ups
        if one.planned and one.published_at
    }
    return [Due(one.due_on, answered.get(one.due_on)) for one in wording.plan]


def _outcomes(sets: Iterable[int]) -> defaultdict[int, list[Outcome]]:
    """Published outcomes by set, latest follow-up first."""
    rows = (
        Outcome.objects.filter(
            follow_up__set__in=list(sets), follow_up__published_at__isnull=False
        )
        .select_related(
            "promise__same_as",
            "follow_up__party",
            "follow_up__planned",
            "follow_up__document",
        )
        .order_by("-follow_up__position", "-follow_up__pk")
    )
    found: defaultdict[int, list[Outcome]] = defaultdict(list)
    for row in rows:
        found[row.follow_up.set_id].append(row)
    return found


def _by_promise(outcomes: Iterable[Outcome]) -> defaultdict[str, list[Outcome]]:
    """Outcomes by the promise they speak of, in whichever document's words."""
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    for row in outcomes:
        found[str((row.promise.same_as or row.promise).public_id)].append(row)
    return found


def _progress(sets: Iterable[int]) -> defaultdict[int, list[ProgressEntry]]:
    rows = ProgressEntry.objects.filter(promise__set__in=list(sets)).select_related(
        "promise", "organisation", "target"
    )
    found: defaultdict[int, list[ProgressEntry]] = defaultdict(list)
    for row in rows:
        found[row.promise.set_id].append(row)
    return found


def _by_entry(progress: Iterable[ProgressEntry]) -> defaultdict[str, list[ProgressEntry]]:
    found: defaultdict[str, list[ProgressEntry]] = defaultdict(list)
    for row in progress:
        found[str(row.promise.public_id)].append(row)
    return found


def _follow_up(row: FollowUp) -> PublishedFollowUp:
    of_ours = row.document is None and row.published_at is not None
    return PublishedFollowUp(
        party=row.party.name if row.party else "",
        period=row.period_stated,
        forum=row.forum,
        summary=row.summary,
        published_on=stockholm_day(row.published_at)
        if of_ours and row.published_at
        else None,
        url=(row.document.url or "") if row.document else "",
        answers=row.planned.due_on if row.planned else None,
    )


def _last_change(
    wording: PublishedWording,
    follow_ups: Iterable[FollowUp],
    progress: Iterable[ProgressEntry],
) -> LastChange | None:
    """The latest of what is reported. Rows about words not yet approved do not count."""
    shown = {promise.id for promise in wording.promises}
    reported = [
        LastChange(row.entered_at, row.organisation.name)
        for row in progress
        if str(row.promise.public_id) in shown
    ]
    followed = [
        LastChange(one.published_at, one.party.name if one.party else "")
        for one in follow_ups
        if one.published_at and one.document is None
    ]
    return max([*reported, *followed], key=lambda change: change.at, default=None)


def _promise(
    promise: PublishedPromise,
    wording: PublishedWording,
    outcomes: list[Outcome],
    progress: list[ProgressEntry],
    *,
    passed: list[date],
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
        verdict=standing(claims, origin=Origin(wording.origin), due=bool(passed)),
        claims=tuple(shown[one.pk] for one in speaking),
        outcomes=tuple(shown.values()),
        targets=tuple(
            target_standing(target, promise, wording, progress, today=today)
            for target in promise.targets
        ),
        progress=tuple(_line(row, promise) for row in progress),
        late_since=_late_since(passed, outcomes),
    )


def _late_since(passed: list[date], outcomes: list[Outcome]) -> date | None:
    """The first planned day that has passed without a word about this promise."""
    told = [one.follow_up.planned.due_on for one in outcomes if one.follow_up.planned]
    latest = max(told, default=date.min)
    return min((day for day in passed if day > latest), default=None)


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
        side=side(follow_up.party.kind) if follow_up.party else "together",
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
        wording=_other_words(row, promise),
    )


def _other_words(row: Outcome, promise: PublishedPromise) -> str:
    """The follow-up's own words for the promise. Never the working text of ours."""
    if row.promise.same_as_id is None or row.promise.text == promise.text:
        return ""
    return row.promise.text


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
