"""What the group decides, in its own words."""

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import same_revision
from handslag.domain.weeks.models import Decision, Meeting
from handslag.domain.weeks.rules import DecisionDraft
from handslag.domain.weeks.rules.drafts import check_decision
from handslag.domain.weeks.services.steps import check_words, locked, may_lead


@transaction.atomic
def add_decision(actor: Actor, meeting: Meeting, draft: DecisionDraft) -> Decision:
    """Write down one decision."""
    may_lead(actor, meeting.group)
    meeting = locked(meeting)
    _check(draft)
    decision = Decision.objects.create(meeting=meeting, words=draft.words.strip())
    record(actor, "weeks.decided", meeting, on_behalf=meeting.group.lead_id)
    return decision


@transaction.atomic
def save_decision(
    actor: Actor, decision: Decision, draft: DecisionDraft, *, revision: int
) -> Decision:
    """Put the words of a decision right while the meeting goes on."""
    may_lead(actor, decision.meeting.group)
    meeting = locked(decision.meeting)
    decision = Decision.objects.get(pk=decision.pk)
    same_revision(revision, decision.revision)
    _check(draft)
    decision.words, decision.revision = draft.words.strip(), decision.revision + 1
    decision.save()
    record(actor, "weeks.decision_changed", meeting, on_behalf=meeting.group.lead_id)
    return decision


@transaction.atomic
def remove_decision(actor: Actor, decision: Decision) -> None:
    """Take out what was not decided after all."""
    may_lead(actor, decision.meeting.group)
    meeting = locked(decision.meeting)
    decision.delete()
    record(actor, "weeks.decision_removed", meeting, on_behalf=meeting.group.lead_id)


def _check(draft: DecisionDraft) -> None:
    check_decision(draft)
    check_words(draft.words)
