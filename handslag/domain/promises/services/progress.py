"""What is done for a promise is written down as it is done."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import ProgressEntry, Promise, Target
from handslag.domain.promises.queries import party_ids
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.services.publishing import touched


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did: when, how much, at which occasion."""

    day: date
    amount: Decimal = Decimal(1)
    note: str = ""
    until: date | None = None
    within: Decimal | None = None
    occasion: str = ""
    in_part: bool = False


@transaction.atomic
def report_progress(
    actor: Actor,
    promise: Promise,
    done: Done,
    *,
    organisation: Organisation,
    target: Target | None,
    token: UUID,
    now: datetime,
) -> ProgressEntry:
    """Add what was done. The same report sent twice, by its token, is added once."""
    own = party_ids(promise.set) | _owners(promise)
    require(actor, Act.REPORT_PROGRESS, in_any_of=own & {organisation.pk})
    _reportable(promise, done, target, today=stockholm_day(now))
    entry, is_new = ProgressEntry.objects.get_or_create(
        token=token,
        defaults={
            "promise": promise,
            "target": target,
            "day": done.day,
            "until": done.until,
            "amount": done.amount,
            "within": done.within,
            "occasion": done.occasion,
            "in_part": done.in_part,
            "note": done.note,
            "organisation": organisation,
            "person_id": actor.person_id,
            "entered_at": now,
        },
    )
    if is_new:
        bump_public(*touched(promise.set))
        record(actor, "promises.progress_reported", entry, on_behalf=organisation.pk)
    return entry


@transaction.atomic
def correct_progress(
    actor: Actor,
    entry: ProgressEntry,
    *,
    right_amount: Decimal,
    right_within: Decimal | None = None,
    why: str,
    token: UUID,
    now: datetime,
) -> ProgressEntry:
    """Correct a row by a new one that holds the difference. The first one stays.

    `right_within`: how many cases were inside the time limit, where there is one.
    """
    require(actor, Act.REPORT_PROGRESS, in_any_of=frozenset({entry.organisation_id}))
    first = ProgressEntry.objects.select_for_update(of=("self",)).get(
        pk=entry.corrects_id or entry.pk
    )
    if not why.strip():
        raise NotAllowedError("correction_needs_why")
    _countable(right_amount, right_within)
    difference = _difference(first, right_amount, right_within)
    copied = {name: getattr(first, name) for name in _COPIED}
    correction, is_new = ProgressEntry.objects.get_or_create(
        token=token,
        defaults={
            **copied,
            **difference,
            "note": why,
            "person_id": actor.person_id,
            "corrects": first,
            "entered_at": now,
        },
    )
    if is_new:
        bump_public(*touched(first.promise.set))
        record(actor, "promises.progress_corrected", correction)
    return correction


# What a correction has in common with the row it corrects
_COPIED = (
    *("promise_id", "target_id", "organisation_id"),
    *("day", "until", "occasion", "in_part"),
)


def _difference(
    first: ProgressEntry, right_amount: Decimal, right_within: Decimal | None
) -> dict[str, Decimal | None]:
    """What must be added to the row and its corrections to make the numbers right."""
    rows = [first, *first.corrections.all()]
    inside = sum((row.within or Decimal(0) for row in rows), Decimal(0))
    return {
        "amount": right_amount - sum(row.amount for row in rows),
        "within": None if right_within is None else right_within - inside,
    }


def _owners(promise: Promise) -> frozenset[int]:
    """Organisations with a part in the promise may report on it, parties or not."""
    rows = promise.responsible.exclude(organisation=None)
    return frozenset(rows.values_list("organisation_id", flat=True))


def _reportable(
    promise: Promise, done: Done, target: Target | None, *, today: date
) -> None:
    if promise.set.version_id is None:
        raise NotAllowedError("not_published")
    if target is not None and target.promise_id != promise.pk:
        raise NotAllowedError("not_this_promise")
    _countable(done.amount, done.within)
    if max(done.day, done.until or done.day) > today:
        raise NotAllowedError("day_to_come")
    if done.until is not None and done.until < done.day:
        raise NotAllowedError("ends_before_start")


def _countable(amount: Decimal, within: Decimal | None) -> None:
    if amount < 0 or (within is not None and within < 0):
        raise NotAllowedError("negative_amount")
    if within is not None and within > amount:
        raise NotAllowedError("more_within_than_cases")
