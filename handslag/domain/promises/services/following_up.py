"""What became of the promises, told by the parties, together or each for itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import Period, stockholm_day
from handslag.core.refusals import same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import (
    FollowUp,
    Outcome,
    PlannedFollowUp,
    Promise,
    PromiseSet,
)
from handslag.domain.promises.queries import party_ids
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import ANSWERS, Verdict
from handslag.domain.promises.services.indexing import index_sets
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import touched


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """What is said about one promise."""

    verdict: Verdict
    result: str = ""
    amount: Decimal | None = None
    reservation: str = ""


@transaction.atomic
def begin_follow_up(
    actor: Actor,
    set_: PromiseSet,
    *,
    period: Period,
    now: datetime,
    planned: PlannedFollowUp | None = None,
    party: Organisation | None = None,
    forum: str = "",
) -> FollowUp:
    """Begin to follow up a published set, for all parties or for one."""
    require(actor, Act.FOLLOW_UP, in_any_of=party_ids(set_))
    row = locked(set_)
    if row.version_id is None:
        raise NotAllowedError("not_published")
    last = row.follow_ups.aggregate(last=Max("position"))["last"]
    follow_up = FollowUp.objects.create(
        set=row,
        planned=planned,
        party=party,
        period_stated=period.stated,
        starts=period.starts,
        ends=period.ends,
        period_rule=period.rule,
        forum=forum or (planned.forum if planned else ""),
        position=(last or 0) + 1,
        made_at=now,
    )
    record(actor, "promises.follow_up_begun", follow_up)
    return follow_up


@transaction.atomic
def save_follow_up(
    actor: Actor,
    follow_up: FollowUp,
    outcomes: Mapping[int, OutcomeDraft],
    *,
    revision: int,
    summary: str = "",
) -> FollowUp:
    """Save what is said so far, by promise. Nobody outside sees it yet."""
    require(actor, Act.FOLLOW_UP, in_any_of=_tellers(follow_up))
    row = FollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    same_revision(revision, row.revision)
    if row.is_published:
        raise NotAllowedError("follow_up_published")
    promises = Promise.objects.filter(set=row.set_id).in_bulk(list(outcomes))
    for pk, said in outcomes.items():
        _check(said)
        Outcome.objects.update_or_create(
            follow_up=row,
            promise=promises[pk],
            defaults={
                "verdict": said.verdict,
                "result": said.result,
                "amount": said.amount,
                "reservation": said.reservation,
            },
        )
    row.outcomes.exclude(promise__in=promises.values()).delete()
    row.summary = summary
    row.revision += 1
    row.save()
    record(actor, "promises.follow_up_saved", row)
    return row


@transaction.atomic
def publish_follow_up(actor: Actor, follow_up: FollowUp, *, now: datetime) -> None:
    """Show the follow-up to everyone. It is not changed afterwards; a new one is added."""
    require(actor, Act.FOLLOW_UP, in_any_of=_tellers(follow_up))
    row = FollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    if row.is_published:
        raise NotAllowedError("follow_up_published")
    if not row.outcomes.exists():
        raise NotAllowedError("follow_up_empty")
    row.published_at = now
    row.save(update_fields=["published_at"])
    set_ = locked(row.set)
    set_.changed_at = now
    set_.save(update_fields=["changed_at"])
    index_sets([set_], today=stockholm_day(now))
    bump_public(*touched(set_))
    record(actor, "promises.follow_up_published", row)


def _tellers(follow_up: FollowUp) -> frozenset[int]:
    """Who may write in it: the party it is from or, for all together, any of them."""
    if follow_up.party_id is not None:
        return frozenset({follow_up.party_id})
    return party_ids(follow_up.set)


def _check(said: OutcomeDraft) -> None:
    if said.verdict not in ANSWERS:
        raise NotAllowedError("not_an_answer")
    if said.verdict is Verdict.WITH_RESERVATION and not said.reservation.strip():
        raise NotAllowedError("reservation_needs_words")
