"""Next year's set is made from this one, and every promise's fate is said."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import Period
from handslag.domain.promises.models import (
    Activity,
    Ground,
    Lineage,
    Promise,
    PromiseSet,
    SetArea,
    SetParty,
    Target,
)
from handslag.domain.promises.queries import party_ids, promises_of
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Change, Origin
from handslag.domain.promises.services.locking import locked_draft

# What next year's set and its promises take over word for word.
_OF_THE_SET = (
    "home",
    "is_example",
    "lead",
    "purpose",
    "district",
    "place",
    "decided_by",
    "agreement",
    "cooperation_agreement",
    "is_annex",
    "follow_up_stated",
)
_OF_A_PROMISE = (
    "number",
    "heading",
    "text",
    "purpose",
    "focus",
    "place_stated",
    "place",
    "when_stated",
    "when_starts",
    "when_ends",
    "when_rule",
    "binds",
    "condition",
    "is_sensitive",
    "basis",
    "problem",
    "measure",
)


@transaction.atomic
def renew(
    actor: Actor, earlier: PromiseSet, *, name: str, period: Period, now: datetime
) -> PromiseSet:
    """Begin the next set with the promises of an earlier one, each marked as kept on."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(earlier))
    set_ = PromiseSet.objects.create(
        origin=Origin.DECIDED,
        name=name,
        period_stated=period.stated,
        starts=period.starts,
        ends=period.ends,
        period_rule=period.rule,
        predecessor=earlier,
        made_at=now,
        **{name: getattr(earlier, name) for name in _OF_THE_SET},
    )
    _carry_parties(earlier, set_)
    for place, promise in enumerate(promises_of(earlier)):
        _carry_over(promise, set_, place)
    record(actor, "promises.set_renewed", set_, on_behalf=set_.home_id)
    return set_


@transaction.atomic
def explain_change(actor: Actor, line: Lineage, *, change: Change, why: str) -> None:
    """Say what became of an earlier promise, and why."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(line.set))
    locked_draft(line.set)
    if change in {Change.CHANGED, Change.DROPPED} and not why.strip():
        raise NotAllowedError("change_needs_why")
    line.change, line.why = change, why
    line.save(update_fields=["change", "why"])
    record(actor, "promises.change_explained", line.set, change=change.value)


def _carry_parties(earlier: PromiseSet, set_: PromiseSet) -> None:
    """The same municipalities, and the same parties give the promises."""
    SetArea.objects.bulk_create(
        SetArea(set=set_, municipality_id=row.municipality_id, position=row.position)
        for row in earlier.areas.all()
    )
    SetParty.objects.bulk_create(
        SetParty(
            set=set_,
            organisation_id=row.organisation_id,
            approves=row.approves,
            position=row.position,
        )
        for row in earlier.parties.all()
    )


def _carry_over(old: Promise, set_: PromiseSet, place: int) -> None:
    """Copy a promise with all that hangs on it into the next set."""
    new = Promise.objects.create(
        set=set_, position=place, **{name: getattr(old, name) for name in _OF_A_PROMISE}
    )
    for row in old.responsible.all():
        row.pk, row.promise = None, new
        row.save()
    for kind in old.activity_types.all():
        kind.pk, kind.promise = None, new
        kind.save()
    _carry_targets(old, new)
    _carry_activities(old, new)
    Ground.objects.bulk_create(
        Ground(set=set_, promise=new, evidence_id=row.evidence_id, position=row.position)
        for row in old.grounds.all()
    )
    Lineage.objects.create(
        set=set_, promise=new, earlier=old, change=Change.KEPT, position=place
    )


def _carry_targets(old: Promise, new: Promise) -> None:
    made: dict[int, Target] = {}
    for row in old.targets.all():
        first, whole = row.pk, row.part_of_id
        row.pk, row.promise = None, new
        row.public_id = Target._meta.get_field("public_id").get_default()
        row.part_of = made.get(whole) if whole else None
        row.save()
        made[first] = row


def _carry_activities(old: Promise, new: Promise) -> None:
    made: dict[int, Activity] = {}
    for row in old.activities.all():
        first, above = row.pk, row.parent_id
        row.pk, row.promise = None, new
        row.parent = made.get(above) if above else None
        row.save()
        made[first] = row
