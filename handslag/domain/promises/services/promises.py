"""One promise in a draft: added, worded, moved, taken out."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import parse
from handslag.core.refusals import same_revision
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import check_citable
from handslag.domain.organisations.models import Place
from handslag.domain.picture.models import Problem
from handslag.domain.plans.models import Measure
from handslag.domain.promises import queries
from handslag.domain.promises.models import (
    Activity,
    ActivityType,
    Ground,
    Lineage,
    Promise,
    PromiseSet,
    Responsibility,
    Target,
)
from handslag.domain.promises.queries import party_ids
from handslag.domain.promises.queries.wording import working_promises
from handslag.domain.promises.rules.drafts import (
    ActivityDraft,
    OwnerDraft,
    PromiseDraft,
    TargetDraft,
)
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Change
from handslag.domain.promises.services.locking import locked_draft


@transaction.atomic
def add_promise(actor: Actor, set_: PromiseSet, draft: PromiseDraft) -> Promise:
    """Add a promise last in the set."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked_draft(set_)
    last = row.promises.aggregate(last=Max("position"))["last"]
    leading = row.documents.filter(leading=True).first()
    promise = Promise(
        set=row, document=leading, position=(-1 if last is None else last) + 1
    )
    _word(promise, draft)
    promise.save()
    _hang_on(promise, draft)
    if row.predecessor_id:
        Lineage.objects.create(set=row, promise=promise, change=Change.NEW)
    record(actor, "promises.promise_added", promise)
    return promise


@transaction.atomic
def save_promise(
    actor: Actor, promise: Promise, draft: PromiseDraft, *, revision: int
) -> Promise:
    """Change one promise in a draft. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(promise.set))
    locked_draft(promise.set)
    row = Promise.objects.select_for_update(of=("self",)).get(pk=promise.pk)
    same_revision(revision, row.revision)
    changed = row.text != draft.text
    _word(row, draft)
    row.revision += 1
    row.save()
    _hang_on(row, draft)
    if changed:
        row.ancestry.filter(change=Change.KEPT).update(change=Change.CHANGED)
    record(actor, "promises.promise_worded", row)
    return row


@transaction.atomic
def move_promise(actor: Actor, promise: Promise, *, by: int) -> None:
    """Move a promise up or down among the others."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(promise.set))
    row = locked_draft(promise.set)
    order = list(working_promises(row))
    at = next(place for place, other in enumerate(order) if other.pk == promise.pk)
    order.insert(max(0, at + by), order.pop(at))
    for place, other in enumerate(order):
        other.position = place
    Promise.objects.bulk_update(order, ["position"])
    record(actor, "promises.promise_moved", promise)


@transaction.atomic
def remove_promise(actor: Actor, promise: Promise, *, why: str = "") -> None:
    """Take a promise out of a draft. If it came from last year's set, say why."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(promise.set))
    row = locked_draft(promise.set)
    if promise.progress.exists() or promise.outcomes.exists():
        raise NotAllowedError("promise_has_history")
    earlier = [line.earlier for line in promise.ancestry.exclude(earlier=None)]
    if earlier and not why.strip():
        raise NotAllowedError("dropped_needs_why")
    record(actor, "promises.promise_removed", promise)
    promise.ancestry.all().delete()
    promise.delete()
    Lineage.objects.bulk_create(
        Lineage(set=row, earlier=one, change=Change.DROPPED, why=why) for one in earlier
    )


def _word(promise: Promise, draft: PromiseDraft) -> None:
    when = parse(draft.when_stated)
    promise.number = draft.number
    promise.heading = draft.heading
    promise.text = draft.text
    promise.purpose = draft.purpose
    promise.focus = draft.focus
    promise.place_stated = draft.place_stated or None
    promise.place = _place(promise.set, draft.place)
    promise.when_stated = draft.when_stated or None
    promise.when_starts, promise.when_ends = when.starts, when.ends
    promise.when_rule = when.rule
    promise.measure = _measure(promise.set, draft.measure)
    promise.problem = _problem(promise, draft.problem)
    promise.binds = draft.binds
    promise.condition = draft.condition
    promise.is_sensitive = draft.is_sensitive


def _place(set_: PromiseSet, number: int | None) -> Place | None:
    """The place chosen. It lies in the municipalities of the set, or with its parties."""
    if number is None:
        return None
    place = queries.places_for(set_).filter(pk=number).first()
    if place is None:
        raise NotAllowedError("place_lies_elsewhere")
    return place


def _measure(set_: PromiseSet, number: int | None) -> Measure | None:
    """The measure it answers to: of a plan where the promises hold."""
    if number is None:
        return None
    found = queries.measures_for(set_, also=number)
    measure = next((one for one in found if one.pk == number), None)
    if measure is None:
        raise NotAllowedError("link_lies_elsewhere")
    return measure


def _problem(promise: Promise, number: int | None) -> Problem | None:
    """The problem it answers to: that of its measure, or one of the same picture."""
    measure = promise.measure
    if measure is not None and measure.goal is not None:
        return measure.goal.problem
    if number is None:
        return None
    found = queries.problems_for(promise.set, also=number)
    problem = next((one for one in found if one.pk == number), None)
    if problem is None:
        raise NotAllowedError("link_lies_elsewhere")
    return problem


def _hang_on(promise: Promise, draft: PromiseDraft) -> None:
    """Store all that hangs on a promise: owners, targets, activities, kinds, grounds."""
    _save_owners(promise, draft.owners)
    _save_targets(promise, draft.targets)
    promise.activities.all().delete()
    _save_activities(promise, draft.activities)
    promise.activity_types.all().delete()
    ActivityType.objects.bulk_create(
        ActivityType(promise=promise, code=code, position=place)
        for place, code in enumerate(draft.activity_types)
    )
    _save_grounds(promise, draft.evidence)


def _save_owners(promise: Promise, owners: Sequence[OwnerDraft]) -> None:
    """Those who stay keep the words a document has for them; so do those without a name."""
    places = {owner.organisation: place for place, owner in enumerate(owners)}
    rows = list(promise.responsible.exclude(organisation=None))
    for row in rows:
        place = places.get(row.organisation_id or 0)
        if place is None:
            row.delete()
            continue
        row.inferred = row.inferred and row.part == owners[place].part
        row.part, row.position = owners[place].part, place
        row.save()
    there = {row.organisation_id for row in rows}
    Responsibility.objects.bulk_create(
        Responsibility(
            promise=promise,
            organisation_id=owner.organisation,
            part=owner.part,
            position=place,
        )
        for place, owner in enumerate(owners)
        if owner.organisation not in there
    )


def _save_grounds(promise: Promise, evidence: Sequence[int]) -> None:
    promise.grounds.all().delete()
    found = Evidence.objects.in_bulk(list(evidence))
    check_citable(finding.considered for finding in found.values())
    Ground.objects.bulk_create(
        Ground(set=promise.set, promise=promise, evidence=found[pk], position=place)
        for place, pk in enumerate(evidence)
    )


def _save_targets(promise: Promise, drafts: Sequence[TargetDraft]) -> None:
    """Keep the targets that are still there: progress is counted towards them."""
    kept = {str(row.public_id): row for row in promise.targets.all()}
    rows: list[Target] = []
    for place, draft in enumerate(drafts):
        row = kept.pop(draft.key, None) or Target(promise=promise)
        for name in TARGET_COLUMNS:
            setattr(row, name, getattr(draft, name))
        row.position = place
        row.part_of = None if draft.part_of is None else rows[draft.part_of]
        row.save()
        rows.append(row)
    for gone in kept.values():
        if gone.progress.exists():
            raise NotAllowedError("target_has_progress")
        gone.delete()


TARGET_COLUMNS = (
    "op",
    "low",
    "high",
    "unit",
    "per",
    "note",
    "counting_rule",
    "beyond_ordinary",
    "is_shared",
    "measures",
    "direction",
    "direction_why",
    "clock_starts",
    "precondition",
    "least_share",
    "out_of",
)


def _save_activities(promise: Promise, drafts: Sequence[ActivityDraft]) -> None:
    above: dict[int, Activity] = {}
    for place, draft in enumerate(drafts):
        level = min(draft.level, max(above, default=0) + 1)
        row = Activity.objects.create(
            promise=promise,
            parent=above.get(level - 1),
            level=level,
            position=place,
            text=draft.text,
            place_stated=draft.place_stated,
            when_stated=draft.when_stated,
            owner_id=draft.owner,
        )
        above = {depth: one for depth, one in above.items() if depth < level} | {level: row}
