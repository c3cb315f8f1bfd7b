"""The order of the coming week: what comes first, where, and why."""

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.organisations.models import Place
from handslag.domain.weeks import queries
from handslag.domain.weeks.models import Meeting, Priority
from handslag.domain.weeks.rules import PriorityDraft
from handslag.domain.weeks.rules.drafts import check_priority
from handslag.domain.weeks.services.steps import check_words, locked, may_lead


@transaction.atomic
def add_priority(actor: Actor, meeting: Meeting, draft: PriorityDraft) -> Priority:
    """Put one more problem last in the order."""
    may_lead(actor, meeting.group)
    meeting = locked(meeting)
    priority = Priority(meeting=meeting, position=meeting.priorities.count() + 1)
    _write(priority, draft)
    record(actor, "weeks.priority_added", meeting, on_behalf=meeting.group.lead_id)
    return priority


@transaction.atomic
def save_priority(
    actor: Actor, priority: Priority, draft: PriorityDraft, *, revision: int
) -> Priority:
    """Change what it is about, where or why."""
    may_lead(actor, priority.meeting.group)
    meeting = locked(priority.meeting)
    priority = Priority.objects.get(pk=priority.pk)
    same_revision(revision, priority.revision)
    priority.meeting, priority.revision = meeting, priority.revision + 1
    _write(priority, draft)
    record(actor, "weeks.priority_changed", meeting, on_behalf=meeting.group.lead_id)
    return priority


@transaction.atomic
def move_priority(actor: Actor, priority: Priority, *, up: bool) -> None:
    """One step up or down in the order."""
    may_lead(actor, priority.meeting.group)
    meeting = locked(priority.meeting)
    order = list(meeting.priorities.all())
    at = order.index(priority)
    to = at + (-1 if up else 1)
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
    _number(order)
    record(actor, "weeks.priority_moved", meeting, on_behalf=meeting.group.lead_id)


@transaction.atomic
def remove_priority(actor: Actor, priority: Priority) -> None:
    """Take it out of the coming week, with its targets."""
    may_lead(actor, priority.meeting.group)
    meeting = locked(priority.meeting)
    priority.delete()
    _number(list(meeting.priorities.all()))
    record(actor, "weeks.priority_removed", meeting, on_behalf=meeting.group.lead_id)


def _number(order: list[Priority]) -> None:
    for position, one in enumerate(order, start=1):
        one.position = position
    Priority.objects.bulk_update(order, ["position"])


def _write(priority: Priority, draft: PriorityDraft) -> None:
    check_priority(draft)
    check_words(draft.what, draft.where, draft.why)
    meeting = priority.meeting
    within = queries.municipality_ids(meeting.group, today=meeting.held_on)
    if (
        draft.place is not None
        and not Place.objects.filter(pk=draft.place, within__in=within).exists()
    ):
        raise NotAllowedError("weeks.place_lies_elsewhere")
    priority.what, priority.where = draft.what.strip(), draft.where.strip()
    priority.why, priority.top = draft.why.strip(), draft.top or ""
    priority.place_id, priority.cell = draft.place, draft.cell
    priority.save()
