"""What the council asks of somebody, and what becomes of it."""

from datetime import date

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.council import queries
from handslag.domain.council.models import AgendaItem, Meeting, Task
from handslag.domain.council.rules.drafts import TaskDraft
from handslag.domain.council.rules.meetings import Step
from handslag.domain.council.rules.minutes import check_report
from handslag.domain.council.rules.words import TaskState
from handslag.domain.council.services.steps import locked_meeting, may_run, tell_public


@transaction.atomic
def give_task(actor: Actor, meeting: Meeting, item: AgendaItem, draft: TaskDraft) -> Task:
    """Ask an organisation to do something by a day, under an item of the meeting."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.WRITE)
    if item.meeting_id != meeting.pk:
        raise NotAllowedError("council.not_now")
    if not draft.text.strip():
        raise NotAllowedError("council.task_needs_text")
    task = Task.objects.create(
        council=meeting.council,
        meeting=meeting,
        item=item,
        text=draft.text.strip(),
        owner_id=draft.owner,
        function=draft.function.strip(),
        due_on=draft.due_on,
        is_internal=draft.is_internal or item.is_internal,
    )
    record(actor, "council.task_given", task, on_behalf=draft.owner)
    return task


@transaction.atomic
def drop_task(actor: Actor, task: Task) -> None:
    """Take a task out while the minutes are still being written."""
    may_run(actor, task.council)
    locked_meeting(task.meeting, Step.WRITE)
    record(actor, "council.task_taken_out", task, on_behalf=task.owner_id)
    task.delete()


@transaction.atomic
def report_task(
    actor: Actor,
    task: Task,
    *,
    state: TaskState,
    result: str,
    due_on: date,
    revision: int,
    today: date,
) -> Task:
    """Say what became of a task: those who own it, and those who run the council."""
    may_report = queries.run_ids(task.council) & actor.where(Act.RUN_COUNCIL)
    if not may_report:
        require(actor, Act.REPORT_PROGRESS, in_any_of=frozenset({task.owner_id}))
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    same_revision(revision, task.revision)
    check_report(state, result)
    task.state, task.result, task.due_on = state.value, result.strip(), due_on
    task.ended_on = None if state is TaskState.OPEN else task.ended_on or today
    task.revision += 1
    task.save()
    tell_public(task.council)
    record(actor, "council.task_reported", task, on_behalf=task.owner_id, state=str(state))
    return task
