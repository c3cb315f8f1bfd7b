"""A measure: added, worded, moved and taken out of a draft; its status told at any time."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.services import bump_public
from handslag.domain.picture.models import Cause
from handslag.domain.plans import queries
from handslag.domain.plans.models import Measure, MeasureCause, Plan
from handslag.domain.plans.rules.deciding import status_has_reason
from handslag.domain.plans.rules.drafts import MeasureDraft, texts
from handslag.domain.plans.rules.words import Status
from handslag.domain.plans.services.indicators import store_indicators
from handslag.domain.plans.services.locking import locked, locked_draft

MEASURE_COLUMNS = (
    "title",
    "text",
    "owner_stated",
    "activity",
    "starts",
    "ends",
    "resources",
    "cost",
    "implementation",
)


@transaction.atomic
def add_measure(actor: Actor, plan: Plan, draft: MeasureDraft) -> Measure:
    """Say what is to be done, by whom, about which causes."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan))
    row = locked_draft(plan)
    measure = store_measure(row, draft)
    record(actor, "plans.measure_added", measure)
    return measure


@transaction.atomic
def save_measure(
    actor: Actor, measure: Measure, draft: MeasureDraft, *, revision: int
) -> Measure:
    """Change a measure of a draft. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(measure.plan))
    locked_draft(measure.plan)
    row = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    same_revision(revision, row.revision)
    _word(row, draft)
    row.revision += 1
    row.save()
    _hang_on(row, draft)
    record(actor, "plans.measure_worded", row)
    return row


@transaction.atomic
def move_measure(actor: Actor, measure: Measure, *, by: int) -> None:
    """Move a measure up or down among those of the same goal."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(measure.plan))
    plan = locked_draft(measure.plan)
    order = list(plan.measures.filter(goal=measure.goal_id))
    places = [one.position for one in order]
    at = next(place for place, other in enumerate(order) if other.pk == measure.pk)
    order.insert(max(0, at + by), order.pop(at))
    for place, other in zip(places, order, strict=True):
        other.position = place
    Measure.objects.bulk_update(order, ["position"])
    record(actor, "plans.measure_moved", measure)


@transaction.atomic
def remove_measure(actor: Actor, measure: Measure) -> None:
    """Take a measure out of a draft."""
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(measure.plan))
    locked_draft(measure.plan)
    if measure.grants.exists():
        raise NotAllowedError("plan.measure_has_grant")
    record(actor, "plans.measure_removed", measure)
    measure.delete()


@transaction.atomic
def report_status(
    actor: Actor, measure: Measure, status: Status, *, why: str = "", now: datetime
) -> Measure:
    """Tell how far a measure has come. Of a decided plan the public sees it at once."""
    plan = locked(measure.plan)
    owners = {measure.owner_id} if measure.owner_id else set()
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan) | owners)
    status_has_reason(status, why)
    check_texts((why,))
    row = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    row.status, row.status_why = status, why.strip()
    row.status_on = stockholm_day(now)
    row.save(update_fields=["status", "status_why", "status_on"])
    record(actor, "plans.status_told", row, status=status.value)
    if plan.version_id is not None:
        bump_public(plan.home)
    return row


def store_measure(plan: Plan, draft: MeasureDraft) -> Measure:
    """A measure last in a plan that the caller has locked."""
    last = plan.measures.aggregate(last=Max("position"))["last"]
    measure = Measure(plan=plan, position=0 if last is None else last + 1)
    _word(measure, draft)
    measure.save()
    _hang_on(measure, draft)
    return measure


def _word(measure: Measure, draft: MeasureDraft) -> None:
    if draft.goal is not None and not measure.plan.goals.filter(pk=draft.goal).exists():
        raise NotAllowedError("plan.goal_of_another")
    check_texts(texts(draft))
    for name in MEASURE_COLUMNS:
        setattr(measure, name, getattr(draft, name))
    measure.goal_id = draft.goal
    measure.owner_id = draft.owner
    measure.kind = draft.kind
    measure.strategy = draft.strategy or ""
    measure.horizon = draft.horizon


def _hang_on(measure: Measure, draft: MeasureDraft) -> None:
    """The causes it answers: of the problems the plan is about, and no others."""
    store_indicators(draft.indicators, measure=measure)
    about = [one.pk for one in queries.problems_in(measure.plan.picture_version)]
    causes = Cause.objects.filter(pk__in=draft.causes, problem__in=about)
    measure.answers.all().delete()
    MeasureCause.objects.bulk_create(
        MeasureCause(measure=measure, cause=cause) for cause in causes
    )
