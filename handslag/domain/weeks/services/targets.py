"""What each organisation does about a priority, and what became of it."""

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.weeks import queries
from handslag.domain.weeks.models import Meeting, Priority, Target
from handslag.domain.weeks.rules import FollowUpDraft, State, TargetDraft
from handslag.domain.weeks.rules.drafts import check_follow_up, check_target
from handslag.domain.weeks.services.steps import check_words, locked, may_lead


@transaction.atomic
def add_target(actor: Actor, priority: Priority, draft: TargetDraft) -> Target:
    """One organisation takes something on."""
    may_lead(actor, priority.meeting.group)
    meeting = locked(priority.meeting)
    target = Target(priority=priority)
    _write(target, meeting, draft)
    record(
        actor,
        "weeks.target_added",
        meeting,
        on_behalf=meeting.group.lead_id,
        organisation=draft.organisation,
    )
    return target


@transaction.atomic
def save_target(
    actor: Actor, target: Target, draft: TargetDraft, *, revision: int
) -> Target:
    """Change who does what by when, while the meeting goes on."""
    may_lead(actor, target.priority.meeting.group)
    meeting = locked(target.priority.meeting)
    target = Target.objects.select_related("priority").get(pk=target.pk)
    same_revision(revision, target.revision)
    target.revision += 1
    _write(target, meeting, draft)
    record(actor, "weeks.target_changed", meeting, on_behalf=meeting.group.lead_id)
    return target


@transaction.atomic
def remove_target(actor: Actor, target: Target) -> None:
    """Take it out again."""
    may_lead(actor, target.priority.meeting.group)
    meeting = locked(target.priority.meeting)
    target.delete()
    record(actor, "weeks.target_removed", meeting, on_behalf=meeting.group.lead_id)


@transaction.atomic
def follow_up(
    actor: Actor, meeting: Meeting, target: Target, draft: FollowUpDraft, *, revision: int
) -> Target:
    """Write down, at the next meeting, what became of a target and what was seen."""
    may_lead(actor, meeting.group)
    meeting = locked(meeting)
    target = Target.objects.select_related("priority__meeting").get(pk=target.pk)
    decided = target.priority.meeting
    if (
        decided.group_id != meeting.group_id
        or decided.state != State.HELD
        or target.followed_up_id not in (None, meeting.pk)
    ):
        raise NotAllowedError("weeks.followed_up_elsewhere")
    same_revision(revision, target.revision)
    check_follow_up(draft)
    check_words(draft.why, draft.seen)
    target.result, target.followed_up = draft.result, meeting
    target.why, target.seen = draft.why.strip(), draft.seen.strip()
    target.revision += 1
    target.save()
    record(
        actor,
        "weeks.target_followed_up",
        meeting,
        on_behalf=meeting.group.lead_id,
        result=draft.result.value,
    )
    return target


def _write(target: Target, meeting: Meeting, draft: TargetDraft) -> None:
    sits = queries.members_of(meeting.group, today=meeting.held_on)
    check_target(
        draft, among=sits.values_list("pk", flat=True), held_on=meeting.looks_back_to
    )
    check_words(draft.words)
    target.organisation_id = draft.organisation
    target.words, target.by = draft.words.strip(), draft.by
    target.save()
